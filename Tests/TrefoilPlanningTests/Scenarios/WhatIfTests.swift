import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

@Suite struct WhatIfTests {
  /// A made-up trust, and the same with a school less, a journey limit, and a champion away.
  private static func variants(seed: UInt64) throws -> [Scenario] {
    let base = SyntheticTrust.make(schools: 9, seed: seed)
    let place = SourcePosition(file: "changes")
    let person = try #require(base.people.first { $0.isChampion && !$0.isPrincipal })
    let kinds: [ScenarioChange.Kind] = [
      .removeSchool(base.schools[4].id),
      .setRule(RuleKey("travel-limit"), SettingNode(.scalar("45"), at: place)),
      .unavailable(Absence(.person(person.id))),
    ]
    return try [base]
      + kinds.map { kind in
        try base.applying(
          ChangeSet(title: "t", changes: [ScenarioChange(kind, reason: "why not", at: place)]))
      }
  }

  private static let options = PlanningOptions(effort: Effort(level: 2))

  @Test(arguments: [UInt64(1), 2])
  func `each plan is the one that planning the scenario alone makes`(seed: UInt64) async throws {
    let scenarios = try Self.variants(seed: seed)
    let plans = try await WhatIf(scenarios, options: Self.options).plans()
    #expect(plans.count == scenarios.count)
    for (scenario, plan) in zip(scenarios, plans) {
      let fresh = try await ReasonedPlanner(scenario, options: Self.options).plan()
      #expect(plan == fresh, "seed \(seed)")
    }
    #expect(plans[0].cost != nil)
    #expect(plans[1].notes.contains { $0.hasSuffix("leaves (why not).") })
  }

  /// Four schools, since to find reasons is to plan many times.
  @Test func `what cannot be has the reasons that planning it alone gives`() async throws {
    let base = SyntheticTrust.make(schools: 4, seed: 1)
    let place = SourcePosition(file: "changes", line: 3)
    let limit = ScenarioChange.Kind.setRule(
      RuleKey("travel-limit"), SettingNode(.scalar("1"), at: place))
    let scenario = try base.applying(
      ChangeSet(title: "t", changes: [ScenarioChange(limit, reason: "why not", at: place)]))
    let plan = try #require(try await WhatIf([scenario], options: Self.options).plans().first)
    #expect(plan.status == .infeasible && !plan.reasons.isEmpty)
    let fresh = try await ReasonedPlanner(scenario, options: Self.options).plan()
    #expect(plan == fresh)
  }

  @Test func `one, two and eight threads make the same plans`() async throws {
    let scenarios = try Self.variants(seed: 3)
    var found: [[Plan]] = []
    for threads in [1, 2, 8] {
      var options = Self.options
      options.threads = threads
      found.append(try await WhatIf(scenarios, options: options).plans())
    }
    #expect(found[0] == found[1])
    #expect(found[0] == found[2])
  }

  @Test func `a search that is not to begin says so`() async throws {
    let scenarios = try Self.variants(seed: 1)
    let plans = try await WhatIf(scenarios, options: Self.options)
      .plans(begin: { $0 == 0 ? PlanningStops() : nil })
    #expect(plans[0].cost != nil)
    #expect(plans[1].status == .unknown)
    #expect(plans[1].notes == ["The search was stopped before it began."])
  }
}
