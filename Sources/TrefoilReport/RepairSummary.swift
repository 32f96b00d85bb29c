import TrefoilModel

/// What a repair changed, in plain text for the person at the desk.
public struct RepairSummary {
  private let repair: PlanRepair
  private let names: RepairNames
  private let facts: TrustFacts
  private let messages: [RepairMessage]
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
    messages = RepairMessages(repair, from: before, to: facts, reasons: reasons).messages
  }

  /// The whole summary, ending in a line end; nothing invisible in names and reasons, which come from
  /// files, acts on a terminal.
  public var text: String {
    Wording.page(lines)
  }

  private var lines: [String] {
    var lines = ["\(facts.scenario.trust) · \(facts.scenario.term.name), repaired"]
    lines += reasons.flatMap { Wording.item("  ", $0) }
    guard !repair.plan.terms.isEmpty else {
      lines += ["", "No repair."] + repair.notes.flatMap { Wording.item("  ", $0) }
      return lines
    }
    lines += ["", verdict] + repair.notes.flatMap { Wording.item("  ", $0) }
    lines += changes
    if !messages.isEmpty {
      lines += ["", "Messages"]
      for message in messages {
        lines +=
          [""]
          + message.text.split(separator: "\n", omittingEmptySubsequences: false)
          .dropLast().map { $0.isEmpty ? "" : "  \($0)" }
      }
    }
    return lines
  }

  private var verdict: String {
    if repair.moves.moves.isEmpty, repair.keepsGroups {
      let fits = repair.moves.hosts.isEmpty && repair.notes.isEmpty
      return fits ? "Nothing moves: the published plan fits the change." : "No visit moves."
    }
    let head = "\(moved); "
    guard repair.keepsGroups else {
      return head + "groups had to change, so it is not proven that these are the fewest."
    }
    guard let fewest = repair.fewest else {
      return head + "it is not proven that these are the fewest."
    }
    // In a larger group others might review than do.
    let isLarge = repair.published.groups.contains { $0.schools.count > 3 }
    let frame = isLarge ? "these groups, and these reviewers in them," : "these groups"
    return repair.movesFewest
      ? head + "no plan with \(frame) moves fewer (proven)."
      : head + "no plan with \(frame) moves fewer than \(fewest)."
  }

  /// How many visits move, and how many nobody makes any more, of those of the new plan and these.
  private var moved: String {
    let gone = repair.moves.moves.count { $0.after == nil }
    let moves = repair.moves.moves.count - gone
    let all = repair.plan.terms[0].visits(of: facts).count + gone
    var parts: [String] = []
    if moves > 0 || gone == 0 { parts.append(Wording.count(moves, "visit moves", "visits move")) }
    if gone > 0 {
      parts.append(
        moves > 0
          ? "\(Wording.grouped(gone)) \(gone == 1 ? "falls" : "fall") away"
          : Wording.count(gone, "visit falls away", "visits fall away"))
    }
    return "\(Wording.list(parts)), of \(Wording.grouped(all))"
  }

  private var changes: [String] {
    guard !repair.moves.moves.isEmpty || !repair.moves.dueDays.isEmpty else { return [] }
    var lines = ["", "What changes"]
    for move in repair.moves.moves { lines += Wording.item("  ", change(move)) }
    for due in repair.moves.dueDays {
      func day(_ day: CalendarDay?) -> String { day.map { Wording.day($0) } ?? "no day" }
      lines += Wording.item(
        "  ", "\(names.of(due.host)), data due: \(day(due.before)) → \(day(due.after))")
    }
    return lines
  }

  private func change(_ move: VisitMove) -> String {
    let place = names.of(move.host)
    func held(_ held: VisitMove.Held) -> String {
      held.days.isEmpty
        ? names.of(held.person) : "\(names.of(held.person)), \(Wording.days(held.days))"
    }
    let before = move.before.map(held) ?? "nobody"
    let after = move.after.map(held) ?? "nobody"
    return "\(place), \(move.duty.words): \(before) → \(after)"
  }
}
