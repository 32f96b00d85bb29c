import TrefoilModel

/// What a repair means for each person, in a message that is ready to be sent.
public struct RepairMessages {
  private let repair: PlanRepair
  private let names: RepairNames
  private let before: TrustFacts
  private let facts: TrustFacts
  private let reasons: [String]
  private let old: [SchoolID: Review]
  private let new: [SchoolID: Review]

  /// - Parameters:
  ///   - before: the trust for which the plan was made.
  ///   - facts: the trust as it is now.
  ///   - reasons: why the plan changed, as the trust words it.
  public init(
    _ repair: PlanRepair, from before: TrustFacts, to facts: TrustFacts, reasons: [String]
  ) {
    self.repair = repair
    self.before = before
    self.facts = facts
    self.reasons = reasons
    names = RepairNames(from: before, to: facts)
    old = Self.reviews(repair.published)
    new = repair.plan.terms.first.map(Self.reviews) ?? [:]
  }

  private static func reviews(_ term: TermPlan) -> [SchoolID: Review] {
    Dictionary(term.groups.flatMap(\.reviews).map { ($0.host, $0) }) { first, _ in first }
  }

  /// A message for everyone with a duty that changed or a review that they lead now, and for the principal
  /// of each school whose group, review or workshop is not as it was, or who is new there; sorted by
  /// person.
  public var messages: [RepairMessage] {
    var lines: [PersonID: [String]] = [:]
    func tell(_ person: PersonID?, _ line: String) {
      if let person { lines[person, default: []].append(line) }
    }
    for (person, moves) in repair.movesByPerson {
      for move in moves { tell(person, sentence(move, to: person)) }
    }
    let newGroups = self.newGroups
    let changed = Set(repair.moves.moves.map(\.host) + repair.moves.hosts)
    for host in Set(old.keys).union(new.keys).sorted() {
      if let review = new[host], let was = old[host]?.lead, review.lead != was {
        tell(review.lead, "You lead the review at \(names.of(host)).")
      }
      let head = (facts.principal(of: host) ?? before.principal(of: host))?.id
      if let others = newGroups[host] {
        tell(
          head, "\(names.of(host)) is in a group with \(Wording.list(others.map(names.of))) now.")
      }
      let isNew = head != before.principal(of: host)?.id
      if changed.contains(host) || isNew { tell(head, hosting(host)) }
    }
    return lines.keys.sorted().map { message(to: $0, lines: lines[$0] ?? []) }
  }

  /// By school, the others of a group that it was not in.
  private var newGroups: [SchoolID: [SchoolID]] {
    let known = Set(repair.published.groups.map { Set($0.schools) })
    var others: [SchoolID: [SchoolID]] = [:]
    for group in repair.plan.terms.first?.groups ?? []
    where !known.contains(Set(group.schools)) && group.schools.count > 1 {
      for school in group.schools { others[school] = group.schools.filter { $0 != school } }
    }
    return others
  }

  private func message(to person: PersonID, lines: [String]) -> RepairMessage {
    let name = names.of(person)
    let because = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
    var text = ["Dear \(name),", ""]
    text += Wording.item(
      "", "The review plan of \(facts.scenario.term.name) has changed\(because). For you:")
    text.append("")
    text += lines.flatMap { Wording.item("- ", $0) }
    text += ["", "Everything else in your plan stays as it was."]
    return RepairMessage(
      person: person, name: name, subject: "Your reviews in \(facts.scenario.term.name)",
      text: text.joined(separator: "\n") + "\n")
  }

  // MARK: Sentences

  private func sentence(_ move: VisitMove, to person: PersonID) -> String {
    let place = names.of(move.host)
    let task = move.duty == .workshopLead ? "the workshop" : "the review"
    switch (move.before, move.after) {
    case (let before?, let after?) where before.person == after.person:
      return "\(task.capitalisedFirst) at \(place) moves from \(days(before)) to \(days(after))."
        + data(move)
    case (let before?, let after?) where before.person == person:
      return "You are no longer asked for \(task) at \(place) on \(days(before)); "
        + "\(names.of(after.person)) takes it on."
    case (let before?, let after?):
      return "You are asked \(asked(move.duty)) at \(place) on \(days(after)), in place of "
        + "\(names.of(before.person))." + data(move)
    case (let before?, nil):
      return "\(task.capitalisedFirst) at \(place) on \(days(before)) no longer needs you."
    case (nil, let after?):
      return "You are asked \(asked(move.duty)) at \(place) on \(days(after))." + data(move)
    case (nil, nil): return ""
    }
  }

  private func asked(_ duty: Duty) -> String {
    duty == .workshopLead ? "to lead the workshop" : "to join the review"
  }

  private func days(_ held: VisitMove.Held) -> String {
    held.days.isEmpty ? "a day to be found" : Wording.days(held.days)
  }

  private func data(_ move: VisitMove) -> String {
    guard move.duty != .workshopLead, let due = new[move.host]?.dataDue else { return "" }
    // Whoever was to come knows the day, unless it is another one now.
    let isKnown = move.before?.person == move.after?.person && old[move.host]?.dataDue == due
    return isKnown ? "" : " You have the school's data by \(Wording.day(due))."
  }

  private func hosting(_ host: SchoolID) -> String {
    guard let review = new[host] else {
      return "\(names.of(host)) has no review this term any more."
    }
    var parts: [String] = []
    let team = review.team.map { $0 == review.lead ? "\(names.of($0)) (leading)" : names.of($0) }
    let comes = "\(Wording.list(team)) \(team.count == 1 ? "comes" : "come")"
    parts.append(
      review.dates.isEmpty
        ? "\(comes) to the review" : "\(comes) to the review on \(Wording.days(review.dates))")
    if let due = review.dataDue, due != old[host]?.dataDue {
      parts.append("your data is due by \(Wording.day(due))")
    }
    if let lead = review.workshopLead {
      let day = review.workshopDate.map { " on \(Wording.day($0))" } ?? ""
      parts.append("\(names.of(lead)) leads the workshop\(day)")
    }
    return "At \(names.of(host)), \(Wording.list(parts))."
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
