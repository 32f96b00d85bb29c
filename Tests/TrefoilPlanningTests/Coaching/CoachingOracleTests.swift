import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Coaching held against trying everything.
@Suite struct CoachingOracleTests {
  @Test(arguments: 0..<4) func `random small trusts equal brute force`(part: UInt64) throws {
    for seed in (100 * part)..<(100 * part + 100) {
      let scenario = RandomCoaching.scenario(seed: seed)
      let outcome = try CoachingPlanner(scenario).plan()
      let least = CoachingBruteForce.leastCost(of: scenario)
      #expect(outcome.plan.map { _ in outcome.cost } == least, "seed \(seed)")
      #expect(outcome.isInfeasible == (least == nil), "seed \(seed)")
      guard let plan = outcome.plan else { continue }
      #expect(outcome.bound == outcome.cost, "seed \(seed)")
      let free = CoachingBruteForce.leastCost(of: RandomCoaching.with(nil, scenario))
      if scenario.rules[CoachingStable.self].setting == .must {
        #expect(plan.costOfStability == free.map { outcome.cost - $0 }, "seed \(seed)")
      } else {
        #expect(plan.costOfStability == nil, "seed \(seed)")
      }
    }
  }

  @Test func `all that matters turns up`() throws {
    var seen: Set<String> = []
    for seed in UInt64(0)..<400 {
      let scenario = RandomCoaching.scenario(seed: seed)
      let outcome = try CoachingPlanner(scenario).plan()
      guard let plan = outcome.plan else { continue }
      if let cost = plan.costOfStability { seen.insert(cost > 0 ? "stable dearer" : "stable free") }
      if plan.costs?[CoachingStable.key] != nil { seen.insert("bought off") }
      let coaches = Set(plan.pairs.map(\.coach))
      if coaches.count < plan.pairs.count { seen.insert("two coachees") }
      if plan.pairs.contains(where: { coaches.contains($0.coachee) }) { seen.insert("both") }
      for key in plan.costs?.keys.sorted() ?? [] { seen.insert("\(key)") }
      for person in plan.uncoached { #expect(!person.reasons.isEmpty, "seed \(seed)") }
    }
    #expect(
      seen.isSuperset(of: [
        "stable dearer", "stable free", "bought off", "two coachees", "both",
        "coaching-travel", "coaching-limit", "coaching-phase", "coaching-choice", "uncoached",
        "fairness", "conflict", "coaching-stable",
      ]), "\(seen.sorted())")
  }

  @Test func `the same scenario gives the same coaching`() throws {
    for seed in UInt64(0)..<20 {
      let scenario = RandomCoaching.scenario(seed: seed)
      let (one, other) = (
        try CoachingPlanner(scenario).plan(), try CoachingPlanner(scenario).plan()
      )
      #expect(one.plan == other.plan, "seed \(seed)")
    }
  }
}
