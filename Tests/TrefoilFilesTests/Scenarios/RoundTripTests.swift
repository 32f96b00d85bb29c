import Foundation
import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel

import struct TrefoilSolver.SeededGenerator

@testable import TrefoilFiles

@Suite("Scenarios through a folder and back")
struct RoundTripTests {
  private func again(_ scenario: Scenario) throws -> Scenario {
    let directory = try ScratchDirectory()
    try ScenarioWriter(scenario).write(to: directory.path)
    return try ScenarioReader(folder: directory.path).read()
  }

  @Test(arguments: [3, 4, 15, 60, 300])
  func `synthetic trusts`(schools: Int) throws {
    let scenario = SyntheticTrust.make(schools: schools, seed: 5)
    #expect(SameScenario.differences(scenario, try again(scenario)) == [])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `random trusts with random rules`(seed: UInt64) throws {
    let scenario = TestSupport.RandomScenario.make(
      seed: seed, schools: 3...12, dated: seed % 2 == 0)
    do {
      let differences = SameScenario.differences(scenario, try again(scenario))
      #expect(differences.isEmpty, "seed \(seed): \(differences)")
    } catch let error as Faults {
      // Some of these trusts ask for what cannot be, or for what means nothing; whoever writes
      // that in a file is told so.
      let contradictions = Contradictions(in: scenario).faults.map(\.problem)
      let others = error.faults.filter { !contradictions.contains($0.problem) }
      #expect(
        others.allSatisfy { $0.problem.hasSuffix("one alone is not a group") },
        "seed \(seed): \(error)")
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `trusts with coaching`(seed: UInt64) throws {
    let scenario = RandomCoaching.scenario(seed: seed)
    do {
      #expect(SameScenario.differences(scenario, try again(scenario)) == [], "seed \(seed)")
    } catch let error as Faults {
      // Some of these report to one another in a circle, and whoever writes that is told so.
      #expect(
        error.faults.allSatisfy { $0.problem.hasSuffix("reports to themselves") },
        "seed \(seed): \(error)")
    }
  }

  @Test func `rules that contradict leave no plan`() throws {
    var contradictory = 0
    for seed in 1...25 as ClosedRange<UInt64> {
      let scenario = demanding(seed: seed)
      let faults = Contradictions(in: scenario).faults
      if faults.isEmpty { continue }
      contradictory += 1
      #expect(try BruteForce.leastCost(of: scenario) == nil, "seed \(seed): \(Faults(faults))")
    }
    #expect(contradictory > 10)
  }

  /// A random trust with some more musts than it can take.
  private func demanding(seed: UInt64) -> Scenario {
    let trust = TestSupport.RandomScenario.make(seed: seed, schools: 3...6, champions: 1...3)
    var random = SeededGenerator(seed: seed)
    func group(_ sizes: ClosedRange<Int>) -> [Wish] {
      (0..<random.below(3)).map { _ in
        let size = sizes.lowerBound + random.below(sizes.count)
        return Wish(Array(trust.schools.map(\.id.rawValue).shuffled(using: &random).prefix(size)))
      }
    }
    let champions = trust.people.filter(\.isChampion)
    let seats = (0..<random.below(4)).map { _ in
      SeatWish(
        host: trust.schools[random.below(trust.schools.count)].id,
        person: champions[random.below(champions.count)].id,
        duty: random.below(2) == 0 ? .champion : .workshopLead)
    }
    let rules = trust.rules.with(Together(group(2...4))).with(Apart(group(2...2)))
      .with(Pin(GroupsAndSeats(groups: group(2...4), seats: seats)))
      .with(Forbid(GroupsAndSeats(groups: group(3...3))))
    return Scenario(
      trust: trust.trust, schools: trust.schools, people: trust.people, history: trust.history,
      travel: trust.travel, rules: rules)
  }

  @Test func `damaged folders are read or refused and never crash`() throws {
    let files = ScenarioWriter(SyntheticTrust.make(schools: 6, seed: 3)).files
    let strange: [UInt8] = [
      0, 0x0A, 0x22, 0x23, 0x26, 0x2A, 0x2C, 0x2D, 0x39, 0x3A, 0x5B, 0x7B, 0xC3,
    ]
    var random = SeededGenerator(seed: 11)
    let directory = try ScratchDirectory()
    for round in 0..<60 {
      for file in files {
        var bytes = file.bytes
        for _ in 0..<(1 + random.below(4)) {
          bytes[random.below(bytes.count)] = strange[random.below(strange.count)]
        }
        if round % 5 == 0 { bytes = Array(bytes[..<random.below(bytes.count)]) }
        try Data(bytes).write(to: URL(fileURLWithPath: directory.path + "/" + file.name))
      }
      _ = try? ScenarioReader(folder: directory.path).read()
    }
  }
}
