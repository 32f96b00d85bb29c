import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Coaching that must be stable and cannot be.
@Suite struct CoachingDiagnosisTests {
  /// Five who all ask and all offer, one place each, in a trust that can be planned: for no coaching is
  /// there nobody who would leave it.
  private func scenario(_ charge: Charge) -> Scenario {
    let lists = [[3, 1, 2, 4], [4, 2, 0, 3], [0, 4, 3, 1], [2, 4, 0, 1], [0, 2, 3, 1]]
    let schools = lists.indices.map {
      School(
        id: SchoolID("s\($0)"), name: "s\($0)", phase: .primary,
        place: .grid(easting: 400_000, northing: 400_000))
    }
    return Scenario(
      trust: "T", schools: schools,
      people: schools.enumerated().map {
        Person(id: PersonID("p\($0)"), name: "p\($0)", schools: [$1.id], roles: [.deputy])
      }, rules: RuleBook().with(CoachingStable(charge)),
      coaching: lists.enumerated().map { index, list in
        CoachingProfile(
          person: PersonID("p\(index)"), wants: ["maths"], offers: ["maths"],
          choices: list.map { PersonID("p\($0)") })
      })
  }

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

  @Test func `with a cost in its place there is nothing to say`() async throws {
    let diagnosis = try await TrustDiagnosis(scenario(.minutes(60))).diagnose()
    #expect(diagnosis.status == .possible && diagnosis.reasons.isEmpty)
  }
}
