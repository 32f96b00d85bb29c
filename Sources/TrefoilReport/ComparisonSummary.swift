import TrefoilModel

/// Plans side by side in plain text, then who moves, in sentences.
public struct ComparisonSummary {
  /// Columns beside the first that fit a page.
  private static let mostBeside = 6

  private let comparison: PlanComparison

  public init(_ comparison: PlanComparison) {
    self.comparison = comparison
  }

  /// The whole summary, ending in a line end.
  public var text: String {
    guard let first = comparison.entries.first else { return "" }
    var lines = ["\(first.facts.scenario.trust) · \(first.facts.scenario.term.name)", ""]
    for (index, entry) in comparison.entries.enumerated() {
      lines += Wording.item("  \(Self.letter(index))  ", entry.title)
    }
    let others = Array(comparison.entries.indices.dropFirst())
    for start in stride(from: 0, to: max(1, others.count), by: Self.mostBeside) {
      let part = others[min(start, others.count)..<min(start + Self.mostBeside, others.count)]
      lines += [""] + ComparisonTable(comparison, columns: [0] + part).lines
    }
    lines += bounds + journeys
    for index in others { lines += moves(of: index) }
    for index in comparison.entries.indices { lines += troubles(of: index) }
    return Wording.page(lines)
  }

  /// A, B ... Z, A1, B1 ...: what a column is called.
  static func letter(_ index: Int) -> String {
    let (round, place) = index.quotientAndRemainder(dividingBy: 26)
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place)))
    return round == 0 ? letter : "\(letter)\(round)"
  }

  private func heading(_ index: Int) -> String {
    "\(Self.letter(index)) · \(comparison.entries[index].title)"
  }

  /// What is believed of the bounds that files state.
  private var bounds: [String] {
    guard comparison.areBoundsStated,
      comparison.entries.contains(where: { $0.figures.bound != nil || $0.overruled != nil })
    else { return [] }
    let overruled = comparison.entries.enumerated().compactMap { index, entry -> String? in
      guard let wrong = entry.overruled, let bound = entry.figures.bound else { return nil }
      return "\(Self.letter(index)) says that no plan costs less than "
        + "\(Wording.grouped(wrong.bound)), but \(Self.letter(wrong.cheaper)) keeps every rule and "
        + "costs \(Wording.grouped(bound)): no more than that is believed."
    }
    let rest =
      "\(overruled.isEmpty ? "What" : "Else what") could still be saved, and 'optimal', is as "
      + "the files say; nothing here is planned anew."
    return ["", "Bounds"] + (overruled + [rest]).flatMap { Wording.item("  - ", $0) }
  }

  private var journeys: [String] {
    let found = comparison.entries.enumerated().compactMap { index, entry in
      entry.figures.worstJourney.map { (index, entry, $0) }
    }
    if found.isEmpty { return [] }
    return ["", "Worst journeys"]
      + found.flatMap { index, entry, journey in
        Wording.item(
          "  \(Self.letter(index))  ",
          "\(entry.facts.name(journey.person)), \(entry.facts.name(journey.from)), to "
            + "\(entry.facts.name(journey.to)): \(journey.minutes) minutes one way")
      }
  }

  private func moves(of index: Int) -> [String] {
    let entry = comparison.entries[index]
    guard let moves = entry.moves else { return [] }
    let sentences = MoveSentences(
      moves, before: comparison.entries[0].facts, after: entry.facts,
      terms: entry.plan.terms.map(\.term)
    ).sentences
    return ["", "Who moves: \(heading(index))"]
      + sentences.flatMap { Wording.item("  - ", $0) }
  }

  /// Rules that a plan breaks, and why there is none.
  private func troubles(of index: Int) -> [String] {
    let entry = comparison.entries[index]
    if entry.plan.terms.isEmpty {
      let verdict = entry.plan.status == .infeasible ? "impossible" : "no plan was found"
      return ["", "\(heading(index)): \(verdict)"]
        + entry.plan.notes.flatMap { Wording.item("  - ", $0) }
        + ReasonSummary(reasons: entry.plan.reasons).lines
    }
    if entry.figures.violations.isEmpty { return [] }
    return ["", "\(heading(index)): rules broken"]
      + entry.figures.violations.flatMap { finding in
        let group = finding.group.map { "group \($0 + 1): " } ?? ""
        return Wording.item("  - ", "\(finding.rule): \(group)\(finding.sentence)")
      }
  }
}
