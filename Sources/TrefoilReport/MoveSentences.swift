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
      moves.schools.map(sentence) + moves.people.map(sentence) + moves.secondments.map(sentence)
    return (found.isEmpty ? ["Nobody moves."] : found) + days
  }

  private var days: [String] {
    if moves.otherDays == 0 { return [] }
    let reviews = Wording.count(moves.otherDays, "review is", "reviews are")
    return ["\(reviews) on other days."]
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

  private func sentence(_ move: PlanMoves.SchoolMove) -> String {
    let school = lead(move.term) + name(move.school)
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

  private func sentence(_ move: PlanMoves.PersonMove) -> String {
    let gained = tasks(move.gained)
    let lost = tasks(move.lost)
    let parts = [
      gained.isEmpty ? nil : "is now \(gained)", lost.isEmpty ? nil : "no longer \(lost)",
    ].compactMap(\.self)
    let verb = gained.isEmpty ? "is " : ""
    return "\(lead(move.term))\(name(move.person)) \(verb)\(parts.joined(separator: "; "))."
  }

  /// `reviewer at A and B, workshop lead at C`.
  private func tasks(_ tasks: [PlanMoves.Task]) -> String {
    Duty.allCases.compactMap { duty -> String? in
      let hosts = tasks.filter { $0.duty == duty }.map { name($0.host) }
      return hosts.isEmpty ? nil : "\(duty.words) at \(Wording.list(hosts))"
    }.joined(separator: ", ")
  }

  private func sentence(_ move: PlanMoves.SecondmentMove) -> String {
    let verb = move.isGained ? "goes" : "does not go"
    return "\(name(move.person)) \(verb) to \(name(move.to)) on secondment "
      + "(\(move.opening.rawValue))."
  }
}
