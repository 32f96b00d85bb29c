/// A secondment that was published in an earlier term and still lasts.
public struct SecondmentUnderWay: Sendable, Hashable {
  public let person: PersonID
  public let at: SchoolID
  /// The terms that are left of it, by their places in the plan.
  public let terms: Set<Int>
  /// Days a week.
  public let days: Int
}

extension Scenario {
  /// The scenario in which secondments that were published before and still last are known: whoever
  /// is on one serves there while it lasts, and is on offer for another only when it ends. Whoever has
  /// stayed for good, so that people.csv gives that school as theirs, is on none.
  ///
  /// The ledger says how many days it has in a term; over the weeks of the rule `commute` these are its
  /// days a week, to the nearest whole day. O(entries + people + candidates).
  public var withSecondmentsUnderWay: Scenario {
    let weeks = max(1, rules[Commute.self].setting)
    let now = TermName.key(of: term.name)
    let places = placesOfTerms
    struct Place: Hashable {
      let person: PersonID
      let at: SchoolID
      let days: Int
      /// Two posts at one school may have the same days.
      let opening: OpeningID?
      var number = 0
    }
    let stays = StaysForGood(self)
    var order: [Place] = []
    var terms: [Place: Set<Int>] = [:]
    var last: [PersonID: Int] = [:]
    for entry in ledger.entries where entry.kind == .secondment {
      // What this very term's publication wrote is a plan of this term, and not under way.
      guard let place = places[TermName.key(of: entry.term)],
        entry.published.map({ TermName.key(of: $0) }) != now,
        !stays.has(entry)
      else { continue }
      let days = min(Opening.mostDays, max(1, (2 * entry.days + weeks) / (2 * weeks)))
      var key = Place(person: entry.person, at: entry.at, days: days, opening: entry.opening)
      while terms[key]?.contains(place) == true { key.number += 1 }
      if terms[key] == nil { order.append(key) }
      terms[key, default: []].insert(place)
      last[entry.person] = max(last[entry.person] ?? 0, place)
    }
    if last.isEmpty { return self }
    var known = self
    known.candidates = candidates.map { candidate in
      guard let end = last[candidate.person] else { return candidate }
      return candidate.onOffer(from: end + 1)
    }
    known.underWay = order.map {
      SecondmentUnderWay(person: $0.person, at: $0.at, terms: terms[$0] ?? [], days: $0.days)
    }
    return known
  }
}

extension Candidate {
  /// The same candidate, on offer no sooner than this term.
  func onOffer(from term: Int) -> Candidate {
    var candidate = self
    candidate.from = max(from, term)
    return candidate
  }
}
