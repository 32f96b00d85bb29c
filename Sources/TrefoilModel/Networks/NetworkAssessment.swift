/// What all the rules say about the plan of one network, computed from the scenario alone.
public struct NetworkAssessment: Sendable {
  public let findings: [Finding]
  /// Person-minutes by rule; rules that cost nothing are left out.
  public let costs: [RuleKey: Int]
  /// Members that come to no meeting, in the order of members.
  public let absent: [SchoolID]
  /// The longest journey one way, in minutes; nil where nobody meets.
  public let longest: Int?
  private let groupCosts: [Int: [RuleKey: Int]]

  /// Assesses a plan made by anyone, by hand too. O(rules x members + venues).
  public init(of plan: NetworkPlan, network: Network, facts: NetworkFacts) {
    let planned = facts.planned(plan, of: network)
    let rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any NetworkRule }
    findings =
      NetworkStructure(network: network, facts: facts).findings(in: plan)
      + rules.flatMap { $0.findings(in: planned, of: facts) }
    absent = planned.absent
    longest = planned.meetings.flatMap { meeting in
      meeting.members.map { facts.oneWay(of: $0, to: meeting.venue) }
    }.max()
    let sums = FindingCosts(findings)
    (costs, groupCosts) = (sums.costs, sums.ofGroup)
  }

  /// The findings that may not be.
  public var violations: [Finding] { findings.filter { $0.charge == .must } }
  /// Person-minutes of the network.
  public var cost: Int { costs.values.reduce(0, +) }
  /// Person-minutes by rule that fall on one group alone.
  public func costs(ofGroup index: Int) -> [RuleKey: Int] { groupCosts[index] ?? [:] }
}
