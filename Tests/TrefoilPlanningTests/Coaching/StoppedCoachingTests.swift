import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Coaching that was stopped: there is some, it holds, and nothing is claimed that was not proven.
@Suite struct StoppedCoachingTests {
  private static func coaching(_ scenario: Scenario) throws -> CoachingPlan? {
    let stop = StopSignal()
    stop.send()
    return try CoachingPlanner(scenario).plan(stop: stop).plan
  }

  @Test func `without the rule for stability a stop leaves the cheapest pairs`() throws {
    var count = 0
    for seed in UInt64(0)..<200 {
      let scenario = RandomCoaching.with(nil, RandomCoaching.scenario(seed: seed))
      let facts = CoachingFacts(TrustFacts(scenario))
      let compiler = try CoachingCompiler(facts, CoachingPreferences(facts), stability: nil)
      let start = compiler.values(compiler.cheapestFirst)
      #expect(compiler.problem.allows(start), "seed \(seed)")
      let plan = try #require(try Self.coaching(scenario))
      #expect(plan.costs?.values.reduce(0, +) ?? 0 <= compiler.problem.cost(of: start))
      // Of pairs that save something the cheapest is among them.
      let price = scenario.rules[Uncoached.self].setting
      if compiler.matches.indices.contains(where: { compiler.problem.costs[$0] <= price }) {
        #expect(!compiler.cheapestFirst.isEmpty, "seed \(seed)")
        count += 1
      }
    }
    #expect(count > 50)
  }

  @Test func `where the stable plan is none that may be, a charge for stability leaves pairs too`()
    throws
  {
    let plan = try #require(try Self.coaching(RestlessCoaching.scenario(.minutes(10))))
    #expect(!plan.pairs.isEmpty)
  }

  @Test func `what is too dear for coaching is said with proof alone`() throws {
    let made = RestlessCoaching.scenario(.minutes(10))
    // Everybody could coach; it would cost more than to go without.
    let scenario = made.with(
      rules: made.rules.with(CoachingStable(nil)).with(CoachingChoice(60)).with(Uncoached(1)))
    let stopped = try #require(try Self.coaching(scenario)).uncoached.flatMap(\.reasons)
    #expect(stopped.contains { $0.contains("could; the search ended before that was settled") })
    #expect(!stopped.contains { $0.contains("would cost") })
    let whole = try #require(try CoachingPlanner(scenario).plan().plan).uncoached.flatMap(\.reasons)
    #expect(whole.contains { $0.contains("would cost as much or more") })
    #expect(!whole.contains { $0.contains("the search ended") })
  }
}
