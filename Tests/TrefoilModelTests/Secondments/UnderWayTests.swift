import Testing
import TrefoilModel

/// Secondments that were published before last as long as they were published for.
@Suite struct UnderWayTests {
  private static func entry(_ term: String, days: Int, published: String?) -> LedgerEntry {
    LedgerEntry(
      published: published, term: term, kind: .secondment, person: PersonID("ann"),
      from: SchoolID("ash"), at: SchoolID("beech"), days: days, minutes: 0)
  }

  /// Ann, who heads Ash, is away to Beech in the terms of the entries; Bob would act.
  private static func scenario(_ entries: [LedgerEntry], openings: [Opening] = []) -> Scenario {
    Scenario(
      trust: "T", term: Term(name: "Autumn term 2026/27"), horizon: 4,
      schools: ["ash", "beech", "cedar"].map {
        School(id: SchoolID($0), name: $0, phase: .primary, place: .grid(easting: 0, northing: 0))
      },
      people: [
        Person(
          id: PersonID("ann"), name: "Ann", schools: [SchoolID("ash")], roles: [.principal]),
        Person(id: PersonID("bob"), name: "Bob", schools: [SchoolID("ash")], roles: [.deputy]),
      ],
      openings: openings,
      candidates: [
        Candidate(
          person: PersonID("ann"), roles: [.principal], days: 3, acting: PersonID("bob")),
        Candidate(person: PersonID("bob"), days: 2),
      ],
      ledger: Ledger(entries)
    ).withSecondmentsUnderWay
  }

  private static func facts(_ scenario: Scenario, term: Int) -> TrustFacts {
    TrustFacts(scenario.scenario(ofTerm: term, after: []))
  }

  @Test func `they last for their terms, however the terms are written, and no longer`() {
    let scenario = Self.scenario([
      Self.entry("autumn 2026", days: 39, published: "Summer 2026"),
      Self.entry("Spring 2027", days: 39, published: "Summer 2026"),
    ])
    for term in 0..<4 {
      let facts = Self.facts(scenario, term: term)
      #expect(facts.person(PersonID("ann"))?.secondedTo == (term < 2 ? [SchoolID("beech")] : []))
      #expect(facts.principal(of: SchoolID("ash"))?.id == PersonID(term < 2 ? "bob" : "ann"))
      #expect(facts.person(PersonID("bob"))?.isPrincipal == (term < 2))
    }
    #expect(scenario.candidates.map(\.from) == [2, 0])
  }

  @Test func `two posts at one school on as many days each are two`() {
    // Twice two days a week are four: Bob acts.
    let scenario = Self.scenario([
      Self.entry("Autumn 2026", days: 26, published: "Summer 2026"),
      Self.entry("Autumn 2026", days: 26, published: "Summer 2026"),
    ])
    #expect(scenario.underWay.map(\.days) == [2, 2])
    #expect(
      Self.facts(scenario, term: 0).principal(of: SchoolID("ash"))?.id == PersonID("bob"))
  }

  @Test func `whoever stayed for good is on none`() {
    let scenario = Scenario(
      trust: "T", term: Term(name: "Autumn 2026"),
      schools: ["ash", "beech"].map {
        School(id: SchoolID($0), name: $0, phase: .primary, place: .grid(easting: 0, northing: 0))
      },
      people: [
        Person(id: PersonID("ann"), name: "Ann", schools: [SchoolID("beech")], roles: [.deputy])
      ], candidates: [Candidate(person: PersonID("ann"), days: 2)],
      ledger: Ledger([Self.entry("Autumn 2026", days: 39, published: "Summer 2026")])
    ).withSecondmentsUnderWay
    #expect(scenario.underWay.isEmpty)
    #expect(scenario.candidates.map(\.from) == [0])
  }

  @Test func `whoever acts for an executive principal leads both schools`() {
    let ids = ["ash", "beech", "cedar"].map { SchoolID($0) }
    let scenario = Scenario(
      trust: "T", term: Term(name: "Autumn 2026"),
      schools: ids.map {
        School(id: $0, name: "\($0)", phase: .primary, place: .grid(easting: 0, northing: 0))
      },
      people: [
        Person(
          id: PersonID("ann"), name: "Ann", schools: [ids[0], ids[2]], roles: [.principal]),
        Person(id: PersonID("bob"), name: "Bob", schools: [ids[0]], roles: [.deputy]),
      ],
      candidates: [Candidate(person: PersonID("ann"), days: 3, acting: PersonID("bob"))],
      ledger: Ledger([Self.entry("Autumn 2026", days: 39, published: "Summer 2026")])
    ).withSecondmentsUnderWay
    let away = Self.facts(scenario, term: 0)
    #expect(away.principal(of: ids[0])?.id == PersonID("bob"))
    #expect(away.principal(of: ids[2])?.id == PersonID("bob"))
    #expect(away.suppliedPrincipals == [TrustFacts.suppliedPrincipal(of: ids[1])])
    let back = Self.facts(scenario, term: 1)
    #expect(back.principal(of: ids[2])?.id == PersonID("ann"))
    #expect(back.person(PersonID("bob"))?.schools == [ids[0]])
  }

  @Test func `on two days a week the principal leads on`() {
    let scenario = Self.scenario([Self.entry("Autumn 2026", days: 26, published: nil)])
    let facts = Self.facts(scenario, term: 0)
    #expect(facts.person(PersonID("ann"))?.secondedTo == [SchoolID("beech")])
    #expect(facts.principal(of: SchoolID("ash"))?.id == PersonID("ann"))
  }

  @Test func `what this very term published is no secondment under way`() {
    let scenario = Self.scenario([
      Self.entry("Autumn 2026", days: 39, published: "Autumn 2026"),
      Self.entry("Summer 2026", days: 39, published: "Summer 2026"),
    ])
    #expect(scenario.underWay.isEmpty && scenario.candidates.map(\.from) == [0, 0])
  }

  @Test func `a plan in which schools that they link meet is refused, term by term`() {
    let entries = ["Autumn 2026", "Spring 2027"].map {
      Self.entry($0, days: 39, published: "Summer 2026")
    }
    var plan = Plan(
      trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
    let names = ["Autumn term 2026/27", "Spring term 2026/27", "Summer term 2026/27"]
    plan.terms = names.map { term in
      TermPlan(
        term: term,
        groups: [
          Group(schools: [SchoolID("ash"), SchoolID("beech"), SchoolID("cedar")], reviews: [])
        ]
      )
    }
    let found = Verification(of: plan, facts: TrustFacts(Self.scenario(entries))).violations
    #expect(found.filter { $0.rule == "linked-by-secondment" }.count == 2)
  }

  @Test func `no school has more people out than it may, in later terms neither`() {
    let opening = Opening(
      id: OpeningID("o"), school: SchoolID("cedar"), role: .deputy, days: 2, firstTerm: 1)
    var scenario = Self.scenario(
      [Self.entry("Spring 2027", days: 39, published: "Summer 2026")], openings: [opening])
    var plan = Plan(
      trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
    plan.secondments = [
      Secondment(
        person: PersonID("bob"), opening: OpeningID("o"), from: SchoolID("ash"),
        to: SchoolID("cedar"), days: 2, firstTerm: "Spring 2027", terms: 1, costs: nil)
    ]
    let broken = Verification(of: plan, facts: TrustFacts(scenario)).violations.map(\.rule)
    #expect(broken == [])
    scenario =
      Scenario(
        trust: "T", term: scenario.term, horizon: 4, schools: scenario.schools,
        people: scenario.people,
        rules: RuleBook().with(MostOut(1)), openings: [opening], candidates: scenario.candidates,
        ledger: scenario.ledger
      ).withSecondmentsUnderWay
    let tight = Verification(of: plan, facts: TrustFacts(scenario)).violations.map(\.rule)
    #expect(tight == ["most-out"])
  }

  /// Ann and Bob are the deputies of Ash, which keeps one; Ann is away all week or, in another trust,
  /// on secondment by people.csv, and Bob goes to Cedar in the term named.
  private static func broken(_ term: String, entries: [LedgerEntry], seconded: SchoolID?)
    -> [RuleKey]
  {
    let ids = ["ash", "beech", "cedar"].map { SchoolID($0) }
    let scenario = Scenario(
      trust: "T", term: Term(name: "Autumn 2026"),
      schools: ids.map {
        School(
          id: $0, name: "\($0)", phase: .primary, place: .grid(easting: 0, northing: 0),
          release: Release(leastKept: $0 == ids[0] ? [.deputy: 1] : [:]))
      },
      people: ["ann", "bob", "cat"].map {
        Person(
          id: PersonID($0), name: $0, schools: [$0 == "cat" ? ids[1] : ids[0]], roles: [.deputy],
          seconded: $0 == "ann" ? seconded : nil)
      },
      openings: [
        Opening(id: OpeningID("o"), school: ids[2], role: .deputy, days: 5, terms: 2)
      ],
      candidates: [Candidate(person: PersonID("bob"), days: 5)], ledger: Ledger(entries)
    ).withSecondmentsUnderWay
    var plan = Plan(
      trust: "T", status: .unknown, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
    plan.secondments = [
      Secondment(
        person: PersonID("bob"), opening: OpeningID("o"), from: ids[0], to: ids[2], days: 5,
        firstTerm: term, terms: 1, costs: nil)
    ]
    return Verification(of: plan, facts: TrustFacts(scenario)).violations.map(\.rule)
  }

  @Test func `whoever is away already is not there to be kept`() {
    let away = Self.entry("Spring 2027", days: 65, published: "Summer 2026")
    #expect(Self.broken("Autumn 2026", entries: [away], seconded: nil) == [])
    #expect(Self.broken("Spring 2027", entries: [away], seconded: nil) == ["least-kept"])
    // With Ann there on four days of five Ash is a day short.
    let oneDay = Self.entry("Spring 2027", days: 13, published: "Summer 2026")
    #expect(Self.broken("Spring 2027", entries: [oneDay], seconded: nil) == ["least-kept"])
    let comes = LedgerEntry(
      published: "Summer 2026", term: "Spring 2027", kind: .secondment, person: PersonID("cat"),
      from: SchoolID("beech"), at: SchoolID("ash"), days: 65, minutes: 0)
    #expect(Self.broken("Spring 2027", entries: [away, comes], seconded: nil) == [])
    // Of people.csv's secondments no days are known, and they are of the planned term alone.
    let beech = SchoolID("beech")
    #expect(Self.broken("Autumn 2026", entries: [], seconded: beech) == ["least-kept"])
    #expect(Self.broken("Spring 2027", entries: [], seconded: beech) == [])
  }
}
