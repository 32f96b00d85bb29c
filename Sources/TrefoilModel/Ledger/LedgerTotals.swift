/// What a school or a person gave and got, added up over the entries of a ledger.
public struct LedgerTotals: Sendable, Hashable {
  public var visitsMade = 0
  public var visitsReceived = 0
  /// Days of visits and workshops, secondments apart.
  public var daysGiven = 0
  public var daysReceived = 0
  public var hosted = 0
  public var secondmentDaysGiven = 0
  public var secondmentDaysReceived = 0
  public var coachingGiven = 0
  public var coachingReceived = 0
  /// Meetings of networks at the school.
  public var meetingsHosted = 0
  /// Minutes travelled by its people, or by this person.
  public var minutes = 0
  /// Whole pounds that cover for the days given is worth, by the rule `cover-rates`.
  public var coverPounds = 0

  public init() {}

  mutating func give(_ entry: LedgerEntry, pounds: Int) {
    // A trustee's journeys are no school's.
    if entry.kind != .advocate { minutes += entry.minutes }
    switch entry.kind {
    case .review, .champion, .workshop:
      visitsMade += 1
      daysGiven += entry.days
      coverPounds += pounds * entry.days
    case .hosting: hosted += 1
    case .secondment:
      secondmentDaysGiven += entry.days
      coverPounds += pounds * entry.days
    case .coaching: coachingGiven += 1
    case .network: meetingsHosted += entry.days
    case .advocate: break
    }
  }

  mutating func receive(_ entry: LedgerEntry) {
    switch entry.kind {
    case .review, .champion, .workshop:
      visitsReceived += 1
      daysReceived += entry.days
    case .hosting, .advocate, .network: break
    case .secondment: secondmentDaysReceived += entry.days
    case .coaching: coachingReceived += 1
    }
  }
}

extension Ledger {
  /// Totals of every school of the scenario, in its order. Linear.
  public func schools(of facts: TrustFacts) -> [(school: School, totals: LedgerTotals)] {
    var totals: [SchoolID: LedgerTotals] = [:]
    let rates = facts.scenario.rules[CoverRates.self].setting
    for entry in entries {
      let pounds = facts.school(entry.from).map { rates.pounds(at: $0.phase) } ?? 0
      totals[entry.from, default: LedgerTotals()].give(entry, pounds: pounds)
      totals[entry.at, default: LedgerTotals()].receive(entry)
    }
    return facts.scenario.schools.map { ($0, totals[$0.id] ?? LedgerTotals()) }
  }

  /// Totals of everybody who gave something, in the order of the scenario; people whom it no longer
  /// names come last, by their ids. Linear, but for sorting those.
  public func people(of facts: TrustFacts) -> [(person: PersonID, totals: LedgerTotals)] {
    var totals: [PersonID: LedgerTotals] = [:]
    let rates = facts.scenario.rules[CoverRates.self].setting
    for entry in entries where entry.kind.isOfPeople || entry.kind == .hosting {
      let pounds = facts.school(entry.from).map { rates.pounds(at: $0.phase) } ?? 0
      totals[entry.person, default: LedgerTotals()].give(entry, pounds: pounds)
    }
    let known = facts.people.map(\.id)
    let gone = Set(totals.keys).subtracting(known).sorted()
    return (known + gone).compactMap { id in totals[id].map { (id, $0) } }
  }
}
