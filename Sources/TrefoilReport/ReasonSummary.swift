import TrefoilModel

/// Why there is no plan, and what would help, in plain text.
struct ReasonSummary {
  let reasons: [Reason]
  /// Whether they are reasons against something that was asked for, and not against every plan.
  var isBesideQuestion = false
  /// Whether it is said of which terms they are.
  var namesTerms = false

  /// A reason, and the terms in which it is the same.
  private struct Entry {
    let reason: Reason
    var terms: [String]

    func isSame(as other: Reason) -> Bool {
      reason.sentence == other.sentence && reason.requirements == other.requirements
        && reason.remedies == other.remedies
    }
  }

  private var entries: [Entry] {
    reasons.reduce(into: []) { entries, reason in
      if let place = entries.firstIndex(where: { $0.isSame(as: reason) }) {
        entries[place].terms.append(reason.term)
      } else {
        entries.append(Entry(reason: reason, terms: [reason.term]))
      }
    }
  }

  /// A paragraph for each reason; nothing where there is none.
  var lines: [String] {
    let entries = entries
    return entries.enumerated().flatMap { index, entry -> [String] in
      let head = entries.count == 1 ? "Why" : "Reason \(index + 1)"
      let reason = entry.reason
      var lines = ["", namesTerms ? "\(head), \(Wording.list(entry.terms))" : head]
      lines += PlanSummary.broken(reason.sentence, width: 94).map { "  \($0)" }
      if !reason.requirements.isEmpty {
        lines.append("  \(claim(reason))")
        lines += reason.requirements.flatMap { item("\(Self.place($0.file, $0.line))\($0.text)") }
      }
      return lines + remedies(reason, isOnly: entries.count == 1)
    } + joint
  }

  private func claim(_ reason: Reason) -> String {
    let together = isBesideQuestion ? "Cannot hold together with that" : "Cannot hold together"
    if reason.requirements.count == 1 { return "Asked for by" }
    return reason.isMinimal
      ? "\(together); without any one of them the others can"
      : "\(together); perhaps not all of them are needed for that"
  }

  /// One change for each of several reasons.
  private var joint: [String] {
    let changes = reasons.compactMap(\.joint)
    // Of several terms each is looked at by itself.
    guard reasons.count > 1, Set(reasons.map(\.term)).count == 1 else { return [] }
    if changes.isEmpty {
      return [
        "", "What to change for all reasons together is not known: mend one, and look again.",
      ]
    }
    return ["", "All together, these would do"] + changes.flatMap { item(Self.words($0)) }
  }

  private func remedies(_ reason: Reason, isOnly: Bool) -> [String] {
    let (enough, others) = (
      reason.remedies.filter(\.suffices), reason.remedies.filter { !$0.suffices }
    )
    if reason.remedies.isEmpty, !isOnly, !reason.requirements.isEmpty {
      return ["  Nothing more is needed here once all that the other reasons name is given up"]
    }
    var lines: [String] = []
    if !enough.isEmpty {
      lines.append("  Any one of these would do\(isOnly ? "" : ", for this reason")")
      lines += enough.flatMap { item(Self.words($0)) }
    }
    if !others.isEmpty {
      lines.append(
        enough.isEmpty ? "  No single change was found that would do" : "  But not these")
      lines += others.flatMap { item($0.text) }
    }
    return lines
  }

  private func item(_ text: String) -> [String] { PlanSummary.wrapped(text, indent: "    ") }

  private static func words(_ remedy: Reason.Remedy) -> String {
    guard let edit = remedy.edit else { return place(remedy.file, remedy.line) + remedy.text }
    return "\(remedy.text). Write in \(place(remedy.file, remedy.line))\(edit)"
  }

  private static func place(_ file: String?, _ line: Int?) -> String {
    guard let file else { return "" }
    return line.map { "\(file):\($0): " } ?? "\(file): "
  }
}
