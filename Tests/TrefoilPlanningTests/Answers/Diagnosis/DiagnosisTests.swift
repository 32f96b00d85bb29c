import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// What is said of one school too far away, and what is planned all the same.
@Suite struct DiagnosisTests {
  /// Six schools, five of them on a line of a few kilometres; Ely has only Witchford near.
  private func scenario(limit: Int = 45) -> Scenario {
    let schools = [
      ("ely", "Ely", 140_000.0), ("witchford", "Witchford", 110_000), ("ash", "Ash", 80_000),
      ("beech", "Beech", 79_000), ("cedar", "Cedar", 78_000), ("dale", "Dale", 77_000),
    ]
    return Scenario(
      trust: "Foxglove",
      schools: schools.map { id, name, east in
        School(
          id: SchoolID(id), name: name, phase: .primary,
          place: .grid(easting: 300_000 + east, northing: 300_000))
      },
      rules: RuleBook().with(TravelLimit(.init(limit: limit, charge: .must))))
  }

  private func minutes(_ scenario: Scenario, _ one: String, _ other: String) throws -> Int {
    let facts = TrustFacts(scenario)
    return facts.minutes(
      from: try #require(facts.school(SchoolID(one))),
      to: try #require(facts.school(SchoolID(other)))
    )
  }

  @Test func `the reason names the school, its neighbours and the rule`() async throws {
    // 30 km are 52 minutes.
    let scenario = scenario(limit: 60)
    let diagnosis = try await TrustDiagnosis(scenario).diagnose()
    #expect(diagnosis.status == .impossible)
    #expect(diagnosis.isComplete)
    let reason = try #require(diagnosis.reasons.first)
    #expect(diagnosis.reasons.count == 1)
    #expect(reason.isMinimal)
    #expect(reason.schools == ["ely"].map { SchoolID($0) })
    #expect(
      reason.sentence
        == "Ely has one school within 60 minutes (Witchford); a triad needs two.")
    // In pairs Ely and Witchford would do.
    #expect(
      reason.requirements.map(\.text)
        == ["travel-limit: {limit: 60, must: true}", "remainder: quads"])
  }

  @Test func `the remedy is the shortest limit with which there is a plan`() async throws {
    let scenario = scenario(limit: 60)
    let least = try minutes(scenario, "ely", "ash")
    let reason = try #require(try await TrustDiagnosis(scenario).diagnose().reasons.first)
    #expect(
      reason.remedies.contains {
        $0.suffices && $0.edit == "rules: {travel-limit: {limit: \(least), must: true}}"
      })
    #expect(try await TrustDiagnosis(self.scenario(limit: least)).diagnose().status == .possible)
    #expect(
      try await TrustDiagnosis(self.scenario(limit: least - 1)).diagnose().status == .impossible)
  }

  @Test func `planned anyway, one limit is broken for one school, by as little as will do`()
    async throws
  {
    let scenario = scenario(limit: 60)
    let least = try minutes(scenario, "ely", "ash")
    let plan = try await ReasonedPlanner(scenario, isBestEffort: true).plan()
    #expect(plan.terms.count == 1)
    let broken = try #require(plan.broken.first)
    #expect(plan.broken.count == 1)
    #expect(broken.schools == [SchoolID("ely")])
    #expect(broken.kept == "travel-limit: {limit: \(least), must: true}")
    // What is granted is told as broken, and not as an exception that somebody wrote.
    #expect(!plan.notes.contains { $0.contains("exception") }, "\(plan.notes)")
    let found = Assessment(of: plan.terms[0], facts: TrustFacts(scenario)).violations
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.rule == TravelLimit.key })
  }

  @Test func `a trust that can be planned breaks nothing, and says what is only just possible`()
    async throws
  {
    let scenario = scenario(limit: 100)
    let plan = try await ReasonedPlanner(scenario, isBestEffort: true).plan()
    #expect(plan.broken.isEmpty && plan.reasons.isEmpty)
    let diagnosis = try await TrustDiagnosis(scenario).diagnose()
    #expect(diagnosis.status == .possible)
    #expect(
      diagnosis.warnings
        == (try minutes(scenario, "ely", "ash") > 95
          ? ["With a travel limit of 95 minutes in place of 100 there would be no plan."] : []))
  }

  @Test func `of several reasons one change for each is named, that do together`() async throws {
    // Besides Ely's way, Ash and Beech are to be together and apart.
    let far = scenario(limit: 60)
    let both = ["ash", "beech"]
    let scenario = far.with(
      rules: far.rules
        .with(Apart([Wish(both, charge: .must, reason: "rivals")]))
        .with(Together([Wish(both, charge: .must, reason: "friends")])))
    let study = try await DiagnosisStudy(scenario)
    #expect(study.reasons.count == 2)
    #expect(study.reasons.allSatisfy { $0.joint != nil && $0.remedies.contains($0.joint!) })
    let joint = try #require(study.joint)
    var plans: [Plan] = []
    for scenario in study.scenarios(joint) {
      plans.append(try await ReviewPlanner(scenario).plan())
    }
    #expect(plans.contains { $0.status == .optimal })
  }

  @Test func `one, two and eight threads say and break the same`() async throws {
    for limit in [60, 100] {
      let scenario = scenario(limit: limit)
      var found: [Diagnosis] = []
      var plans: [Plan] = []
      for threads in [1, 2, 8] {
        let options = PlanningOptions(effort: Effort(level: 10), threads: threads)
        found.append(try await TrustDiagnosis(scenario, options: options).diagnose())
        plans.append(
          try await ReasonedPlanner(scenario, options: options, isBestEffort: true).plan())
      }
      #expect(found.allSatisfy { $0 == found[0] } && plans.allSatisfy { $0 == plans[0] })
    }
  }

  @Test func `one school alone is told so`() async throws {
    let one = scenario().schools.prefix(1).map(\.self)
    let diagnosis = try await TrustDiagnosis(Scenario(trust: "Foxglove", schools: one)).diagnose()
    #expect(diagnosis.status == .impossible)
    #expect(diagnosis.reasons.first?.sentence.hasPrefix("1 school takes part") == true)
  }
}
