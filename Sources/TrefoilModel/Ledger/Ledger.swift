/// What plans and history say was given, entry by entry.
public struct Ledger: Sendable {
  public private(set) var entries: [LedgerEntry] = []

  public init(_ entries: [LedgerEntry] = []) {
    self.entries = entries
  }

  public mutating func add(_ more: [LedgerEntry]) {
    entries += more
  }

  /// Whether entries were published in a term, however its name is written.
  public func isPublished(_ term: String) -> Bool {
    let key = TermName.key(of: term)
    return entries.contains { $0.published.map { TermName.key(of: $0) } == key }
  }

  // MARK: From plans

  /// Everything that a plan gives. Linear in the plan.
  ///
  /// - Parameter terms: how many terms of its reviews count; all unless said. Secondments always count
  ///   in every term that they last.
  public static func entries(
    of plan: Plan, facts: TrustFacts, terms: Int = .max
  ) -> [LedgerEntry] {
    let published = plan.terms.first?.term
    var entries: [LedgerEntry] = []
    for (term, facts) in zip(plan.terms, TermSequence(plan, facts: facts).facts).prefix(terms) {
      entries += reviews(of: term, facts, published)
    }
    let secondments = SecondmentFacts(facts)
    let weeks = facts.scenario.rules[Commute.self].setting
    for move in plan.secondments.compactMap({ secondments.move($0) }) {
      for term in move.span.prefix(Scenario.mostTerms) {
        entries.append(
          LedgerEntry(
            published: published, term: secondments.termName(term), kind: .secondment,
            person: move.person.id, from: move.home.id, at: move.school.id,
            days: move.days * weeks, minutes: secondments.roundTrip(move) * move.days * weeks,
            opening: move.opening.id))
      }
    }
    return entries + coaching(of: plan, facts, published)
      + advocates(of: plan, facts, published) + networks(of: plan, facts, published)
  }

  /// A coach's sessions are no whole days; they count as one thing given, with its journeys.
  private static func coaching(
    of plan: Plan, _ facts: TrustFacts, _ published: String?
  ) -> [LedgerEntry] {
    guard let coaching = plan.coaching else { return [] }
    let facts = CoachingFacts(of: plan, facts: facts)
    let sessions = facts.trust.scenario.rules[CoachingTravel.self].setting
    return coaching.pairs.compactMap { pair in
      facts.match(coach: pair.coach, coachee: pair.coachee).map { match in
        LedgerEntry(
          published: published, term: facts.trust.scenario.term.name, kind: .coaching,
          person: match.coach.id, from: match.from.id, at: match.at.id, days: 0,
          minutes: facts.roundTrip(match) * sessions)
      }
    }
  }

  private static func reviews(
    of term: TermPlan, _ facts: TrustFacts, _ published: String?
  ) -> [LedgerEntry] {
    let visits = term.visits(of: facts).map { planned -> LedgerEntry in
      let visit = planned.visit
      let days = facts.days(of: visit.duty, at: visit.host)
      let trip =
        facts.minutes(from: visit.from, to: visit.host)
        + facts.minutes(from: visit.host, to: visit.from)
      let kind: LedgerEntry.Kind =
        switch visit.duty {
        case .reviewer: .review
        case .champion: .champion
        case .workshopLead: .workshop
        }
      return LedgerEntry(
        published: published, term: term.term, kind: kind, person: visit.person.id,
        from: visit.from.id, at: visit.host.id, days: days, minutes: trip * days)
    }
    return visits
      + term.groups.flatMap(\.reviews).compactMap {
        hosting(at: $0.host, term: term.term, facts, published)
      }
  }

  private static func hosting(
    at host: SchoolID, term: String, _ facts: TrustFacts, _ published: String?
  ) -> LedgerEntry? {
    guard let school = facts.school(host), let head = facts.principal(of: host) else { return nil }
    return LedgerEntry(
      published: published, term: term, kind: .hosting, person: head.id, from: host, at: host,
      days: facts.reviewDays(at: school), minutes: 0)
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
        let hosts = group.compactMap { hosting(at: $0, term: term.name, facts, nil) }
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
    let trip = facts.minutes(from: home, to: host) + facts.minutes(from: host, to: home)
    return LedgerEntry(
      published: nil, term: term, kind: .review, person: head.id, from: from, at: to, days: days,
      minutes: trip * days)
  }
}
