import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Plans of several terms made although not everything can be kept.
@Suite struct BestEffortTermsTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  private func term(_ name: String, _ days: DayRange, _ reviews: DayRange) -> Term {
    Term(
      name: name,
      dates: TermDates(starts: days.first, ends: days.last, closed: DaySet(), reviews: reviews))
  }

  /// Three schools, one of whose principals is there too seldom in the autumn and often enough later.
  private func scenario(away: DaySet, reviews: DayRange, rules: RuleBook) -> Scenario {
    let autumn = DayRange(day(2026, 9, 14), day(2026, 10, 9))
    let spring = DayRange(day(2027, 1, 4), day(2027, 3, 26))
    return Scenario(
      trust: "T", term: term("Autumn 2026", autumn, reviews),
      later: [term("Spring 2027", spring, spring)],
      schools: ThreeSchools.schools,
      people: [
        Person(
          id: PersonID("ann"), name: "Ann", schools: [SchoolID("a")], roles: [.principal],
          unavailable: away,
          nonWorking: WeekdaySet(.friday))
      ], rules: rules.with(Repeat([])))
  }

  /// Verification of every term against the scenario as it was given: what is broken in each, and whether
  /// it is said.
  private func check(_ plan: Plan, of scenario: Scenario) -> [[RuleKey]] {
    plan.terms.indices.map { index in
      let facts = TrustFacts(
        scenario.scenario(ofTerm: index, after: Array(plan.terms[..<index])))
      let found = Assessment(of: plan.terms[index], facts: facts).violations
      return Set(found.map(\.rule)).sorted { $0.rawValue < $1.rawValue }
    }
  }

  @Test func `who is away in a later term is so still, weekdays too`() async throws {
    let spring = DayRange(day(2027, 1, 4), day(2027, 3, 19))
    let scenario = scenario(
      away: DaySet([DayRange(day(2026, 9, 14), day(2026, 10, 9)), spring]),
      reviews: DayRange(day(2026, 9, 14), day(2026, 10, 9)), rules: RuleBook().with(DataBefore(0)))
    let plan = try await ReasonedPlanner(
      scenario, terms: 2, options: Self.options, isBestEffort: true
    ).plan()
    #expect(plan.terms.count == 2)
    #expect(check(plan, of: scenario) == [["dates"], []])
    #expect(plan.broken.map(\.people) == [[PersonID("ann")]])
    #expect(plan.broken.allSatisfy { $0.sentence.hasPrefix("Autumn 2026: Ann is away") })
    #expect(plan.notes.contains { $0.hasPrefix("Broken: Autumn 2026: ") })
  }

  @Test func `a rule that is eased for one term is kept in the other`() async throws {
    let scenario = scenario(
      away: DaySet([DayRange(day(2026, 9, 28), day(2026, 10, 9))]),
      reviews: DayRange(day(2026, 9, 17), day(2026, 10, 8)), rules: RuleBook())
    let plan = try await ReasonedPlanner(
      scenario, terms: 2, options: Self.options, isBestEffort: true
    ).plan()
    #expect(plan.terms.count == 2)
    #expect(check(plan, of: scenario) == [["data-before"], []])
    #expect(
      plan.broken.allSatisfy { $0.sentence.hasPrefix("Autumn 2026: data-before: 14") },
      "\(plan.broken.map(\.sentence))")
  }

  @Test func `a closed school is closed still in a later term`() async throws {
    let all = DayRange(day(2026, 9, 14), day(2026, 10, 9))
    let spring = DayRange(day(2027, 1, 4), day(2027, 3, 12))
    var scenario = scenario(
      away: DaySet(), reviews: all, rules: RuleBook().with(DataBefore(0)))
    scenario = scenario.with(
      schools: scenario.schools.map {
        $0.id == SchoolID("b") ? $0.with(closed: DaySet([all, spring])) : $0
      })
    let plan = try await ReasonedPlanner(
      scenario, terms: 2, options: Self.options, isBestEffort: true
    ).plan()
    // Data are due on a day that is closed but for that.
    #expect(check(plan, of: scenario) == [["data-before", "dates"], []])
    #expect(plan.broken.map(\.schools) == [[SchoolID("b")]])
  }

  // MARK: Terms as one, and coaching

  private func town(_ schools: Int, terms: [String], _ rules: RuleBook) -> Scenario {
    Scenario(
      trust: "T", term: Term(name: terms[0]), later: terms.dropFirst().map { Term(name: $0) },
      schools: (0..<schools).map {
        School(
          id: SchoolID("s\($0)"), name: "S\($0)", phase: .primary,
          place: .grid(easting: 440_000 + 5_000 * Double($0), northing: 445_000))
      }, rules: rules)
  }

  @Test func `what is in the way of terms as one is broken as the remedy says`() async throws {
    let scenario = town(3, terms: ["Autumn 2026"], RuleBook().with(Repeat([.must])))
    let refused = try await ReasonedPlanner(scenario, terms: 2, options: Self.options).plan()
    #expect(refused.status == .infeasible && refused.reasons.count == 1)
    #expect(!refused.notes.contains { $0.contains("not proven") })
    let plan = try await ReasonedPlanner(
      scenario, terms: 2, options: Self.options, isBestEffort: true
    ).plan()
    #expect(plan.terms.count == 2)
    #expect(plan.broken.map(\.sentence) == ["repeat: [must]: kept is repeat: [240]."])
    #expect(check(plan, of: scenario) == [[], ["repeat"]])
  }

  @Test func `no plan is praised that is none`() async throws {
    // One school rests, which three may not and the fourth not twice: nothing that is looked for.
    let never = Rest.Setting(again: [.must, .must, .must], mode: .neverRests)
    var rest = Governed(Rest.Setting(again: [.must, .must, .must], mode: .mayRest))
    for school in 0..<3 {
      rest = rest.adding(
        .init(subject: .school(SchoolID("s\(school)")), setting: never, reason: ""))
    }
    let rules = RuleBook().with(Remainder(.rest)).with(Rest(rest)).with(Repeat([]))
      .with(TravelLimit(.init(limit: 5, charge: .must)))
    let plan = try await ReasonedPlanner(
      town(4, terms: ["Autumn 2026", "Autumn 2027"], rules), terms: 2, options: Self.options,
      isBestEffort: true
    ).plan()
    #expect(plan.terms.isEmpty && plan.broken.isEmpty && !plan.reasons.isEmpty)
    #expect(!plan.notes.contains { $0.contains("This plan breaks") })
    #expect(plan.notes.contains { $0.hasPrefix("No plan was found even with what best effort") })
    #expect(plan.notes.contains { $0.hasPrefix("Would be broken: Autumn 2026: travel-limit") })
  }

  @Test func `partners that history has used up meet again, in each term`() async throws {
    // By itself the second term only meets again what lies two terms back.
    let base = town(3, terms: ["Autumn 2026"], RuleBook().with(Repeat([.must, .must])))
    let met = History.PastTerm(
      name: "Summer 2026", termsAgo: 1, groups: [base.schools.map(\.id)], rested: [])
    let scenario = Scenario(
      trust: "T", term: base.term, schools: base.schools, history: History(terms: [met]),
      rules: base.rules)
    let plan = try await ReasonedPlanner(
      scenario, terms: 2, options: Self.options, isBestEffort: true
    ).plan()
    #expect(plan.terms.count == 2)
    #expect(plan.broken.map(\.kept) == ["repeat: [240, 240]"])
    #expect(plan.notes.contains { $0.contains("breaking still less may do") })
    #expect(check(plan, of: scenario) == [["repeat"], ["repeat"]])
  }

  @Test func `what counting showed before repeat was eased is not said of it`() async throws {
    let plan = try await ReasonedPlanner(
      StuckTerms.scenario, terms: 2, options: Self.options, isBestEffort: true
    ).plan()
    #expect(plan.terms.isEmpty && plan.reasons.count == 1)
    #expect(!plan.reasons.contains { $0.sentence.hasPrefix("Even with") })
  }

  @Test func `a stop is said to be the cause`() async throws {
    let scenario = town(5, terms: ["Autumn 2026"], RuleBook().with(Apart([Wish(["s0", "s1"])])))
    let stop = StopSignal()
    stop.send()
    let diagnosis = TrustDiagnosis(scenario, options: Self.options)
    let first = Plan(
      trust: "T", status: .infeasible, cost: nil, bound: nil, seed: 1, terms: [], notes: [])
    let plan = try await BestEffort(diagnosis: diagnosis, first: first)
      .made(stop: stop) { _ in first }
    #expect(plan.notes == [NoBreach.stopped.sentence])
  }

  @Test func `coaching that must be stable is broken as the remedy says, beside the reviews`()
    async throws
  {
    let scenario = RestlessCoaching.scenario(.must)
    let plan = try await ReasonedPlanner(scenario, options: Self.options, isBestEffort: true).plan()
    #expect(plan.broken.map(\.kept) == ["coaching-stable: 60"] && plan.terms.count == 1)
    let far = scenario.with(
      rules: scenario.rules.with(TravelLimit(.init(limit: 3, charge: .must))))
    let both = try await ReasonedPlanner(far, options: Self.options, isBestEffort: true).plan()
    #expect(both.terms.count == 1)
    #expect(both.reasons.contains { $0.sentence.hasPrefix("No coaching is stable") })
    #expect(both.reasons.contains { $0.requirements.contains { $0.text.contains("travel-limit") } })
    #expect(both.broken.contains { $0.requirement.text.contains("travel-limit") })
  }
}
