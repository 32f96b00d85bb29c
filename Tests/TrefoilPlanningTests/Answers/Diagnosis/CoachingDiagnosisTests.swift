import TestSupport
import Testing
import TrefoilModel

@testable import TrefoilPlanning

/// Coaching that must be stable and cannot be.
@Suite struct CoachingDiagnosisTests {
  @Test func `the rule is named, and its cost in place of must would do`() async throws {
    var found = 0
    for seed in 0..<80 as Range<UInt64> {
      let scenario = RandomCoaching.scenario(seed: seed)
      let isImpossible = CoachingBruteForce.leastCost(of: scenario) == nil
      let diagnosis = try CoachingDiagnosis(
        scenario: scenario, options: PlanningOptions(), stop: .init()
      ).found()
      #expect(diagnosis.status == (isImpossible ? .impossible : .possible), "seed \(seed)")
      guard isImpossible else { continue }
      found += 1
      let reason = try #require(diagnosis.reasons.first)
      #expect(reason.requirements.map(\.text) == ["coaching-stable: must"])
      #expect(reason.remedies.first?.suffices == true)
    }
    #expect(found > 0)
  }
}
