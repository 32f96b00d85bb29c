/// What plans and history say was given, entry by entry.
public struct Ledger: Sendable {
  public private(set) var entries: [LedgerEntry] = []

  public init(_ entries: [LedgerEntry] = []) {
    self.entries = entries
  }

  public mutating func add(_ more: [LedgerEntry]) {
    entries += more
  }

  // MARK: From plans

  /// Everything that a plan gives and that can be looked up: see ``PlanEntries``. Linear in the plan.
  ///
  /// - Parameter terms: how many terms of its reviews count; all unless said. Secondments always count
  ///   in every term that they last.
  public static func entries(
    of plan: Plan, facts: TrustFacts, terms: Int = .max
  ) -> [LedgerEntry] {
    PlanEntries(of: plan, facts: facts, terms: terms).entries
  }

  // MARK: From history

  /// What the groups of earlier terms gave, where no ledger says it: each principal visited the other
  /// schools of a triad; in a larger group the two after their own, since who visited whom is not
  /// known; champions are not known either.
  public static func entries(
    of history: History, facts: TrustFacts, without known: Set<String>
  ) -> [LedgerEntry] {
    let known = Set(known.map { TermName.key(of: $0) })
    return history.terms.filter { !known.contains(TermName.key(of: $0.name)) }.flatMap { term in
      term.groups.flatMap { group -> [LedgerEntry] in
        let hosts = group.compactMap { LedgerEntry(hosting: $0, in: term.name, facts, nil) }
        let visits = group.indices.flatMap { place -> [LedgerEntry] in
          (1...max(1, min(2, group.count - 1))).compactMap { step in
            let from = group[place]
            let to = group[(place + step) % group.count]
            return from == to ? nil : visit(from: from, to: to, term: term.name, facts)
          }
        }
        return hosts + visits
      }
    }
  }

  private static func visit(
    from: SchoolID, to: SchoolID, term: String, _ facts: TrustFacts
  ) -> LedgerEntry? {
    guard let head = facts.principal(of: from), let home = facts.school(from),
      let host = facts.school(to)
    else { return nil }
    let days = facts.reviewDays(at: host)
    return LedgerEntry(
      published: nil, term: term, kind: .review, person: head.id, from: from, at: to, days: days,
      minutes: facts.roundTrip(from: home, to: host) * days)
  }
}

extension LedgerEntry {
  /// A review at a school, which its principal hosts; nil where the school is not known.
  init?(hosting host: SchoolID, in term: String, _ facts: TrustFacts, _ published: String?) {
    guard let school = facts.school(host), let head = facts.principal(of: host) else { return nil }
    self.init(
      published: published, term: term, kind: .hosting, person: head.id, from: host, at: host,
      days: facts.reviewDays(at: school), minutes: 0)
  }
}
