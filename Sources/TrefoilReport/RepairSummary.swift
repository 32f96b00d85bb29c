import TrefoilModel

/// What a repair changed, in plain text for the person at the desk.
public struct RepairSummary {
  private let repair: PlanRepair
  private let facts: TrustFacts
  private let reasons: [String]

  /// - Parameters:
  ///   - facts: the trust as it is now.
  ///   - reasons: why the plan changed, as the trust words it.
  public init(_ repair: PlanRepair, facts: TrustFacts, reasons: [String]) {
    self.repair = repair
    self.facts = facts
    self.reasons = reasons
  }

  /// The whole summary, ending in a line end; nothing invisible in names and reasons, which come from
  /// files, acts on a terminal.
  public var text: String {
    lines.map(Excerpt.escaped).joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    var lines = ["\(facts.scenario.trust) · \(facts.scenario.term.name), repaired"]
    lines += reasons.flatMap { Wording.item("  ", $0) }
    guard !repair.plan.terms.isEmpty else {
      lines += ["", "No repair."] + repair.plan.notes.flatMap { Wording.item("  ", $0) }
      return lines
    }
    lines += ["", verdict]
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

  private var messages: [RepairMessage] {
    RepairMessages(repair, facts: facts, reasons: reasons).messages
  }

  private var verdict: String {
    let moves = repair.moves.moves.count
    let all = repair.plan.terms[0].visits(of: facts).count
    guard moves > 0 else { return "Nothing moves: the published plan fits the change." }
    let head =
      "\(Wording.count(moves, "visit moves", "visits move")), of \(Wording.grouped(all)); "
    if repair.movesFewest { return head + "no plan with these groups moves fewer (proven)." }
    guard repair.keepsGroups, let fewest = repair.fewest else {
      return head + "the published groups could not stay, so it is not proven that these are the "
        + "fewest."
    }
    return head + "no plan with these groups moves fewer than \(fewest)."
  }

  private var changes: [String] {
    guard !repair.moves.moves.isEmpty else { return [] }
    var lines = ["", "What changes"]
    for move in repair.moves.moves {
      lines += Wording.item("  ", change(move))
    }
    return lines
  }

  private func change(_ move: VisitMove) -> String {
    let place = facts.name(move.host)
    func held(_ held: VisitMove.Held) -> String {
      held.days.isEmpty
        ? facts.name(held.person) : "\(facts.name(held.person)), \(Wording.days(held.days))"
    }
    let before = move.before.map(held) ?? "nobody"
    let after = move.after.map(held) ?? "nobody"
    return "\(place), \(move.duty.words): \(before) → \(after)"
  }
}
