import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Coaching that must be stable and cannot be.
@Suite struct CoachingDiagnosisTests {
  private func scenario(_ charge: Charge) -> Scenario { RestlessCoaching.scenario(charge) }

  @Test func `the rule is named, and a cost in place of the must would do`() async throws {
    #expect(CoachingBruteForce.leastCost(of: scenario(.must)) == nil)
    let diagnosis = try await TrustDiagnosis(scenario(.must)).diagnose()
    #expect(diagnosis.status == .impossible && diagnosis.reasons.count == 1)
    let reason = try #require(diagnosis.reasons.first)
    #expect(reason.requirements.map(\.text) == ["coaching-stable: must"])
    #expect(reason.sentence.hasPrefix("No coaching is stable"))
    #expect(reason.remedies.map(\.suffices) == [true])
    let plan = try await ReasonedPlanner(scenario(.must)).plan()
    #expect(plan.reasons == diagnosis.reasons)
  }

  @Test func `one change for the reviews and one for the coaching do together`() async throws {
    let stable = scenario(.must)
    let close = TravelLimit(Governed(TravelLimit.Setting(limit: 1, charge: .must)))
    let both = stable.with(rules: stable.rules.with(close))
    let diagnosis = try await TrustDiagnosis(both).diagnose()
    #expect(diagnosis.reasons.count >= 2)
    let joint = diagnosis.reasons.compactMap(\.joint)
    #expect(joint.contains { $0.text.hasPrefix("travel-limit") })
    #expect(joint.contains { $0.text.hasPrefix("coaching-stable") })
  }

  @Test func `with a cost in its place there is nothing to say`() async throws {
    let diagnosis = try await TrustDiagnosis(scenario(.minutes(60))).diagnose()
    #expect(diagnosis.status == .possible && diagnosis.reasons.isEmpty)
  }
}
