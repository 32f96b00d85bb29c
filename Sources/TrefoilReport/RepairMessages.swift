import TrefoilModel

/// What a repair means for each person, in a message that is ready to be sent.
public struct RepairMessages {
  private let repair: PlanRepair
  private let names: RepairNames
  private let facts: TrustFacts
  private let reasons: [String]

  /// - Parameters:
  ///   - before: the trust for which the plan was made.
  ///   - facts: the trust as it is now.
  ///   - reasons: why the plan changed, as the trust words it.
  public init(
    _ repair: PlanRepair, from before: TrustFacts, to facts: TrustFacts, reasons: [String]
  ) {
    self.repair = repair
    self.facts = facts
    self.reasons = reasons
    names = RepairNames(from: before, to: facts)
  }

  /// A message for everyone with a duty that changed, and for the principal of each school whose review
  /// or workshop is on other days; sorted by person.
  public var messages: [RepairMessage] {
    var lines: [PersonID: [String]] = [:]
    for (person, moves) in repair.movesByPerson {
      lines[person] = moves.map { sentence($0, to: person) }
    }
    for host in repair.moves.hosts {
      guard let head = facts.principal(of: host)?.id, let line = hosting(host) else { continue }
      lines[head, default: []].append(line)
    }
    return lines.keys.sorted().map { message(to: $0, lines: lines[$0] ?? []) }
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

  private func review(_ host: SchoolID) -> Review? {
    repair.plan.terms.first?.groups.flatMap(\.reviews).first { $0.host == host }
  }

  private func data(_ move: VisitMove) -> String {
    guard move.duty != .workshopLead, let due = review(move.host)?.dataDue else { return "" }
    return " You have the school's data by \(Wording.day(due))."
  }

  private func hosting(_ host: SchoolID) -> String? {
    guard let review = review(host) else {
      return "\(names.of(host)) has no review this term any more."
    }
    var parts: [String] = []
    if !review.dates.isEmpty {
      parts.append("the review is on \(Wording.days(review.dates))")
    }
    if let due = review.dataDue { parts.append("your data is due by \(Wording.day(due))") }
    if let day = review.workshopDate {
      let lead = review.workshopLead.map { ", led by \(names.of($0))" } ?? ""
      parts.append("the workshop is on \(Wording.day(day))\(lead)")
    }
    if parts.isEmpty { return "The review at \(names.of(host)) has no day yet." }
    return "At \(names.of(host)), \(Wording.list(parts))."
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
