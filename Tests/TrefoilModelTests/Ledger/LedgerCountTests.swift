import Testing
import TrefoilModel

/// What several plans say of the same terms is counted once, and what is not counted is said.
@Suite struct LedgerCountTests {
  private static let ids = ["ash", "beech", "cedar"]

  /// The trust as it plans a term; only then is there an opening, and do people ask for coaching.
  private func facts(
    term: String, isOpen: Bool = false, published: [LedgerEntry] = [],
    without gone: Set<String> = []
  ) -> TrustFacts {
    let schools = Self.ids.filter { !gone.contains($0) }.map { id in
      School(
        id: SchoolID(id), name: id.capitalized, phase: .primary,
        place: .grid(easting: 400_000 + 1000 * Double(id.count), northing: 400_000))
    }
    let people = [("kim", "ash"), ("lee", "beech")].filter { !gone.contains($0.0) }.map {
      Person(
        id: PersonID($0), name: $0.capitalized, schools: [SchoolID($1)], roles: [.deputy])
    }
    let opening = Opening(
      id: OpeningID("o"), school: SchoolID("cedar"), role: .deputy, days: 2, terms: 2)
    return TrustFacts(
      Scenario(
        trust: "T", term: Term(name: term), schools: schools, people: people,
        openings: isOpen ? [opening] : [],
        candidates: isOpen ? [Candidate(person: PersonID("kim"), days: 2)] : [],
        ledger: Ledger(published),
        coaching: isOpen
          ? [
            CoachingProfile(person: PersonID("kim"), wants: ["maths"]),
            CoachingProfile(person: PersonID("lee"), offers: ["maths"]),
          ] : [],
        trustees: [
          Trustee(id: TrusteeID("ida"), name: "Ida", home: .near(SchoolID("ash")))
        ].filter { _ in !gone.contains("ida") },
        networks: [
          Network(id: NetworkID("maths"), name: "Maths", members: Self.ids.map { SchoolID($0) })
        ].filter { _ in !gone.contains("maths") }))
  }

  /// A triad in each of these terms, and all else in the first.
  private func plan(_ terms: [String], secondments: [Secondment]? = nil) -> Plan {
    let reviews = Self.ids.map { host in
      let visitors = Self.ids.filter { $0 != host }.map { PersonID("\($0)-principal") }
      return Review(host: SchoolID(host), reviewers: visitors, champions: [], lead: visitors[0])
    }
    var plan = Plan(
      trust: "T", status: .feasible, cost: nil, bound: nil, seed: 0,
      terms: terms.map {
        TermPlan(
          term: $0, groups: [Group(schools: Self.ids.map { SchoolID($0) }, reviews: reviews)])
      }, notes: [])
    plan.secondments = secondments ?? [secondment(from: terms[0])]
    plan.coaching = CoachingPlan(pairs: [
      CoachingPair(coach: PersonID("lee"), coachee: PersonID("kim"), topic: "maths")
    ])
    plan.advocates = AdvocatePlan(pairs: [
      Advocacy(trustee: TrusteeID("ida"), school: SchoolID("beech"))
    ])
    plan.networks = [
      NetworkPlan(
        network: NetworkID("maths"),
        groups: [NetworkGroup(venue: SchoolID("cedar"), schools: Self.ids.map { SchoolID($0) })])
    ]
    return plan
  }

  private func secondment(
    _ person: String = "kim", opening: String = "o", from term: String, days: Int = 2,
    terms: Int = 2
  ) -> Secondment {
    Secondment(
      person: PersonID(person), opening: OpeningID(opening), from: SchoolID("ash"),
      to: SchoolID("cedar"), days: days, firstTerm: term, terms: terms)
  }

  private func count(_ plans: [(String, Plan)], _ facts: TrustFacts) -> LedgerCount {
    LedgerCount(plans.map { (name: $0.0, plan: $0.1) }, history: History(), facts: facts)
  }

  /// How many entries of each kind there are in each term, in words.
  private func tally(_ count: LedgerCount) -> [String] {
    let words = count.ledger.entries.map { "\($0.term) \($0.kind.rawValue)" }
    return Dictionary(grouping: words) { $0 }.map { "\($0.value.count) \($0.key)" }.sorted()
  }

  // MARK: Who stayed for good

  @Test func `whoever stayed for good is given by the new school alone, and in no term twice`() {
    // Lee of Ash went to Beech for three terms, and is Beech's from the second on.
    func away(_ term: String, _ published: String, from: String, at: String) -> LedgerEntry {
      LedgerEntry(
        published: published, term: term, kind: .secondment, person: PersonID("lee"),
        from: SchoolID(from), at: SchoolID(at), days: 26, minutes: 10)
    }
    let first = ["Autumn 2026", "Spring 2027", "Summer 2027"].map {
      away($0, "Autumn 2026", from: "ash", at: "beech")
    }
    let own = away("Spring 2027", "Spring 2027", from: "beech", at: "cedar")
    func given(_ term: String, _ entries: [LedgerEntry]) -> [Int] {
      let then = facts(term: term, published: entries)
      return count([], then).ledger.schools(of: then).map(\.totals.secondmentDaysGiven)
    }
    #expect(given("Spring 2027", first) == [26, 0, 0])
    #expect(given("Spring 2027", first + [own]) == [26, 26, 0])
    // Later terms know from what Beech gave since whose Lee was.
    #expect(given("Autumn 2027", first + [own]) == [26, 26, 0])
    // A plan that sends Lee on is believed before it is published too.
    let now = facts(term: "Spring 2027", published: first)
    var plan = plan(["Spring 2027"], secondments: [])
    plan.secondments = [
      Secondment(
        person: PersonID("lee"), opening: OpeningID("o"), from: SchoolID("beech"),
        to: SchoolID("cedar"), days: 2, firstTerm: "Spring 2027", terms: 1)
    ]
    let planned = count([("plan", plan)], now)
    #expect(planned.remarks == [])
    #expect(
      planned.ledger.schools(of: now).map(\.totals.secondmentDaysGiven) == [26, 26, 0])
  }

  // MARK: A plan of a term that is over

  @Test(arguments: [["Autumn 2026"], ["Autumn 2026", "Spring 2027"]])
  func `a plan says the same once the trust plans a later term`(terms: [String]) {
    let plan = plan(terms)
    let now = PlanEntries(of: plan, facts: facts(term: "Autumn 2026", isOpen: true))
    #expect(now.remarks.isEmpty && now.entries.filter { $0.kind == .secondment }.count == 2)
    for term in ["Spring 2027", "Summer 2027"] {
      let later = PlanEntries(of: plan, facts: facts(term: term))
      #expect(later.entries == now.entries && later.remarks.isEmpty, "\(term)")
    }
  }

  @Test func `terms that follow no rule of time are counted on from the first`() {
    let plan = plan(["Michaelmas"], secondments: [secondment(from: "Lent", terms: 2)])
    let entries = PlanEntries(of: plan, facts: facts(term: "Trinity")).entries
    #expect(entries.filter { $0.kind == .secondment }.map(\.term) == ["Lent", "Lent + 1"])
    #expect(entries.first { $0.kind == .coaching }?.term == "Michaelmas")
  }

  @Test func `who and what is not known any more is said`() {
    let gone = facts(term: "Spring 2027", without: ["cedar", "lee", "ida", "maths"])
    let found = PlanEntries(of: plan(["Autumn 2026"]), facts: gone)
    #expect(
      found.remarks == [
        "What cedar-principal gives to reviews in Autumn 2026 is not counted, as the scenario does not "
          + "know 'cedar-principal'.",
        "The review of cedar in Autumn 2026 is not counted, as the scenario does not know 'cedar'.",
        "The journeys of Kim to cedar are not counted, as the scenario does not know 'cedar'.",
        "The coaching of Kim by lee is not counted, as the scenario does not know 'lee'.",
        "That ida champions Beech is not counted, as the scenario does not know 'ida'.",
        "Where maths meets is not counted, as the scenario does not know 'maths'.",
      ])
    let days = found.entries.filter { $0.kind == .secondment }
    #expect(days.map(\.days) == [26, 26] && days.map(\.minutes) == [0, 0])
    let impossible = plan(
      ["Autumn 2026"], secondments: [secondment(from: "Autumn 2026", days: 9)])
    #expect(
      PlanEntries(of: impossible, facts: facts(term: "Autumn 2026")).remarks == [
        "The secondment of Kim to Cedar is not counted: there is none of 9 days a week and 2 terms."
      ])
  }

  // MARK: Plans of the same terms

  @Test func `a term of two plans counts once, what begins in it with the plan that says it first`()
  {
    let one = plan(["Spring 2027", "Summer 2027"])
    let two = plan(["Summer 2027", "Autumn 2027"])
    let count = count([("one", one), ("two", two)], facts(term: "Spring 2027"))
    #expect(
      tally(count)
        == [
          "1 Spring 2027 advocate", "1 Spring 2027 coaching", "1 Spring 2027 network",
          "1 Spring 2027 secondment", "1 Summer 2027 advocate", "1 Summer 2027 coaching",
          "1 Summer 2027 network", "1 Summer 2027 secondment", "1 Autumn 2027 secondment",
          "3 Autumn 2027 hosting", "3 Spring 2027 hosting", "3 Summer 2027 hosting",
          "6 Autumn 2027 review", "6 Spring 2027 review", "6 Summer 2027 review",
        ].sorted())
    #expect(
      count.remarks == [
        "Both one and two have reviews and secondments for Summer 2027; that is counted from one "
          + "alone."
      ])
  }

  @Test func `others on secondment in the same term count with their own plan`() {
    let one = plan(["Spring 2027"])
    let two = plan(
      ["Summer 2027"],
      secondments: [secondment("lee", opening: "p", from: "Summer 2027", terms: 1)])
    let both = count([("one", one), ("two", two)], facts(term: "Spring 2027"))
    #expect(both.remarks.isEmpty)
    #expect(tally(both).contains("2 Summer 2027 secondment"))
  }

  @Test func `a later term of a plan that was published is counted as the ledger has it`() {
    let spring = plan(["Spring 2027"], secondments: [])
    let published = Ledger.entries(of: spring, facts: facts(term: "Spring 2027"))
    let known = facts(term: "Spring 2027", published: published)
    let autumn = plan(
      ["Autumn 2026", "Spring 2027"],
      secondments: [
        secondment(from: "Autumn 2026"), secondment("lee", opening: "p", from: "Spring 2027"),
      ])
    let count = count([("two-terms", autumn)], known)
    #expect(
      count.remarks == [
        "Spring 2027 is published, and counted as the ledger has it; of two-terms only what it says "
          + "of Autumn 2026 is counted."
      ])
    #expect(tally(count).contains("6 Spring 2027 review"))
    #expect(tally(count).contains("6 Autumn 2026 review"))
    // Who began before goes on; what would begin in it is as it was published.
    #expect(tally(count).contains("1 Spring 2027 secondment"))
    #expect(!count.ledger.entries.contains { $0.opening == OpeningID("p") })
  }

  @Test func `of a plan whose first term is published the terms to come count, and no secondment`()
  {
    let both = plan(["Spring 2027", "Summer 2027"])
    let published = Ledger.entries(of: both, facts: facts(term: "Spring 2027"), terms: 1)
    let count = count([("both", both)], facts(term: "Spring 2027", published: published))
    #expect(count.ledger.entries.count == published.count + 9)
    #expect(
      count.remarks == [
        "Spring 2027 is published, and counted as the ledger has it; of both only what it says of "
          + "Summer 2027 is counted, without its secondments."
      ])
  }
}
