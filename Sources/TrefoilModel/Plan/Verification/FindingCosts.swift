/// Minutes of findings, added up by rule, and by rule for each group, pair or secondment.
struct FindingCosts {
  /// Rules that cost nothing are left out.
  private(set) var costs: [RuleKey: Int] = [:]
  private(set) var ofGroup: [Int: [RuleKey: Int]] = [:]

  /// O(findings).
  init(_ findings: some Sequence<Finding>) {
    for finding in findings {
      guard case .minutes(let minutes) = finding.charge, minutes != 0 else { continue }
      costs[finding.rule, default: 0] += minutes
      if let group = finding.group {
        ofGroup[group, default: [:]][finding.rule, default: 0] += minutes
      }
    }
  }
}
