import TrefoilModel

/// What a verification found, in plain text.
public struct VerificationSummary {
  private let verification: Verification
  private let plan: Plan

  public init(_ verification: Verification, of plan: Plan) {
    self.verification = verification
    self.plan = plan
  }

  /// One line for each violation and each figure that differs, then the result in one line.
  public var text: String {
    var lines: [String] = []
    for violation in verification.violations {
      let group = violation.group.map { "group \($0 + 1): " } ?? ""
      lines.append("\(violation.rule): \(group)\(violation.sentence)")
    }
    for difference in verification.differences {
      lines.append(
        "\(difference.figure): the plan says \(difference.stated), it is \(difference.computed)")
    }
    lines.append(verdict)
    return Wording.page(lines)
  }

  private var verdict: String {
    if verification.holds {
      guard let cost = verification.cost else {
        return "The file holds no plan, and says so; there is nothing else to check."
      }
      let undated = verification.lacksDates ? " It has no dates, though its term has." : ""
      return "The plan holds: every rule is kept and every figure right. It costs "
        + "\(Wording.grouped(cost)) person-minutes.\(undated)"
    }
    let broken = Wording.count(verification.violations.count, "rule broken", "rules broken")
    let differing = Wording.count(
      verification.differences.count, "figure differs", "figures differ")
    let cost = verification.cost.map { " It costs \(Wording.grouped($0)) person-minutes." } ?? ""
    return "The plan does not hold: \(broken), \(differing).\(cost)"
  }
}
