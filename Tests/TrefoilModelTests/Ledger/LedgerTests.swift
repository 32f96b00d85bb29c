import Testing
import TrefoilModel

/// What was given adds up.
@Suite struct LedgerTests {
  private let facts = TrustFacts(
    Scenario(
      trust: "T", term: Term(name: "Autumn 2026"),
      schools: ["ash", "beech", "cedar"].enumerated().map { index, id in
        School(
          id: SchoolID(id), name: id, phase: index == 2 ? .secondary : .primary,
          place: .grid(easting: 400_000 + 10_000 * Double(index), northing: 400_000))
      },
      people: [
        Person(
          id: PersonID("kim"), name: "Kim", schools: [SchoolID("ash")], roles: [.deputy])
      ],
      openings: [
        Opening(id: OpeningID("o"), school: SchoolID("cedar"), role: .deputy, days: 2, terms: 2)
      ],
      candidates: [Candidate(person: PersonID("kim"), days: 2)]))

  @Test func `a triad of history gives each principal two visits, each school two and one to host`()
  {
    let history = History(terms: [
      History.PastTerm(
        name: "Summer 2026", termsAgo: 1, groups: [["ash", "beech", "cedar"].map { SchoolID($0) }],
        rested: [])
    ])
    let ledger = Ledger(Ledger.entries(of: history, facts: facts, without: []))
    for (school, totals) in ledger.schools(of: facts) {
      #expect(totals.visitsMade == 2 && totals.visitsReceived == 2 && totals.hosted == 1)
      #expect(totals.coverPounds == (school.phase == .secondary ? 2 * 291 : 2 * 218))
    }
    // 21 minutes one way for ten kilometres, 36 for twenty, there and back.
    #expect(ledger.people(of: facts).map(\.totals.minutes) == [2 * 57, 2 * 42, 2 * 57])
    #expect(Ledger.entries(of: history, facts: facts, without: ["Summer 2026"]).isEmpty)
  }

  @Test func `a secondment counts in each of its terms, for the giver and the receiver`() throws {
    var plan = Plan(
      trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
    plan.secondments = [
      Secondment(
        person: PersonID("kim"), opening: OpeningID("o"), from: SchoolID("ash"),
        to: SchoolID("cedar"), days: 2, firstTerm: "Autumn 2026", terms: 2)
    ]
    let entries = Ledger.entries(of: plan, facts: facts)
    #expect(entries.map(\.term) == ["Autumn 2026", "Spring 2027"])
    #expect(entries.allSatisfy { $0.days == 26 && $0.minutes == 26 * 72 })
    let schools = Ledger(entries).schools(of: facts).map(\.totals)
    #expect(schools.map(\.secondmentDaysGiven) == [52, 0, 0])
    #expect(schools.map(\.secondmentDaysReceived) == [0, 0, 52])
    #expect(schools[0].coverPounds == 52 * 218)
    let kim = try #require(Ledger(entries).people(of: facts).first)
    #expect(kim.person == PersonID("kim") && kim.totals.minutes == 52 * 72)
  }

  @Test func `history counts in terms of which the ledger has secondments alone`() {
    let entry = LedgerEntry(
      published: "Summer 2026", term: "Spring 2026", kind: .secondment, person: PersonID("kim"),
      from: SchoolID("ash"), at: SchoolID("cedar"), days: 26, minutes: 0)
    func count(_ kind: LedgerEntry.Kind) -> [LedgerEntry] {
      let known = Scenario(
        trust: "T", term: facts.scenario.term, schools: facts.scenario.schools,
        people: facts.scenario.people,
        ledger: Ledger([
          LedgerEntry(
            published: entry.published, term: entry.term, kind: kind, person: entry.person,
            from: entry.from, at: entry.at, days: 26, minutes: 0)
        ]))
      let history = History(terms: [
        History.PastTerm(
          name: "Spring 2026", termsAgo: 2,
          groups: [["ash", "beech", "cedar"].map { SchoolID($0) }], rested: [])
      ])
      return LedgerCount([], history: history, facts: TrustFacts(known)).ledger.entries
    }
    #expect(count(.secondment).filter { $0.kind == .review }.count == 6)
    #expect(count(.advocate).filter { $0.kind == .hosting }.count == 3)
    #expect(count(.review).count == 1)
  }

  @Test func `each plan of the trust that is not published counts, and it is said which do not`() {
    func plan(_ trust: String, _ term: String) -> Plan {
      var plan = Plan(
        trust: trust, status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
      plan.terms = [
        TermPlan(
          term: term,
          groups: [
            Group(
              schools: ["ash", "beech", "cedar"].map { SchoolID($0) },
              reviews: [
                Review(
                  host: SchoolID("ash"), reviewers: [], champions: [], lead: PersonID("x"))
              ])
          ])
      ]
      return plan
    }
    let published = Scenario(
      trust: "T", term: facts.scenario.term, schools: facts.scenario.schools,
      ledger: Ledger([
        LedgerEntry(
          published: "Summer 2026", term: "Summer 2026", kind: .hosting, person: PersonID("x"),
          from: SchoolID("ash"), at: SchoolID("ash"), days: 1, minutes: 0)
      ]))
    let count = LedgerCount(
      [
        ("one", plan("T", "Autumn 2026")), ("two", plan("T", "Autumn 2026")),
        ("old", plan("T", "Summer 2026")), ("other", plan("U", "Autumn 2026")),
      ], history: History(), facts: TrustFacts(published))
    #expect(count.ledger.entries.filter { $0.term == "Autumn 2026" }.count == 1)
    #expect(
      count.remarks == [
        "Both one and two have reviews for Autumn 2026; that is counted from one alone.",
        "Summer 2026 is published, and counted as the ledger has it; old is not counted.",
        "other is a plan of U, not of T; it is not counted.",
      ])
  }
}
