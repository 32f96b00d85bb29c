import Testing
import TrefoilModel

import struct TrefoilSolver.SeededGenerator

@testable import TrefoilFiles

/// A scenario made at random with everything a folder can hold, and names that are hard on files.
struct HardScenario {
  private var random: SeededGenerator
  private var ids: [SchoolID] = []
  private var people: [Person] = []

  /// Settings to choose from; none contradicts another, whatever the trust.
  private static let settings: [(RuleKey, [String])] = [
    ("remainder", ["quads", "pairs", "rest", "all-pairs"]),
    ("travel", ["{speed: 47.5, overhead: 3}"]),
    ("travel-limit", ["60", "{limit: 70, cost: 30}"]), ("long-journey", ["{over: 45, times: 3}"]),
    ("repeat", ["off", "[must, 30]", "{must: true, within: 3}"]),
    ("hub", ["{want: same, cost: 5}"]), ("non-local", ["{least: 60, cost: 30}"]),
    ("release-standing", ["400", "must"]),
    ("phase", ["off", "{want: mix, must: true}"]), ("standing", ["{receivers: 1, giver: true}"]),
    ("need", ["off", "must"]), ("conflict", ["30"]), ("champions", ["2", "{number: 1, cost: 90}"]),
    ("workshop-lead", ["{from: off-team, cost: 5}", "off"]), ("load", ["[5]", "off"]),
    ("capacity", ["off"]), ("days-out", ["{person: 6, school: 10}"]), ("rest", ["off", "[must]"]),
    ("change", ["30", "{school: must, person: off}"]),
    ("review-days", ["2", "{usual: 1, large: 3, large-from: 500}"]), ("leaders-out", ["off", "3"]),
    ("reviews-a-day", ["4"]), ("days-between", ["2"]), ("test-weeks", ["{primary: [2027-05-10]}"]),
    ("bank-holidays", ["off"]), ("weekdays", ["{avoid: [mon, fri], cost: 7}"]),
    ("weeks", ["{avoid: [2026-11-30..2026-12-04, 2026-12-07]}"]), ("spread", ["off"]),
  ]

  /// Exceptions that may stand beside any of those.
  private static let exceptions: [(RuleKey, isForPerson: Bool, String)] = [
    ("travel-limit", false, "{limit: 80, must: true}"), ("travel-limit", true, "off"),
    ("champions", false, "{number: 0, must: true}"), ("rest", false, "false"),
    ("load", true, "off"),
    ("capacity", true, "9"), ("need", false, "5"), ("weekdays", false, "{avoid: [tue]}"),
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func make() throws -> Scenario {
    ids = (0..<(4 + random.below(8))).map { SchoolID(hardName(after: "\($0)")) }
    let schools = try ids.map { try school($0) }
    if random.below(4) > 0 { people = try makePeople() }
    let term = try term()
    let published = publishedPlan(of: term.name)
    let later = try laterTerms(after: term)
    let isPublishedLater = published?.term == term.name && !later.isEmpty
    return Scenario(
      trust: hardName(after: "T"), term: term, horizon: 1 + later.count + random.below(3),
      later: later, schools: schools, people: people,
      history: makeHistory(), travel: makeTravel(),
      rules: try makeRules(isPublished: published != nil),
      published: published,
      publishedLater: isPublishedLater
        ? [TermPlan(term: later[0].name, groups: [], costs: nil, calendar: nil)] : [],
      trustees: makeTrustees(), networks: makeNetworks())
  }

  private mutating func makeNetworks() -> [Network] {
    (0..<random.below(4)).map { index in
      let members = some(ids) + [ids[0]]
      let venues = [nil, Array(ids.prefix(2)), Array(ids.suffix(1))]
      return Network(
        id: NetworkID(hardName(after: "network\(index)")), name: hardName(after: "Network"),
        members: members.first == members.last ? [ids[0]] : members,
        groupSize: random.below(2) == 0 ? 2 + random.below(5) : nil, venues: oneOf(venues),
        meetings: 1 + random.below(3),
        past: some(ids).map { PastTurn(school: $0, termsAgo: 1 + random.below(4)) },
        aim: oneOf(Network.Aim.allCases))
    }
  }

  private mutating func makeTrustees() -> [Trustee] {
    (0..<random.below(4)).map { index in
      let homes: [Trustee.Home] = [
        .near(oneOf(ids)), .place(.geographic(latitude: 53.5, longitude: -1.25)),
        .place(.grid(easting: 400_000, northing: 410_000.5)),
      ]
      return Trustee(
        id: TrusteeID(hardName(after: "trustee\(index)")), name: hardName(after: "Trustee"),
        home: oneOf(homes), most: random.below(2) == 0 ? random.below(5) : nil, ties: some(ids),
        past: some(ids).map { PastTurn(school: $0, termsAgo: 1 + random.below(4)) })
    }
  }

  private mutating func laterTerms(after term: Term) throws -> [Term] {
    let starts = try #require(CalendarDay("2027-01-15"))
    let dates = TermDates(
      starts: starts, ends: starts + 60, closed: DaySet(),
      reviews: DayRange(starts + random.below(30), starts + 40))
    let terms = [
      Term(name: TermName.name(of: 1, after: term.name), dates: dates, away: some(ids)),
      Term(name: hardName(after: "Later"), away: some(ids)),
    ]
    return Array(terms.prefix(random.below(3)))
  }

  private mutating func oneOf<Element>(_ elements: [Element]) -> Element {
    elements[random.below(elements.count)]
  }

  private mutating func some<Element>(_ elements: [Element]) -> [Element] {
    elements.filter { _ in random.below(3) == 0 }
  }

  /// A name that holds what separates, quotes or escapes somewhere, unlike any with another core.
  private mutating func hardName(after core: String) -> String {
    let starts = ["", "=", "-", "'", "\"", "+1 ", "@", "&a ", "*", "# ", "é", "{", "- "]
    let ends = ["", ", x", " \"y\"", ": z", " #", "\\", "]}", "\u{2028}w", "🙂", "\n w", "%", "'"]
    return oneOf(starts) + core + oneOf(ends)
  }

  private mutating func day() throws -> CalendarDay {
    try #require(CalendarDay("2026-09-07")) + random.below(90)
  }

  private mutating func days() throws -> DaySet {
    var ranges: [DayRange] = []
    for _ in 0..<random.below(3) {
      let first = try day()
      ranges.append(DayRange(first, first + random.below(4)))
    }
    return DaySet(ranges)
  }

  private mutating func school(_ id: SchoolID) throws -> School {
    let place: Place =
      random.below(2) == 0
      ? .geographic(latitude: 50 + 4 * random.unit(), longitude: random.unit() - 0.5)
      : .grid(easting: Double(300_000 + random.below(9)), northing: 400_000 * random.unit() + 1)
    return School(
      id: id, name: hardName(after: "School"), phase: oneOf(Phase.allCases), place: place,
      hub: random.below(2) == 0 ? hardName(after: "hub") : nil, standing: oneOf(Standing.allCases),
      strengths: some(["reading", "maths, too", "\"arts\""]), needs: some(["maths, too", "sport"]),
      size: random.below(2) == 0 ? random.below(2000) : nil, closed: try days(),
      participates: random.below(9) > 0,
      release: Release(
        mostOut: random.below(3) == 0 ? random.below(4) : nil,
        leastKept: random.below(3) == 0 ? [.deputy: 1, .principal: random.below(3)] : [:],
        needsCover: random.below(3) == 0))
  }

  private mutating func makePeople() throws -> [Person] {
    var people: [Person] = []
    for (index, id) in ids.enumerated() where random.below(4) > 0 {
      let roles = [Role.principal] + some([Role.champion, .deputy])
      people.append(try person("head\(index)", of: [id], roles: roles))
    }
    for index in 0..<random.below(6) {
      let schools = Array(Set([oneOf(ids), oneOf(ids)])).sorted()
      people.append(try person("champion\(index)", of: schools, roles: [.champion]))
    }
    return people
  }

  private mutating func person(
    _ name: String, of schools: [SchoolID], roles: [Role]
  ) throws -> Person {
    let phases = [nil, PhaseSet(), [.primary, .sixteenPlus], Phase.allThrough.taught]
    return Person(
      id: PersonID(hardName(after: name)), name: hardName(after: "Person"), schools: schools,
      roles: roles, phases: oneOf(phases), capacity: random.below(2) == 0 ? random.below(9) : nil,
      unavailable: try days(),
      nonWorking: some(Weekday.allCases).reduce(into: []) { $0.insert(WeekdaySet($1)) },
      conflicts: some(ids), seconded: some(ids.filter { !schools.contains($0) }).first)
  }

  private mutating func term() throws -> Term {
    let name = oneOf(["Autumn 2026", "This term", "7", hardName(after: "Term")])
    guard random.below(3) > 0 else { return Term(name: name) }
    let starts = try #require(CalendarDay("2026-09-02"))
    let ends = starts + (110 + random.below(20))
    return Term(
      name: name,
      dates: TermDates(
        starts: starts, ends: ends, closed: try days(),
        reviews: DayRange(starts + random.below(30), ends - random.below(30))))
  }

  private mutating func makeHistory() -> History {
    let names = oneOf([
      ["Summer 2026", "Spring 2026", "Autumn 2025"], ["6", "5", "3"], ["x", "Autumn 2025", "y"],
      ["a", "b", "c"],
    ])
    let ages = oneOf([[1, 2, 3], [1, 2, 4], [2, 3, 4]])
    let terms = zip(names, ages).prefix(random.below(4)).map { name, age in
      let shuffled = ids.shuffled(using: &random)
      return History.PastTerm(
        name: name, termsAgo: age, groups: [Array(shuffled[..<2]), Array(shuffled[3...])],
        rested: [shuffled[2]])
    }
    return History(terms: terms)
  }

  private mutating func makeTravel() -> TravelTable {
    var minutes: [TravelTable.Journey: Int] = [:]
    for _ in 0..<random.below(8) {
      let (from, to) = (oneOf(ids), oneOf(ids))
      if from != to { minutes[.init(from: from, to: to)] = random.below(200) }
    }
    return TravelTable(minutes: minutes)
  }

  /// Groups, people and days that no rule has looked at.
  private mutating func publishedPlan(of planned: String) -> TermPlan? {
    guard random.below(2) == 0 else { return nil }
    let heads = TrustFacts(Scenario(trust: "", schools: makePlain(), people: people)).people
      .map(\.id)
    let shuffled = ids.shuffled(using: &random)
    let groups = [shuffled[..<2], shuffled[2..<4]].map { schools in
      Group(
        schools: Array(schools),
        reviews: schools.map { host in
          Review(
            host: host, reviewers: [oneOf(heads)], champions: some(heads), lead: oneOf(heads),
            workshopLead: some(heads).first)
        }, costs: nil)
    }
    return TermPlan(
      term: random.below(2) == 0 ? planned : hardName(after: "Term"), groups: groups,
      resting: Array(shuffled[4...].prefix(1)),
      costs: nil, calendar: ["spread": random.below(50)])
  }

  private func makePlain() -> [School] {
    ids.map { School(id: $0, name: $0.rawValue, phase: .primary) }
  }

  private mutating func makeRules(isPublished: Bool) throws -> RuleBook {
    var book = RuleBook()
    for (key, texts) in some(Self.settings) where isPublished || key != Change.key {
      #expect(book.set(key, from: try Self.node(oneOf(texts))).isEmpty)
    }
    let wish = Wish(
      Array(ids.prefix(2).map(\.rawValue)), charge: .minutes(5), reason: hardName(after: "why"))
    book = book.with(Together([wish]))
    book = book.with(Apart([Wish(Array(ids.suffix(2).map(\.rawValue)), charge: .minutes(9))]))
    let seats = people.filter(\.isChampion).prefix(1).map { person in
      SeatWish(host: ids[0], person: person.id, duty: .champion, charge: .minutes(4))
    }
    book = book.with(Pin(GroupsAndSeats(groups: [wish], seats: seats)))
    for (key, isForPerson, text) in some(Self.exceptions) {
      let person = people.first?.id ?? TrustFacts.suppliedPrincipal(of: ids[0])
      let subject: Subject = isForPerson ? .person(person) : .school(oneOf(ids))
      let faults = book.grant(
        key, to: subject, value: try Self.node(text), reason: hardName(after: "because"))
      #expect(faults.isEmpty)
    }
    return book
  }

  private static func node(_ text: String) throws -> SettingNode {
    try #require(YAMLReader(Array(text.utf8), file: "setting").root)
  }
}
