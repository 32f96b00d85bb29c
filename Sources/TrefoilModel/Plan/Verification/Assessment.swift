/// What all the rules say about the plan of one term, computed from the scenario alone.
public struct Assessment: Sendable {
  /// Costs and violations, structure first, then in the order of the rules.
  public let findings: [Finding]

  /// Assesses a plan made by anyone, by hand too. O(rules x (visits + pairs)).
  public init(of plan: TermPlan, facts: TrustFacts) {
    let rules = facts.scenario.rules.rules
    findings =
      Structure(facts: facts).findings(in: plan) + DateChecks(facts: facts).findings(in: plan)
      + rules.flatMap { $0.findings(in: plan, of: facts) }
  }

  /// The findings that may not be.
  public var violations: [Finding] { findings.filter { $0.charge == .must } }

  /// Person-minutes by rule; rules that cost nothing are left out.
  public var costs: [RuleKey: Int] { sums(.cost) { _ in true } }

  /// Person-minutes by rule that fall on one group.
  public func costs(ofGroup index: Int) -> [RuleKey: Int] { sums(.cost) { $0.group == index } }

  /// How well the dates suit, by rule.
  public var calendar: [RuleKey: Int] { sums(.calendar) { _ in true } }

  /// Person-minutes of the whole plan.
  public var cost: Int { costs.values.reduce(0, +) }

  private func sums(_ figure: Figure, where isCounted: (Finding) -> Bool) -> [RuleKey: Int] {
    var sums: [RuleKey: Int] = [:]
    for finding in findings where isCounted(finding) && Self.figure(of: finding.rule) == figure {
      guard case .minutes(let minutes) = finding.charge, minutes != 0 else { continue }
      sums[finding.rule, default: 0] += minutes
    }
    return sums
  }

  private static func figure(of key: RuleKey) -> Figure {
    RuleCatalogue.rule(named: key.rawValue)?.figure ?? .cost
  }
}
