import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Each alternative is the cheapest of all plans that differ enough from those before it.
@Suite struct AlternativesOracleTests {
  private func check(seed: UInt64, schools: ClosedRange<Int>, difference: Int) async throws {
    let scenario = RandomScenario.make(seed: seed, schools: schools, champions: 0...2)
    let options = PlanningOptions(seed: seed, effort: Effort(level: 2), threads: 2)
    let answer = try await AlternativesPlanner(
      scenario, count: 4, difference: difference, options: options
    ).plan()
    let partitions = try BruteForce.partitions(of: scenario)
    let place = "seed \(seed), schools \(schools), difference \(difference)"
    var before: [Set<Set<SchoolID>>] = []
    func left() -> [BruteForce.Partition] {
      partitions.filter { partition in
        before.allSatisfy { partition.difference(from: $0) >= difference }
      }
    }
    for alternative in answer.found {
      let term = try #require(alternative.plan.terms.first)
      let groups = Set(term.groups.map { Set($0.schools) })
      let allowed = left()
      #expect(alternative.plan.cost == allowed.first?.cost, "\(place)")
      #expect(allowed.contains { $0.groups == groups }, "\(place)")
      #expect(alternative.isProven, "\(place)")
      #expect(Verification(of: alternative.plan, facts: answer.facts).holds, "\(place)")
      before.append(groups)
    }
    let isLeft = !left().isEmpty
    #expect(answer.found.count == 4 || !isLeft && answer.isExhausted, "\(place)")
  }

  @Test(arguments: 0..<8)
  func `random trusts of six and seven schools`(block: Int) async throws {
    for index in 0..<4 {
      let seed = UInt64(block * 100 + index)
      try await check(seed: seed, schools: 6...7, difference: [1, 4, 6, 7][index % 4])
    }
  }

  @Test(arguments: 0..<3)
  func `random trusts of eight and nine schools`(block: Int) async throws {
    let seed = UInt64(7_000 + block)
    try await check(seed: seed, schools: 8...9, difference: [6, 7, 9][block % 3])
  }
}
