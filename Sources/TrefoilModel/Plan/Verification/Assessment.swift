/// What all the rules say about the plan of one term, computed from the scenario alone.
public struct Assessment: Sendable {
  /// Costs and violations, structure first, then in the order of the rules.
  public let findings: [Finding]
  /// Person-minutes by rule; rules that cost nothing are left out.
  public let costs: [RuleKey: Int]
  /// How well the dates suit, by rule.
  public let calendar: [RuleKey: Int]
  private let groupCosts: [Int: [RuleKey: Int]]

  /// Assesses a plan made by anyone, by hand too. O(rules x (visits + pairs)).
  ///
  /// Rules about dates have nothing to look at in a term without dates, nor in a plan without a
  /// single day: such a plan has yet to be dated.
  public init(of plan: TermPlan, facts: TrustFacts) {
    let looksAtDates = facts.scenario.term.dates != nil && plan.hasDates
    let rules = facts.scenario.rules.rules.filter { looksAtDates || !type(of: $0).isAboutDates }
    findings =
      Structure(facts: facts).findings(in: plan) + DateChecks(facts: facts).findings(in: plan)
      + rules.flatMap { $0.findings(in: plan, of: facts) }
    let sums = FindingCosts(findings.lazy.filter { !Self.calendarRules.contains($0.rule) })
    (costs, groupCosts) = (sums.costs, sums.ofGroup)
    calendar = FindingCosts(findings.lazy.filter { Self.calendarRules.contains($0.rule) }).costs
  }

  /// The findings that may not be.
  public var violations: [Finding] { findings.filter { $0.charge == .must } }

  /// Person-minutes by rule that fall on one group.
  public func costs(ofGroup index: Int) -> [RuleKey: Int] { groupCosts[index] ?? [:] }

  /// Person-minutes of the whole plan.
  public var cost: Int { costs.values.reduce(0, +) }

  private static let calendarRules = Set(
    RuleCatalogue.all.filter { $0.figure == .calendar }.map { $0.key })
}
