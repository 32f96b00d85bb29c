import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Remedies of rules that have parts, and by which a school rests.
@Suite struct RemedyTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))

  private func schools(_ count: Int, receivers: Int = 0, closed: DaySet = DaySet()) -> [School] {
    (0..<count).map { index in
      School(
        id: SchoolID("s\(index)"), name: "School \(index)", phase: .primary,
        place: .grid(easting: 440_000 + 300 * Double(index), northing: 445_000),
        standing: index < receivers ? .receiver : .balanced, closed: index == 0 ? closed : DaySet())
    }
  }

  private func edits(_ scenario: Scenario, terms: Int = 1) async throws -> [Reason.Remedy] {
    try await TrustDiagnosis(scenario, terms: terms, options: Self.options).diagnose()
      .reasons.flatMap(\.remedies)
  }

  @Test func `of days out only the part is eased that is in the way`() async throws {
    for (setting, eased) in [
      (DaysOut.Setting(person: 1, school: 40), DaysOut.Setting(person: 2, school: 40)),
      (DaysOut.Setting(person: 40, school: 1), DaysOut.Setting(person: 40, school: 2)),
    ] {
      let scenario = Scenario(
        trust: "T", schools: schools(3), rules: RuleBook().with(DaysOut(setting)))
      let found = try await edits(scenario)
      #expect(
        found.contains { $0.edit == "rules: {days-out: \(DaysOut.write(eased))}" && $0.isLeast },
        "\(found.map(\.text))")
    }
  }

  @Test func `both parts are eased only where no part alone will do, and not called least`()
    async throws
  {
    // Four in difficulty in two groups, and no giver.
    let setting = StandingRule.Setting(receivers: 1, giver: true, charge: .must)
    let scenario = Scenario(
      trust: "T", schools: schools(6, receivers: 4), rules: RuleBook().with(StandingRule(setting)))
    let found = try await edits(scenario)
    let eased = "rules: {standing: {receivers: 2, giver: false, must: true}}"
    #expect(
      found.contains { $0.edit == eased && $0.suffices && !$0.isLeast }, "\(found.map(\.text))")
  }

  @Test func `each step of every way allows more than the one before`() {
    let facts = TrustFacts(Scenario(trust: "T", schools: schools(3)))
    func limit(_ days: Int?) -> Int { days ?? .max }
    for way in DaysOut.easings(of: DaysOut.Setting(person: 2, school: 3), for: nil, in: facts) {
      for (one, next) in zip(way, way.dropFirst()) {
        #expect(limit(one.person) <= limit(next.person) && limit(one.school) <= limit(next.school))
        #expect(one != next)
      }
    }
  }

  @Test func `a limit on receivers stays where a giver is what is missing`() async throws {
    let setting = StandingRule.Setting(receivers: 1, giver: true, charge: .must)
    let scenario = Scenario(
      trust: "T", schools: schools(6, receivers: 2), rules: RuleBook().with(StandingRule(setting)))
    let found = try await edits(scenario).compactMap(\.edit)
    #expect(
      found.contains("rules: {standing: {receivers: 1, giver: false, must: true}}"), "\(found)")
    #expect(!found.contains { $0.contains("cost: 60") })
  }

  // MARK: Rests

  private let term = DayRange(
    CalendarDay(year: 2027, month: 1, day: 4) ?? CalendarDay(number: 0),
    CalendarDay(year: 2027, month: 3, day: 26) ?? CalendarDay(number: 0))

  private func later(_ away: [SchoolID], rest: Bool? = nil) -> Scenario {
    var rules = RuleBook().with(Repeat([]))
    if rest == false {
      let never = Rest.Setting(again: Rest.standard.again, mode: .neverRests)
      rules = rules.with(
        Rest(
          rules[Rest.self].governed.adding(
            .init(subject: .school(SchoolID("s0")), setting: never, reason: "x"))))
    }
    let dates = TermDates(starts: term.first, ends: term.last, closed: DaySet(), reviews: term)
    return Scenario(
      trust: "T", term: Term(name: "Autumn 2026", away: [SchoolID("s1")]),
      later: [Term(name: "Spring 2027", dates: dates, away: away)],
      schools: schools(5, closed: DaySet([term])), rules: rules)
  }

  @Test func `a rest in a later term is written for that term alone`() async throws {
    for (away, edit) in [([], "away: [s0]"), (["s1"], "away: [s1, s0]")] {
      let found = try await edits(later(away.map { SchoolID($0) }), terms: 2)
      let rest = try #require(found.first { $0.text == "School 0 rests in Spring 2027" })
      #expect(rest.edit == edit && rest.suffices)
    }
  }

  @Test func `no second exception is offered where there is one`() async throws {
    let found = try await edits(later([], rest: false), terms: 2)
    #expect(found.contains { $0.edit == "away: [s0]" && $0.suffices })
    #expect(!found.contains { $0.edit?.contains("rule: rest") == true })
  }

  @Test func `the first term is written with its name where it has no days`() async throws {
    let lonely = Scenario(
      trust: "T", term: Term(name: "Autumn 2026"), schools: schools(6),
      rules: RuleBook().with(
        TravelLimit(
          Governed(TravelLimit.standard).adding(
            .init(
              subject: .school(SchoolID("s0")), setting: .init(limit: 0, charge: .must), reason: "x"
            )))))
    let found = try await edits(lonely)
    #expect(
      found.contains { $0.edit == "term: {name: Autumn 2026, away: [s0]}" }, "\(found.map(\.text))")
  }
}
