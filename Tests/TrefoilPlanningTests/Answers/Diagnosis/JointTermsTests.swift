import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Terms that can each be planned by themselves and not as one.
@Suite struct JointTermsTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))

  /// Nine schools in one town; four terms of triads use up all partners (Kirkman's cycle of nine).
  private func scenario(musts: Int, people: [Person] = []) -> Scenario {
    Scenario(
      trust: "Foxglove",
      schools: (0..<9).map { index in
        School(
          id: SchoolID("s\(index)"), name: "School \(index)", phase: .primary,
          place: .grid(easting: 440_000 + 300 * Double(index), northing: 445_000))
      }, people: people,
      rules: RuleBook().with(Repeat(Array(repeating: .must, count: musts))))
  }

  @Test func `a term too many is named, with what would do`() async throws {
    let scenario = scenario(musts: 4)
    let diagnosis = try await TrustDiagnosis(scenario, terms: 5, options: Self.options).diagnose()
    #expect(diagnosis.status == .impossible)
    let reason = try #require(diagnosis.reasons.first)
    #expect(reason.term == scenario.term(at: 4).name)
    #expect(reason.sentence.contains("no more than 4 terms"))
    #expect(reason.requirements.map(\.text) == ["repeat: [must, must, must, must]"])
    #expect(reason.remedies.contains { $0.text == "plan 4 terms in place of 5" && $0.suffices })
    #expect(
      reason.remedies.contains {
        $0.edit == "repeat: [must, must, must, 240]" && $0.suffices && $0.isLeast
      }, "\(reason.remedies)")
  }

  @Test func `terms that can be planned as one are said to be`() async throws {
    let diagnosis = try await TrustDiagnosis(
      scenario(musts: 4), terms: 3, options: Self.options
    ).diagnose()
    #expect(diagnosis.status == .possible)
    #expect(diagnosis.notes.contains("The 3 terms can be planned as one."))
  }

  @Test func `a head on secondment with nobody acting is warned of`() async throws {
    let head = Person(
      id: PersonID("h"), name: "Harriet Lowe", schools: [SchoolID("s0")], roles: [.principal],
      seconded: SchoolID("s1"))
    let diagnosis = try await TrustDiagnosis(
      scenario(musts: 0, people: [head]), options: Self.options
    ).diagnose()
    #expect(
      diagnosis.notes.contains { $0.hasPrefix("Harriet Lowe heads School 0 and is seconded") })
  }
}
