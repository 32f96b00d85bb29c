import TrefoilModel

/// The sentences of a repair's messages: what became of somebody's duties, and of a school's own review.
struct RepairSentences {
  private let repair: PlanRepair
  private let names: RepairNames
  private let old: [SchoolID: Review]
  private let new: [SchoolID: Review]

  /// - Parameters:
  ///   - old: by host, the reviews as published.
  ///   - new: by host, the reviews as repaired.
  init(
    _ repair: PlanRepair, _ names: RepairNames, from old: [SchoolID: Review],
    to new: [SchoolID: Review]
  ) {
    self.repair = repair
    self.names = names
    self.old = old
    self.new = new
  }

  // MARK: Duties

  /// What one person has to know of their moves, a sentence each; one alone for somebody who stays on a
  /// team in another duty, which is two moves.
  func lines(_ moves: [VisitMove], to person: PersonID) -> [String] {
    moves.compactMap { move in
      guard let other = otherSeat(of: move, among: moves, person) else {
        return sentence(move, to: person)
      }
      return move.after?.person == person ? changedSeat(from: other, to: move) : nil
    }
  }

  /// The move by which somebody leaves the team that they come to by this one, or the other way round.
  private func otherSeat(
    of move: VisitMove, among moves: [VisitMove], _ person: PersonID
  ) -> VisitMove? {
    func comes(_ move: VisitMove) -> Bool { move.after?.person == person }
    func goes(_ move: VisitMove) -> Bool { move.before?.person == person }
    guard move.duty != .workshopLead, comes(move) != goes(move) else { return nil }
    return moves.first { other in
      other.host == move.host && other.duty != .workshopLead && other.duty != move.duty
        && comes(other) == goes(move) && goes(other) == comes(move)
    }
  }

  private func changedSeat(from gone: VisitMove, to come: VisitMove) -> String {
    guard let was = gone.before, let held = come.after else { return "" }
    let former = come.before.map { ", in place of \(names.of($0.person))," } ?? ""
    let seat = "as \(come.duty.words)\(former) and no longer as \(gone.duty.words)"
    let place = names.of(come.host)
    let due = new[come.host]?.dataDue
    let data = old[come.host]?.dataDue == due ? "" : self.data(at: come.host)
    return was.days == held.days
      ? "You come to the review at \(place) on \(days(held)) \(seat).\(data)"
      : "The review at \(place) moves from \(days(was)) to \(days(held)). You come to it \(seat).\(data)"
  }

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

  // MARK: Data

  private func data(_ move: VisitMove) -> String {
    guard move.duty != .workshopLead else { return "" }
    // Whoever was to come knows the day, unless it is another one now.
    let isKnown =
      move.before?.person == move.after?.person
      && old[move.host]?.dataDue == new[move.host]?.dataDue
    return isKnown ? "" : data(at: move.host)
  }

  private func data(at host: SchoolID) -> String {
    guard let due = new[host]?.dataDue else { return "" }
    let day = Wording.day(due)
    return repair.hasBegun(due)
      ? " The school's data has been ready since \(day); ask for it."
      : " You have the school's data by \(day)."
  }

  /// For somebody whose visit stays while the school's data comes on another day.
  func dueDay(_ move: DueMove) -> String? {
    guard let after = move.after else { return nil }
    let was = move.before.map { "; it was to be \(Wording.day($0))" } ?? ""
    return "You have the data of \(names.of(move.host)) by \(Wording.day(after))\(was)."
  }

  // MARK: Hosting

  /// What is still to come at a school, for its head; nil where nothing is.
  func hosting(_ host: SchoolID) -> String? {
    guard let review = new[host] else {
      let review = old[host]
      if repair.hasBegun(review?.workshopDate) { return nil }
      let what = repair.hasBegun(review?.dates.first) ? "workshop" : "review"
      return "\(names.of(host)) has no \(what) this term any more."
    }
    let parts =
      (repair.hasBegun(review.dates.first) ? [] : visit(review))
      + (repair.hasBegun(review.workshopDate) ? [] : workshop(review))
    return parts.isEmpty ? nil : "At \(names.of(host)), \(Wording.list(parts))."
  }

  private func visit(_ review: Review) -> [String] {
    let team = review.team.map { $0 == review.lead ? "\(names.of($0)) (leading)" : names.of($0) }
    let comes = "\(Wording.list(team)) \(team.count == 1 ? "comes" : "come")"
    var parts = [
      review.dates.isEmpty
        ? "\(comes) to the review" : "\(comes) to the review on \(Wording.days(review.dates))"
    ]
    if let due = review.dataDue, due != old[review.host]?.dataDue {
      parts.append("your data is due by \(Wording.day(due))")
    }
    return parts
  }

  private func workshop(_ review: Review) -> [String] {
    guard let lead = review.workshopLead else {
      return old[review.host]?.workshopLead == nil ? [] : ["nobody leads the workshop any more"]
    }
    let day = review.workshopDate.map { " on \(Wording.day($0))" } ?? ""
    return ["\(names.of(lead)) leads the workshop\(day)"]
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
