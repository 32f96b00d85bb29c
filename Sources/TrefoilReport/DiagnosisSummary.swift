import TrefoilModel

/// A diagnosis in plain text, for the person who has to change something.
public struct DiagnosisSummary {
  private let diagnosis: Diagnosis

  public init(_ diagnosis: Diagnosis) {
    self.diagnosis = diagnosis
  }

  /// The whole summary, ending in a line end.
  public var text: String {
    var lines = ["\(diagnosis.trust)", verdict]
    lines += ReasonSummary(reasons: diagnosis.reasons).lines
    if diagnosis.status == .impossible, !diagnosis.isComplete {
      lines += ["", "There may be more reasons: not all questions were answered."]
    }
    if !diagnosis.emptySeats.isEmpty {
      lines += ["", "Not every review can have its champions: this is proven."]
      lines +=
        ReasonSummary(
          reasons: diagnosis.emptySeats, isBesideQuestion: true, namesTerms: true
        ).lines
    }
    lines += list("Only just possible", diagnosis.warnings)
    lines += list("Notes", diagnosis.notes)
    return lines.joined(separator: "\n") + "\n"
  }

  private var verdict: String {
    switch diagnosis.status {
    case .possible: "There is a plan that keeps every rule."
    case .impossible: "There is no plan that keeps every rule: this is proven."
    case .unknown: "No plan was found, and it is not proven that there is none."
    }
  }

  private func list(_ head: String, _ items: [String]) -> [String] {
    items.isEmpty
      ? [] : ["", head] + items.flatMap { PlanSummary.wrapped($0, indent: "  ") }
  }
}
