/// What one school gave in one term in one way: a line of its certificate.
public struct Contribution: Sendable, Hashable {
  public let school: SchoolID
  public let term: String
  public let kind: LedgerEntry.Kind
  /// How many visits, workshops, reviews hosted, or people released.
  public let times: Int
  /// Whole days, over all of these.
  public let days: Int
  /// The schools that it was given to, in the order of the scenario, each once.
  public let to: [SchoolID]
  /// Who gave it, in the order of the scenario, each once.
  public let people: [PersonID]

  /// One sentence fit for a certificate, with the names of schools and people. Linear in both.
  public func words(_ facts: TrustFacts) -> String {
    let name = facts.name(school)
    let hosts = Listing.of(to.map { facts.name($0) })
    let who = Listing.of(people.map { facts.name($0) })
    let given = Self.count(days, "day")
    let reviews = times == 1 ? "the review" : "the reviews"
    let words: [LedgerEntry.Kind: String] = [
      .review: "\(name) reviewed \(hosts): \(Self.count(times, "visit") + ", " + given).",
      .champion:
        "\(name) sent \(people.count == 1 ? "an Improvement Champion" : "Improvement Champions"), "
        + "\(who), to \(reviews) at \(hosts): \(given).",
      .workshop:
        "\(name) led \(Self.count(times, "improvement workshop")), with \(who), at \(hosts): "
        + "\(given).",
      .hosting:
        "\(name) opened its doors to \(times == 1 ? "a review" : "\(times) reviews") by others: "
        + "\(given).",
      .secondment: "\(name) released \(who) to serve at \(hosts): \(given).",
      .coaching: "\(name) gave coaching, by \(who), at \(hosts): \(given).",
    ]
    if kind == .network {
      let names = people.map { person in
        facts.scenario.networks.first { $0.id.rawValue == person.rawValue }?.name
          ?? person.rawValue
      }
      return "\(name) hosted \(Self.count(days, "meeting")) of \(Listing.of(names))."
    }
    return words[kind] ?? "\(name) gave \(kind.rawValue), by \(who), at \(hosts): \(given)."
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}

extension Ledger {
  /// The terms of the entries: in the order of time where all their names say it, otherwise as they
  /// come. O(entries + terms x log terms).
  public var terms: [String] {
    var known: Set<String> = []
    let terms = entries.map(\.term).filter { known.insert($0).inserted }
    let places = terms.compactMap { TermName($0)?.ordinal }
    if places.count < terms.count { return terms }
    return zip(places, terms).enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
  }

  /// What each school of the scenario gave, by school, term and kind in their orders; a school, a term
  /// or a kind without anything is left out. O(entries x log entries).
  public func contributions(of facts: TrustFacts) -> [Contribution] {
    struct Line: Hashable {
      let school: SchoolID
      let term: String
      let kind: LedgerEntry.Kind
    }
    let lines = Dictionary(grouping: entries) {
      Line(school: $0.from, term: $0.term, kind: $0.kind)
    }
    let schools = Self.places(facts.scenario.schools.map(\.id))
    let people = Self.places(facts.people.map(\.id))
    let terms = terms
    return facts.scenario.schools.flatMap { school in
      terms.flatMap { term in
        // What a trustee gives is no school's.
        LedgerEntry.Kind.allCases.filter { $0 != .advocate }.compactMap { kind -> Contribution? in
          guard let given = lines[Line(school: school.id, term: term, kind: kind)] else {
            return nil
          }
          return Contribution(
            school: school.id, term: term, kind: kind, times: given.count,
            days: given.reduce(0) { $0 + $1.days },
            to: Set(given.map(\.at)).sorted { Self.isBefore($0, $1, schools) },
            people: Set(given.map(\.person)).sorted { Self.isBefore($0, $1, people) })
        }
      }
    }
  }

  private static func places<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// In the order of the scenario, and those that it does not name last, by their ids.
  private static func isBefore<ID: Hashable & Comparable>(
    _ one: ID, _ other: ID, _ places: [ID: Int]
  ) -> Bool {
    (places[one] ?? .max, one) < (places[other] ?? .max, other)
  }
}
