import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// What is said of openings that stay open: nothing that is not so, and changes that do help.
@Suite struct UnfilledReasonTests {
  static let ids = ["ash", "beech", "cedar"].map { SchoolID($0) }

  /// Ann, deputy of Ash, may go to the opening at Beech.
  func trust(
    _ edit: (Candidate) -> Candidate = { $0 }, ash: Release = Release(),
    standing: Standing = .balanced, opening: Opening? = nil, rules: RuleBook = RuleBook(),
    seconded: SchoolID? = nil, roles: [Role] = [.deputy], more: [Person] = [],
    also: [Opening] = [], candidates: [Candidate] = [], ledger: Ledger = Ledger()
  ) -> Scenario {
    let schools = Self.ids.enumerated().map { index, id in
      School(
        id: id, name: "\(id)", phase: .primary,
        place: .grid(easting: 400_000 + 10_000 * Double(index), northing: 400_000),
        standing: index == 0 ? standing : .balanced, release: index == 0 ? ash : Release())
    }
    let ann = Person(
      id: PersonID("ann"), name: "Ann", schools: [Self.ids[0]], roles: roles, seconded: seconded)
    return Scenario(
      trust: "T", term: Term(name: "Autumn 2026"), schools: schools, people: [ann] + more,
      rules: rules,
      openings: [
        opening
          ?? Opening(id: OpeningID("o"), school: Self.ids[1], role: .deputy, days: 2)
      ] + also, candidates: [edit(Candidate(person: ann.id, days: 2))] + candidates,
      ledger: ledger
    ).withSecondmentsUnderWay
  }

  func unfilled(_ scenario: Scenario) throws -> UnfilledOpening? {
    try SecondmentPlanner(scenario).plan().unfilled.first
  }

  @Test func `no must is taken for a price`() throws {
    let receiver = trust(
      standing: .receiver, rules: RuleBook().with(ReleaseStanding(.must)))
    #expect(
      try unfilled(receiver)?.reasons == [
        "Autumn 2026: 1 candidate would leave a school in difficulty (release-standing)"
      ])
    let away = trust(seconded: Self.ids[2])
    #expect(
      try unfilled(away)?.reasons == ["Autumn 2026: 1 candidate is on secondment already"])
    let cheap = trust(
      rules: RuleBook().with(Unfilled(Unfilled.Setting(high: 1, normal: 1, low: 1))))
    #expect(try unfilled(cheap)?.reasons.first?.contains("would save nothing") == true)
    #expect(try unfilled(cheap)?.remedies == [])
    let stop = StopSignal()
    stop.send()
    let stopped = try SecondmentPlanner(trust()).plan(stop: stop).unfilled.first
    #expect(
      stopped?.reasons == [
        "Autumn 2026: 1 candidate might come; the search ended before that was settled"
      ])
  }

  @Test func `a consent that would not be used is no remedy, one that would is`() throws {
    let willing = trust { $0.with(hasConsent: false) }
    #expect(try unfilled(willing)?.remedies == ["Ann agrees to go"])
    let dear = trust(
      { $0.with(hasConsent: false) },
      rules: RuleBook().with(Unfilled(Unfilled.Setting(high: 1, normal: 1, low: 1))))
    #expect(try unfilled(dear)?.remedies == [])
    let both = trust { $0.with(hasConsent: false, hasReleaseConsent: false) }
    #expect(try unfilled(both)?.remedies == [])
  }

  @Test func `how many are kept is as many as can be, and nobody who is away is on offer`() throws {
    let short = trust(ash: Release(leastKept: [.deputy: 3]))
    #expect(try unfilled(short)?.remedies == ["ash keeps 0 of the role deputy in place of 3"])
    let entry = LedgerEntry(
      published: "Summer 2026", term: "Autumn 2026", kind: .secondment, person: PersonID("ann"),
      from: Self.ids[0], at: Self.ids[2], days: 26, minutes: 0)
    let away = trust(ledger: Ledger([entry]))
    #expect(try unfilled(away)?.reasons == ["Autumn 2026: 1 candidate is on secondment already"])
    #expect(
      try unfilled(away)?.remedies == ["the opening begins a term later, in Spring 2027"])
  }

  @Test func `a day less and a term later are offered where they fill it`() throws {
    let long = Opening(
      id: OpeningID("o"), school: Self.ids[1], role: .deputy, days: 3, terms: 2)
    let short = try unfilled(trust(opening: long))
    #expect(
      short?.reasons == [
        "Autumn 2026 to Spring 2027: 1 candidate who is there offers no more days"
      ])
    #expect(
      short?.remedies == [
        "Ann offers 3 days a week in place of 2",
        "the opening asks for 2 days a week in place of 3: then it is filled",
      ])
    let late = trust(
      { Candidate(person: $0.person, days: 3, from: 1) }, opening: long)
    let open = try unfilled(late)
    #expect(open?.days == 3)
    #expect(open?.reasons == ["Autumn 2026: 1 candidate is not on offer in that term"])
    #expect(
      open?.remedies == [
        "Ann is on offer in Autumn 2026", "the opening begins a term later, in Spring 2027",
      ])
  }

  @Test func `a term later is no remedy where another opening would stay open for it`() throws {
    let next = Opening(
      id: OpeningID("next"), school: Self.ids[2], role: .deputy, days: 2, firstTerm: 1)
    let scenario = trust({ Candidate(person: $0.person, days: 2, from: 1) }, also: [next])
    let unfilled = try SecondmentPlanner(scenario).plan().unfilled
    #expect(unfilled.map(\.opening) == [OpeningID("o")])
    #expect(unfilled.first?.remedies == ["Ann is on offer in Autumn 2026"])
  }

  @Test func `a day more is held against every term of a stay`() throws {
    // In the second term Ann has a day at Cedar too.
    let scenario = trust(
      { Candidate(person: $0.person, days: 3) },
      opening: Opening(
        id: OpeningID("o"), school: Self.ids[1], role: .deputy, days: 3, terms: 2, priority: .low),
      also: [
        Opening(
          id: OpeningID("next"), school: Self.ids[2], role: .deputy, days: 1, firstTerm: 1,
          priority: .high)
      ])
    let unfilled = try SecondmentPlanner(scenario).plan().unfilled.first
    #expect(unfilled?.opening == OpeningID("o"))
    #expect(
      unfilled?.reasons.contains { $0.contains("save nothing") } == false,
      "\(unfilled?.reasons ?? [])")
    #expect(
      unfilled?.remedies.contains("Ann offers 4 days a week in place of 3") == true,
      "\(unfilled?.remedies ?? [])")
  }

  @Test func `a principal is not asked for days on which nobody would act`() throws {
    let scenario = trust(
      opening: Opening(id: OpeningID("o"), school: Self.ids[1], role: .principal, days: 3),
      roles: [.principal])
    #expect(
      try unfilled(scenario)?.remedies == [
        "the opening asks for 2 days a week in place of 3: then it is filled"
      ])
  }

  @Test func `nobody is said to be missing who does come`() throws {
    // Ann of Ash, which needs cover, would go to Cedar for less than that is worth; Bob comes to Ash.
    let prices = RuleBook().with(Unfilled(Unfilled.Setting(high: 9_000, normal: 900, low: 1)))
    func scenario(_ rules: RuleBook) -> Scenario {
      trust(
        ash: Release(needsCover: true),
        opening: Opening(
          id: OpeningID("o"), school: Self.ids[0], role: .deputy, days: 2, priority: .high),
        rules: rules,
        more: [
          Person(id: PersonID("bob"), name: "Bob", schools: [Self.ids[1]], roles: [.deputy])
        ],
        also: [
          Opening(
            id: OpeningID("far"), school: Self.ids[2], role: .deputy, days: 2, priority: .low)
        ], candidates: [Candidate(person: PersonID("bob"), days: 2)])
    }
    let far = try SecondmentPlanner(scenario(prices)).plan().unfilled.first
    #expect(far?.opening == OpeningID("far"))
    #expect(far?.reasons.contains { $0.contains("nobody does") } == false, "\(far?.reasons ?? [])")
    // A chain of one move leaves no room for a second.
    let short = NeedsCover(NeedsCover.Setting(longestCycle: 0, longestChain: 1))
    let alone = try SecondmentPlanner(scenario(prices.with(short))).plan().unfilled.first
    #expect(
      alone?.reasons.contains { $0.contains("longer chain than 'needs-cover' allows") } == true,
      "\(alone?.reasons ?? [])")
  }

  @Test func `every remedy fills more when it is done, on random trusts`() throws {
    var helped = 0
    for seed in UInt64(0)..<150 {
      let scenario = RandomSecondments.scenario(seed: seed)
      let outcome = try SecondmentPlanner(scenario).plan()
      for unfilled in outcome.unfilled {
        for candidate in scenario.candidates {
          guard let name = scenario.people.first(where: { $0.id == candidate.person })?.name,
            unfilled.remedies.contains("\(name) agrees to go")
          else { continue }
          helped += 1
          let changed = scenario.replacing(candidate.with(hasConsent: true))
          let then = try SecondmentPlanner(changed).plan()
          #expect(then.cost < outcome.cost, "seed \(seed)")
          let left = then.unfilled.first { $0.opening == unfilled.opening }?.days ?? 0
          #expect(left < unfilled.days, "seed \(seed)")
        }
      }
    }
    #expect(helped > 0)
  }
}
