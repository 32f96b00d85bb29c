import TrefoilModel

/// Why somebody who asked for a coach has none.
///
/// Everybody who offers coaching is held against what a pair has to keep, with the rest of the plan as
/// it stands, and counted by the first thing in the way.
struct UncoachedReasons {
  private let facts: CoachingFacts
  private let pairs: Set<[PersonID]>
  private let taken: [PersonID: Int]
  private let coached: Set<PersonID>
  private let isProven: Bool

  /// - Parameter isProven: whether no coaching costs less; only then is it known what is too dear.
  init(_ facts: CoachingFacts, _ pairs: [CoachingPair], isProven: Bool) {
    self.facts = facts
    self.isProven = isProven
    self.pairs = Set(pairs.map { [$0.coach, $0.coachee] })
    taken = Dictionary(pairs.map { ($0.coach, 1) }, uniquingKeysWith: +)
    coached = Set(pairs.map(\.coachee))
  }

  /// In the order of the scenario. O(uncoached x coaches x rules).
  var people: [UncoachedPerson] {
    facts.coachees.filter { !coached.contains($0.person) }.map { profile in
      UncoachedPerson(person: profile.person, reasons: reasons(for: profile))
    }
  }

  private enum Kind: CaseIterable {
    case school, line, conflict, limit, other, reciprocal, full, price, open

    func words(_ count: Int) -> String {
      let who = count == 1 ? "1 coach for it" : "\(count) coaches for it"
      let (is_, has) = count == 1 ? ("is", "has") : ("are", "have")
      return switch self {
      case .school: "\(who) \(is_) of a school of their own"
      case .line: "\(who) \(is_) in a line of management with them"
      case .conflict: "\(who) \(has) a conflict of interest, or they with the coach's school"
      case .limit: "\(who) \(is_) further away than 'coaching-limit' allows"
      case .other: "\(who) may not by another rule that is a must"
      case .reciprocal: "\(who) \(is_) coached by them"
      case .full: "\(who) \(has) no place left"
      case .price: "\(who) could, but the whole plan would cost as much or more, or break a rule"
      case .open: "\(who) could; the search ended before that was settled"
      }
    }
  }

  private func reasons(for profile: CoachingProfile) -> [String] {
    var counts: [Kind: Int] = [:]
    for coach in facts.coaches where coach.person != profile.person {
      guard let match = facts.match(coach: coach.person, coachee: profile.person),
        match.topic != nil
      else { continue }
      counts[kind(of: match, places: coach.capacity), default: 0] += 1
    }
    if counts.isEmpty {
      return ["nobody else offers \(profile.wants.joined(separator: " or "))"]
    }
    return Kind.allCases.compactMap { kind in counts[kind].map { kind.words($0) } }
  }

  private func kind(of match: CoachingMatch, places: Int) -> Kind {
    let rules = facts.trust.scenario.rules
    func forbids(_ rule: some CoachingPairRule) -> Bool {
      rule.charges(for: match, of: facts).contains { $0.charge == .must }
    }
    if let kind = obstacle(of: match) { return kind }
    if forbids(rules[Conflict.self]) { return .conflict }
    if forbids(rules[CoachingLimit.self]) { return .limit }
    if forbids(rules[CoachingPhase.self]) { return .other }
    if pairs.contains([match.coachee.id, match.coach.id]) { return .reciprocal }
    if taken[match.coach.id] ?? 0 >= places { return .full }
    return isProven ? .price : .open
  }

  private func obstacle(of match: CoachingMatch) -> Kind? {
    let own = facts.trust.served(by: match.coach)
    if facts.trust.served(by: match.coachee).contains(where: { own.contains($0) }) {
      return .school
    }
    let (coach, coachee) = (match.coach.id, match.coachee.id)
    return facts.isInLine(of: coach, coachee) || facts.isInLine(of: coachee, coach) ? .line : nil
  }
}
