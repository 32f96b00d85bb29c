import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Plans of small trusts are optimal: brute force over every plan finds nothing cheaper.
@Suite struct OptimalPlanTests {
  private func check(seed: UInt64, schools: ClosedRange<Int>) async throws {
    let scenario = RandomScenario.make(seed: seed, schools: schools)
    let least = try BruteForce.leastCost(of: scenario)
    let options = PlanningOptions(seed: seed, effort: Effort(level: 5))
    let plan = try await ReviewPlanner(scenario, options: options).plan()
    #expect(plan.cost == least, "seed \(seed), schools \(schools)")
    #expect(plan.status == (least == nil ? .infeasible : .optimal), "seed \(seed)")
    guard let term = plan.terms.first else { return }
    let verification = Verification(of: plan, facts: TrustFacts(scenario))
    #expect(verification.holds, "seed \(seed), group \(term.groups.count)")
  }

  @Test(arguments: 0..<20)
  func `random trusts of three to five schools equal brute force`(block: Int) async throws {
    for index in 0..<10 { try await check(seed: UInt64(block * 1000 + index), schools: 3...5) }
  }

  @Test(arguments: 0..<8)
  func `random trusts of six and seven schools equal brute force`(block: Int) async throws {
    for index in 0..<2 {
      try await check(seed: UInt64(90_000 + block * 10 + index), schools: 6...7)
    }
  }
}
