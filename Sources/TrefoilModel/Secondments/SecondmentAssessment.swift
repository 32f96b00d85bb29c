/// What all the rules say about the secondments of a plan, computed from the scenario alone.
public struct SecondmentAssessment: Sendable {
  public let findings: [Finding]
  /// Person-minutes by rule; rules that cost nothing are left out.
  public let costs: [RuleKey: Int]
  private let moveCosts: [Int: [RuleKey: Int]]

  /// Assesses secondments made by anyone, by hand too. O(rules x moves x (terms + schools)).
  public init(of secondments: [Secondment], facts: SecondmentFacts) {
    let moves = secondments.enumerated().compactMap { place, secondment -> PlannedMove? in
      facts.move(secondment).map {
        PlannedMove(move: $0, place: place, coveredBy: secondment.coveredBy)
      }
    }
    let rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any SecondmentRule }
    findings =
      SecondmentStructure(facts: facts).findings(in: secondments)
      + rules.flatMap { $0.findings(in: moves, of: facts) }
    let sums = FindingCosts(findings)
    (costs, moveCosts) = (sums.costs, sums.ofGroup)
  }

  /// The findings that may not be.
  public var violations: [Finding] { findings.filter { $0.charge == .must } }
  /// Person-minutes of all secondments.
  public var cost: Int { costs.values.reduce(0, +) }
  /// Person-minutes by rule that fall on one secondment alone.
  public func costs(ofSecondment place: Int) -> [RuleKey: Int] { moveCosts[place] ?? [:] }
}
