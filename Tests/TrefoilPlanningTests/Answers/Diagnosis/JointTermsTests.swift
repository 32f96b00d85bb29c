import TestSupport
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
    // In pairs five terms can do without.
    #expect(
      reason.requirements.map(\.text) == ["repeat: [must, must, must, must]", "remainder: quads"])
    #expect(reason.isMinimal)
    #expect(reason.remedies.contains { $0.text == "plan 4 terms in place of 5" && $0.suffices })
    #expect(
      reason.remedies.contains {
        $0.edit == "repeat: [must, must, must, 240]" && $0.suffices && $0.isLeast
      }, "\(reason.remedies)")
  }

  /// Three towns of three schools, out of one another's reach.
  @Test func `another rule that forbids partners is named, and does without it`() async throws {
    let schools = (0..<9).map { index in
      let east = Double(300_000 + 60_000 * (index / 3) + 300 * (index % 3))
      return School(
        id: SchoolID("s\(index)"), name: "School \(index)", phase: .primary,
        place: .grid(easting: east, northing: 445_000))
    }
    let limit = TravelLimit(.init(limit: 40, charge: .must))
    let scenario = Scenario(
      trust: "Foxglove", term: Term(name: "Autumn 2026"), schools: schools,
      rules: RuleBook().with(Repeat([.must])).with(limit))
    let diagnosis = try await TrustDiagnosis(scenario, terms: 2, options: Self.options).diagnose()
    #expect(diagnosis.status == .impossible)
    let reason = try #require(diagnosis.reasons.first)
    #expect(
      reason.requirements.map(\.text)
        == ["repeat: [must]", "travel-limit: {limit: 40, must: true}"])
    #expect(reason.isMinimal)
    #expect(
      reason.remedies.contains {
        $0.text == "without: travel-limit: {limit: 40, must: true} (less may do)" && $0.suffices
      }, "\(reason.remedies)")
    let near = scenario.with(rules: scenario.rules.with(TravelLimit(TravelLimit.standard)))
    let without = try await TrustDiagnosis(near, terms: 2, options: Self.options).diagnose()
    #expect(without.status == .possible)
  }

  @Test func `terms that lie between are counted before repeat is blamed`() async throws {
    // Three schools meet again whatever is done, and a year apart they may.
    func scenario(_ musts: Int) -> Scenario {
      let base = self.scenario(musts: musts)
      return Scenario(
        trust: "T", term: Term(name: "Autumn 2026"), later: [Term(name: "Autumn 2027")],
        schools: Array(base.schools.prefix(3)), rules: base.rules)
    }
    for (musts, status) in [(2, Diagnosis.Status.possible), (3, .impossible)] {
      let diagnosis = try await TrustDiagnosis(
        scenario(musts), terms: 2, options: Self.options
      ).diagnose()
      #expect(diagnosis.status == status, "\(musts)")
    }
  }

  @Test func `what else keeps terms apart a year is not blamed on repeat`() async throws {
    // One of four rests in both terms: not by repeat, which reaches one term back.
    let never = Rest.Setting(again: [.must, .must, .must], mode: .neverRests)
    var rest = Governed(Rest.Setting(again: [.must, .must, .must], mode: .mayRest))
    let base = scenario(musts: 1)
    for school in base.schools.prefix(3) {
      rest = rest.adding(.init(subject: .school(school.id), setting: never, reason: ""))
    }
    let scenario = Scenario(
      trust: "T", term: Term(name: "Autumn 2026"), later: [Term(name: "Autumn 2027")],
      schools: Array(base.schools.prefix(4)),
      rules: base.rules.with(Remainder(.rest)).with(Rest(rest)))
    let diagnosis = try await TrustDiagnosis(scenario, terms: 2, options: Self.options).diagnose()
    #expect(diagnosis.status == .unknown && diagnosis.reasons.isEmpty)
  }

  @Test func `the remedy is the first that counting leaves, not one for the longest run`()
    async throws
  {
    // Two terms of Kirkman's four are history, so that two are left; a repeat of the oldest would do.
    let past = [[[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 3, 6], [1, 4, 7], [2, 5, 8]]]
    let base = scenario(musts: 4)
    let scenario = Scenario(
      trust: "T", term: Term(name: "Autumn 2026"), schools: base.schools,
      history: History(
        terms: past.enumerated().map { index, groups in
          History.PastTerm(
            name: "Past \(index)", termsAgo: 2 - index,
            groups: groups.map { $0.map { SchoolID("s\($0)") } }, rested: [])
        }), rules: base.rules)
    let diagnosis = try await TrustDiagnosis(scenario, terms: 3, options: Self.options).diagnose()
    let reason = try #require(diagnosis.reasons.first)
    #expect(
      reason.remedies.contains {
        $0.edit == "repeat: [must, must, must, 240]" && $0.suffices && $0.isLeast
      }, "\(reason.remedies)")
  }

  // MARK: Conflicts of interest

  private func person(_ school: Int, against others: [Int]) -> Person {
    Person(
      id: PersonID("p\(school)"), name: "Person \(school)", schools: [SchoolID("s\(school)")],
      roles: [.principal], conflicts: others.map { SchoolID("s\($0)") })
  }

  @Test func `of conflicts those alone are named that the count needs, each with what it does`()
    async throws
  {
    func scenario(without gone: Int?) -> Scenario {
      // Three terms take six partners; the conflict of the other principal leaves that one seven.
      let mine: [Int] = [6, 7, 8].filter { $0 != gone }
      return self.scenario(
        musts: 3, people: [person(0, against: mine), person(3, against: [7])])
    }
    let diagnosis = try await TrustDiagnosis(
      scenario(without: nil), terms: 3, options: Self.options
    ).diagnose()
    let reason = try #require(diagnosis.reasons.first)
    #expect(
      reason.requirements.map(\.text) == ["repeat: [must, must, must]", "remainder: quads"]
        + [6, 7, 8].map { "Person 0 has a conflict of interest with School \($0)" })
    #expect(reason.isMinimal && diagnosis.isComplete)
    let named = [6, 7, 8].filter { school in
      reason.remedies.contains { $0.suffices && $0.text.contains("with School \(school) (less") }
    }
    #expect(!named.isEmpty)
    for school in named {
      let without = try await TrustDiagnosis(
        scenario(without: school), terms: 3, options: Self.options
      ).diagnose()
      #expect(without.status == .possible, "\(school)")
    }
  }

  @Test func `no conflict is said to do alone where several are in the way`() async throws {
    let scenario = scenario(musts: 3, people: [person(0, against: [4, 5, 6, 7, 8])])
    let diagnosis = try await TrustDiagnosis(scenario, terms: 3, options: Self.options).diagnose()
    let reason = try #require(diagnosis.reasons.first)
    #expect(!reason.remedies.contains { $0.text.hasPrefix("without: Person") })
    #expect(reason.sentence.contains("but not even two terms one after the other"))
  }

  @Test func `only what planning shows to do makes the reasons complete`() async throws {
    let diagnosis = try await TrustDiagnosis(
      StuckTerms.scenario, terms: 2, options: Self.options
    ).diagnose()
    #expect(diagnosis.status == .impossible && diagnosis.reasons.count == 1)
    #expect(diagnosis.reasons.first?.remedies.map(\.text) == ["plan 1 term in place of 2"])
    #expect(!diagnosis.isComplete)
  }

  // MARK: A plan

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
