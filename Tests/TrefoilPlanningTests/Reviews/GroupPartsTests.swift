import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Counting the parts of a trust never finds fault where there is a plan.
@Suite struct GroupPartsTests {
  /// Three to seven schools in two or three places far apart, some of the long ways open now and
  /// then, perhaps one way only.
  private func scattered(seed: UInt64) -> Scenario {
    var dice = SeededGenerator(seed: seed, stream: 7)
    let count = 3 + dice.below(5)
    let places = (0..<count).map { _ in dice.below(3) }
    let ids = (0..<count).map { SchoolID("s\($0)") }
    let isLoose = dice.below(2) == 0
    var minutes: [TravelTable.Journey: Int] = [:]
    for one in 0..<count {
      for other in 0..<count where other != one {
        let isNear = places[one] == places[other] || isLoose && dice.below(6) == 0
        minutes[.init(from: ids[one], to: ids[other])] = isNear ? 10 : 90
      }
    }
    let remainder = Remainder.Setting.allCases[dice.below(3)]
    var rules = RuleBook().with(Remainder(remainder))
    if dice.below(4) == 0 {
      rules = rules.with(HubRule(.init(want: .same, charge: .must)))
    } else {
      rules = rules.with(TravelLimit(.init(limit: 60, charge: .must)))
    }
    return Scenario(
      trust: "Foxglove",
      schools: ids.enumerated().map { index, id in
        School(
          id: id, name: id.rawValue, phase: .primary,
          hub: dice.below(5) == 0 ? nil : "place \(places[index])")
      }, travel: TravelTable(minutes: minutes), rules: rules)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `what is called infeasible has no plan by brute force`(block: UInt64) async throws {
    var refused = 0
    var passed = 0
    for seed in (block * 40)..<(block * 40 + 40) {
      let scenario = scattered(seed: seed)
      let facts = TrustFacts(scenario)
      let remainder = scenario.rules[Remainder.self]
      guard let shape = remainder.shape(of: facts.participants.count),
        let model = try await ReviewCompiler.compile(facts, shape: shape)
      else { continue }
      guard !GroupParts(model).fit else {
        passed += 1
        continue
      }
      refused += 1
      #expect(try BruteForce.leastCost(of: scenario) == nil, "seed \(seed)")
      #expect(!GroupObstacles(model).sentences.isEmpty, "seed \(seed)")
    }
    #expect(refused > 5 && passed > 5, "\(refused) refused, \(passed) passed")
  }

  /// A plan for regions of so many schools, with no way between them.
  private func plan(_ regions: [Int], _ remainder: Remainder.Setting) async throws -> Plan {
    let regionOf = regions.enumerated().flatMap { region, count in
      Array(repeating: region, count: count)
    }
    let scenario = Scenario(
      trust: "Foxglove",
      schools: regionOf.enumerated().map { index, region in
        School(
          id: SchoolID("s\(index)"), name: "School \(index)", phase: .primary,
          place: .geographic(
            latitude: 53 + Double(index) / 100, longitude: -3 * Double(region)))
      },
      rules: RuleBook().with(Remainder(remainder))
        .with(TravelLimit(.init(limit: 60, charge: .must))))
    return try await ReviewPlanner(scenario, options: PlanningOptions(effort: Effort(level: 2)))
      .plan()
  }

  @Test func `five schools cut off are named, with what would help`() async throws {
    let plan = try await plan([21, 5], .quads)
    #expect(plan.status == .infeasible)
    let note = try #require(plan.notes.first)
    #expect(note.contains("into 2 parts"))
    #expect(note.contains("(6 of 3, 2 of 4)"))
    #expect(
      note.contains("Cut off: 5 schools (School 21, School 22, School 23, School 24, School 25)."))
    #expect(note.contains("Set 'remainder: pairs' or 'remainder: rest', or relax"))
  }

  @Test func `parts that fit alone but not together are refused too`() async throws {
    #expect(try await plan([7, 4], .quads).status == .optimal)
    #expect(try await plan([5, 5], .pairs).status == .optimal)
    #expect(try await plan([6, 4], .rest).status == .optimal)
    // Eight is two fours, and four is one; there are two fours in all.
    let refused = try await plan([8, 8, 4], .quads)
    #expect(refused.status == .infeasible)
    #expect(refused.notes.first?.contains("Cut off: 4 schools (School 16") == true)
  }
}
