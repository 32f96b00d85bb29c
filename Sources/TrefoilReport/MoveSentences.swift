import TrefoilModel

/// Who moves, in sentences.
struct MoveSentences {
  private let moves: PlanMoves
  private let before: TrustFacts
  private let after: TrustFacts
  private let terms: [String]

  init(_ moves: PlanMoves, before: TrustFacts, after: TrustFacts, terms: [String]) {
    self.moves = moves
    self.before = before
    self.after = after
    self.terms = terms
  }

  var sentences: [String] {
    let found =
      each(\.schools, sentence) + each(\.people, sentence) + each(\.leads, sentence)
      + moves.secondments.map(sentence) + moves.coaching.map(sentence)
      + moves.advocates.map(sentence) + moves.networks.map(sentence)
    return (found.isEmpty ? ["Nobody moves."] : found) + days
  }

  /// A sentence for each move in each term, the term before it where there are several.
  private func each<Move>(
    _ list: (TermMoves) -> [Move], _ sentence: (Move) -> String
  ) -> [String] {
    moves.terms.enumerated().flatMap { term, moves in
      list(moves).map { lead(term) + sentence($0) }
    }
  }

  private var days: [String] {
    [
      (moves.otherDays, "review is", "reviews are"),
      (moves.otherWorkshopDays, "workshop is", "workshops are"),
    ].filter { $0.0 > 0 }.map { "\(Wording.count($0, $1, $2)) on other days." }
  }

  private func name(_ school: SchoolID) -> String {
    after.school(school)?.name ?? before.name(school)
  }

  private func name(_ person: PersonID) -> String {
    after.person(person)?.name ?? before.name(person)
  }

  /// The term, where there are several.
  private func lead(_ term: Int) -> String {
    guard terms.count > 1, terms.indices.contains(term) else { return "" }
    return "\(terms[term]): "
  }

  private func names(_ schools: [SchoolID]) -> String { Wording.list(schools.map { name($0) }) }

  private func sentence(_ move: TermMoves.SchoolMove) -> String {
    let school = name(move.school)
    switch (move.before, move.after) {
    case (.with(let old), .with(let new)): return school + Self.change(old, new, names)
    case (.elsewhere, .with(let new)): return "\(school) joins \(names(new))."
    case (.ungrouped, .with(let new)): return "\(school), in no group before, joins \(names(new))."
    case (.with(let old), .ungrouped): return "\(school) leaves \(names(old)) and is in no group."
    case (.with(let old), .elsewhere): return "\(school) leaves the trust, and \(names(old))."
    case (_, .ungrouped): return "\(school) is in no group."
    case (_, .elsewhere): return "\(school) leaves the trust."
    }
  }

  /// Companions who stay are named once.
  private static func change(
    _ old: [SchoolID], _ new: [SchoolID], _ names: ([SchoolID]) -> String
  ) -> String {
    let stay = new.filter(old.contains)
    let come = new.filter { !old.contains($0) }
    let go = old.filter { !new.contains($0) }
    let kept = stay.isEmpty ? "" : " stays with \(names(stay));"
    switch (come.isEmpty, go.isEmpty) {
    case (false, false):
      return stay.isEmpty
        ? " is with \(names(new)), no longer with \(names(old))."
        : "\(kept) \(names(come)) instead of \(names(go))."
    case (false, true): return "\(kept) \(names(come)) as well."
    default: return "\(kept) without \(names(go))."
    }
  }

  private func sentence(_ move: TermMoves.PersonMove) -> String {
    let gained = tasks(move.gained)
    let lost = tasks(move.lost)
    let parts = [
      gained.isEmpty ? nil : "is now \(gained)", lost.isEmpty ? nil : "no longer \(lost)",
    ].compactMap(\.self)
    let verb = gained.isEmpty ? "is " : ""
    return "\(name(move.person)) \(verb)\(parts.joined(separator: "; "))."
  }

  /// `reviewer at A and B, workshop lead at C`.
  private func tasks(_ tasks: [TermMoves.Task]) -> String {
    Duty.allCases.compactMap { duty -> String? in
      let hosts = tasks.filter { $0.duty == duty }.map { name($0.host) }
      return hosts.isEmpty ? nil : "\(duty.words) at \(Wording.list(hosts))"
    }.joined(separator: ", ")
  }

  private func sentence(_ move: TermMoves.LeadMove) -> String {
    "\(name(move.after)) leads the review at \(name(move.host)), no longer \(name(move.before))."
  }

  // MARK: Other programmes

  private func sentence(_ move: PlanMoves.SecondmentMove) -> String {
    let place = "\(name(move.to)) on secondment (\(move.opening.rawValue))"
    let person = name(move.person)
    if move.before.isEmpty { return "\(person) goes to \(place)." }
    if move.after.isEmpty { return "\(person) does not go to \(place)." }
    return "\(person) goes to \(place) \(stints(move.after)), no longer \(stints(move.before))."
  }

  /// `for 2 days a week over 3 terms from Autumn 2026, covered by Kim`.
  private func stints(_ stints: [PlanMoves.SecondmentMove.Stint]) -> String {
    Wording.list(
      stints.map { stint in
        let days = Wording.count(stint.days, "day", "days")
        let terms = Wording.count(stint.terms, "term", "terms")
        let cover = stint.coveredBy.map { ", covered by \(name($0))" } ?? ""
        return "for \(days) a week over \(terms) from \(stint.firstTerm)\(cover)"
      })
  }

  private func sentence(_ move: PlanMoves.CoachMove) -> String {
    changed(
      name(move.coachee), "coached by", move.before.map { name($0) }, move.after.map { name($0) },
      without: "has no coach")
  }

  private func sentence(_ move: PlanMoves.AdvocateMove) -> String {
    changed(
      name(move.school), "championed by", move.before.map { name($0) },
      move.after.map { name($0) }, without: "has no advocate")
  }

  private func sentence(_ move: PlanMoves.MeetingMove) -> String {
    let network = (after.scenario.networks + before.scenario.networks)
      .first { $0.id == move.network }?.name
    let head = "\(network ?? move.network.rawValue): \(names(move.schools))"
    let isOne = move.schools.count == 1
    switch (move.before, move.after) {
    case (let old?, let new?):
      return "\(head) \(isOne ? "meets" : "meet") at \(name(new)), no longer at \(name(old))."
    case (nil, let new?): return "\(head) \(isOne ? "joins" : "join") the meeting at \(name(new))."
    case (let old, nil):
      let place = old.map { ", no longer at \(name($0))" } ?? ""
      return "\(head) \(isOne ? "comes" : "come") to no meeting\(place)."
    }
  }

  private func changed(
    _ whose: String, _ verb: String, _ old: [String], _ new: [String], without: String
  ) -> String {
    if old.isEmpty { return "\(whose) is \(verb) \(Wording.list(new))." }
    let now = new.isEmpty ? without : "is \(verb) \(Wording.list(new))"
    return "\(whose) \(now), no longer \(new.isEmpty ? verb + " " : "by ")\(Wording.list(old))."
  }

  private func name(_ trustee: TrusteeID) -> String {
    (after.scenario.trustees + before.scenario.trustees).first { $0.id == trustee }?.name
      ?? trustee.rawValue
  }
}
