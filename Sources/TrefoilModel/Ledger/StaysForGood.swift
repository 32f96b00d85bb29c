/// Secondments of a ledger whose people stayed for good: from some term on the school that they served is
/// their own, and what they do there is given by nobody.
struct StaysForGood {
  private struct Given {
    let published: Int
    let from: SchoolID
  }

  private let now: String
  private let places: [String: Int]
  private let homes: [PersonID: [SchoolID]]
  /// By person, from which school they gave something, and when that was published.
  private let given: [PersonID: [Given]]

  /// O(people + entries).
  init(_ scenario: Scenario) {
    now = TermName.key(of: scenario.term.name)
    places = scenario.placesOfTerms
    homes = Dictionary(scenario.people.map { ($0.id, $0.schools) }) { first, _ in first }
    given = scenario.ledger.entries.reduce(into: [:]) { given, entry in
      guard entry.kind.isOfPeople,
        let published = entry.published.flatMap({ TermName($0)?.ordinal })
      else { return }
      given[entry.person, default: []].append(Given(published: published, from: entry.from))
    }
  }

  /// Whether a person's school is the one that they serve by a secondment, in the term of the entry: by
  /// people.csv in the terms of the plan, and by what they gave from there in a plan published since.
  func has(_ entry: LedgerEntry) -> Bool {
    guard entry.kind == .secondment else { return false }
    let key = TermName.key(of: entry.term)
    // What this very term's publication wrote is a plan of this term.
    if places[key] != nil, entry.published.map({ TermName.key(of: $0) }) != now,
      homes[entry.person]?.contains(entry.at) == true
    {
      return true
    }
    guard let own = given[entry.person], let term = TermName(entry.term)?.ordinal,
      let published = entry.published.flatMap({ TermName($0)?.ordinal })
    else { return false }
    return own.contains {
      $0.from == entry.at && $0.published > published && $0.published <= term
    }
  }
}

extension Scenario {
  /// The ledger without the terms of secondments in which the person had stayed for good.
  /// O(people + entries).
  public var given: Ledger {
    let stays = StaysForGood(self)
    return Ledger(ledger.entries.filter { !stays.has($0) })
  }
}
