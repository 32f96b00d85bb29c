import Testing
import TrefoilModel
import TrefoilReport

@Suite struct SummaryTests {
  private static let facts = TrustFacts(
    Scenario(
      trust: "Foxglove",
      schools: [("ash", 53.0), ("beech", 53.1), ("cedar", 53.2)].map { id, latitude in
        School(
          id: SchoolID(id), name: id.capitalized, phase: .primary,
          place: .geographic(latitude: latitude, longitude: -1))
      }))

  private var plan: Plan {
    let schools = ["ash", "beech", "cedar"]
    let reviews = schools.map { host in
      let others = schools.filter { $0 != host }.map { PersonID("\($0)-principal") }
      return Review(host: SchoolID(host), reviewers: others, champions: [], lead: others[0])
    }
    let group = Group(schools: schools.map { SchoolID($0) }, reviews: reviews, costs: nil)
    let term = TermPlan(term: "This term", groups: [group], costs: nil, calendar: nil)
    let cost = Assessment(of: term, facts: Self.facts).cost
    return Plan(
      trust: "Foxglove", status: .optimal, cost: cost, bound: cost, seed: 1, terms: [term],
      notes: ["A note."])
  }

  @Test func `a plan is told in full`() {
    // 11.12 km and 22.24 km: 22, 22 and 40 minutes one way; there and back, both ways: 336.
    let text = PlanSummary(plan, facts: Self.facts).text
    #expect(
      text.hasPrefix("Foxglove · This term\n3 schools in 1 triad. It costs 336 person-minutes"))
    #expect(text.contains("    team      Principal of Beech leads; Principal of Cedar\n"))
    #expect(text.contains("Longest journey: Principal of Cedar to Ash, 40 minutes one way."))
    #expect(text.hasSuffix("Notes\n  - A note.\n"))
  }

  @Test func `a plan that breaks something says so first`() {
    var broken = plan
    let requirement = Reason.Requirement(text: "travel-limit: 22")
    broken.broken = [BrokenRequirement(requirement: requirement, sentence: "how")]
    let text = PlanSummary(broken, facts: Self.facts).text
    #expect(
      text.contains(
        "no plan that breaks the same costs less (proven). One thing that is a must is not kept: see "
          + "the notes.\n"))
    #expect(PlanSummary(plan, facts: Self.facts).text.contains("; no plan costs less (proven).\n"))
  }

  @Test func `what is proven after secondments is said to be so, where nobody goes too`() {
    var decided = plan
    decided.secondmentCosts = [:]
    #expect(
      PlanSummary(decided, facts: Self.facts).text.contains(
        "; no secondments cost less, and no plan with these does (proven).\n"))
  }

  @Test func `what is the same in several terms is said once, of all of them`() {
    func reason(_ term: String, _ sentence: String) -> Reason {
      Reason(term: term, requirements: [], sentence: sentence, isMinimal: true)
    }
    var diagnosis = Diagnosis(trust: "T", status: .possible)
    diagnosis.emptySeats = [reason("Autumn", "One."), reason("Spring", "One.")]
    let same = DiagnosisSummary(diagnosis).text
    #expect(same.contains("\nWhy, Autumn and Spring\n  One.\n"))
    diagnosis.emptySeats = [reason("Autumn", "One."), reason("Spring", "Two.")]
    let other = DiagnosisSummary(diagnosis).text
    #expect(other.contains("\nReason 1, Autumn\n  One.\n\nReason 2, Spring\n  Two.\n"))
    #expect(!other.contains("is not known"))
  }

  @Test func `nothing invisible in a name reaches a terminal`() throws {
    let schools = Self.facts.scenario.schools.map { school in
      School(
        id: school.id, name: "\(school.name)\u{1B}[31m\nred", phase: school.phase,
        place: school.place)
    }
    let facts = TrustFacts(Scenario(trust: "Fox\u{7}glove", schools: schools))
    let term = try #require(plan.terms.first)
    let explanation = Explanation(subject: .plan, given: term, facts: facts)
    let alternatives = Alternatives(
      facts: facts, count: 1, difference: 3,
      found: [.init(plan: plan, isProven: true)], isExhausted: true, notes: ["\u{1B}note"])
    var odd = plan
    odd.trust = "Fox\u{7}glove"
    odd.notes = ["a\u{202E}note"]
    let texts = [
      PlanSummary(odd, facts: facts).text, ExplanationSummary(explanation).text,
      AlternativesSummary(alternatives).text,
      VerificationSummary(Verification(of: odd, facts: facts), of: odd).text,
      LedgerSummary(Ledger(), facts: facts).text,
    ]
    for text in texts {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(lines.allSatisfy { $0 == Excerpt.escaped($0) }, "\(text)")
      #expect(!lines.contains { $0.hasPrefix("red") }, "\(text)")
    }
    #expect(texts[0].contains("Ash\\u{1B}[31m\\nred"))
    #expect(Excerpt.escapedLines("a\u{1B}\nb\n") == "a\\u{1B}\nb\n")
  }

  @Test func `only what is proven is the cheapest, and of a term alone`() throws {
    let term = try #require(plan.terms.first)
    let cost = try #require(plan.cost)
    func text(_ status: PlanStatus, terms: Int) -> String {
      var best = plan
      (best.status, best.bound) = (status, status == .optimal ? cost : cost - 10)
      let explanation = Explanation(
        subject: .school(SchoolID("ash")), given: term, facts: Self.facts, termCount: terms,
        best: best, question: .otherGroup(than: term.groups[0].schools), reply: .planned(plan))
      return ExplanationSummary(explanation).text
        .replacing("\n", with: " ").replacing(#/ +/#, with: " ")
    }
    #expect(text(.optimal, terms: 1).contains("the same as the cheapest plan (proven)"))
    #expect(!text(.optimal, terms: 1).contains("of this term alone"))
    let several = text(.optimal, terms: 3)
    #expect(several.contains("the same as the cheapest plan of this term alone"))
    #expect(several.contains("later terms are not looked at."))
    let unproven = text(.feasible, terms: 1)
    #expect(unproven.contains("the same as the best plan that was found"))
    #expect(!unproven.contains("the cheapest plan"))
  }

  @Test func `who travels longest is told in words`() {
    let ash = PersonID("ash-principal")
    func told(_ worstOff: WorstOff) -> String {
      var plan = plan
      plan.terms[0].worstOff = worstOff
      return PlanSummary(plan, facts: Self.facts).text.replacing("\n", with: " ")
    }
    #expect(
      told(WorstOff(person: ash, minutes: 212, relief: .init(price: 95, person: ash, minutes: 180)))
        .contains(
          "Principal of Ash travels longest: 212 minutes in all. A plan in which nobody travels so "
            + "long costs 95 minutes more in all, and its longest is 180."))
    #expect(
      told(WorstOff(person: ash, minutes: 1, isProven: true, isUnavoidable: true))
        .contains("1 minute in all. In every plan somebody travels as long."))
    #expect(told(WorstOff(person: ash, minutes: 9)).contains("It is not proven that nobody could"))
  }

  @Test func `what an opening lacks is told term by term`() {
    let scenario = Scenario(
      trust: "Foxglove", term: Term(name: "Autumn 2026"), schools: Self.facts.scenario.schools,
      people: ["kim", "lee"].map {
        Person(id: PersonID($0), name: $0, schools: [SchoolID("ash")], roles: [.deputy])
      },
      openings: [
        Opening(id: OpeningID("o"), school: SchoolID("beech"), role: .deputy, days: 4, terms: 6)
      ], candidates: ["kim", "lee"].map { Candidate(person: PersonID($0), days: 4) })
    func told(_ secondments: [(String, Int, String, Int)], missing: Int) -> String {
      var plan = plan
      plan.secondments = secondments.map { person, days, term, terms in
        Secondment(
          person: PersonID(person), opening: OpeningID("o"), from: SchoolID("ash"),
          to: SchoolID("beech"), days: days, firstTerm: term, terms: terms)
      }
      plan.unfilled = [UnfilledOpening(opening: OpeningID("o"), days: missing)]
      plan.secondmentCosts = [:]
      return PlanSummary(plan, facts: TrustFacts(scenario)).text
        .replacing("\n", with: " ").replacing(#/ +/#, with: " ")
    }
    let some = [("kim", 1, "Autumn 2026", 2), ("lee", 3, "Summer 2027", 1)]
    #expect(
      told(some, missing: 19).contains(
        "Open: o, deputy at Beech, short of 3 days a week in Autumn 2026 and Spring 2027, 1 day a "
          + "week in Summer 2027, 4 days a week from Autumn 2027 to Summer 2028"))
    // What a plan by hand states is told as it states it.
    #expect(told(some, missing: 5).contains("short of 5 days a week, summed over its terms"))
  }

  @Test func `a verification says what differs`() {
    var wrong = plan
    wrong.cost = 1
    wrong.bound = 1
    let verification = Verification(of: wrong, facts: Self.facts)
    let text = VerificationSummary(verification, of: wrong).text
    #expect(text.contains("cost: the plan says 1, it is 336\n"))
    #expect(text.contains("The plan does not hold: 0 rules broken, 1 figure differs."))
  }

  @Test func `every rule is listed with a sentence`() {
    let text = RulesSummary().text
    for rule in RuleCatalogue.all where rule.key != Pin.key {
      #expect(text.contains("\(rule.key): "), "\(rule.key)")
    }
    #expect(!text.contains("overrides:"))
  }

  @Test func `exceptions are listed with who, what and why`() {
    let limit = TravelLimit(
      Governed(
        .init(limit: 60, charge: .must),
        exceptions: [
          .init(
            subject: .school(SchoolID("ash")), setting: .init(limit: 80, charge: .must),
            reason: "agreed: with the head")
        ]))
    let load = Load(
      Governed(
        Load.standard,
        exceptions: [.init(subject: .person(PersonID("kim")), setting: [], reason: "asked for it")])
    )
    let scenario = Scenario(
      trust: "Foxglove", schools: Self.facts.scenario.schools,
      people: [
        Person(
          id: PersonID("kim"), name: "Kim Wren", schools: [SchoolID("ash")], roles: [.champion])
      ], rules: RuleBook().with(limit).with(load))
    let text = RulesSummary(of: TrustFacts(scenario)).text
    let words = text.replacing("\n  # ", with: " ")
    #expect(words.contains("For Ash travel-limit is {limit: 80, must: true} in place of"))
    #expect(words.contains(": agreed: with the head\n"))
    #expect(
      text.contains(
        "  - {school: ash, rule: travel-limit, value: {limit: 80, must: true}, "
          + "reason: \"agreed: with the head\"}\n"))
    #expect(words.contains("For Kim Wren load is off in place of [20, 60]: asked for it\n"))
    #expect(text.contains("  - {person: kim, rule: load, value: off, reason: asked for it}\n"))
  }
}
