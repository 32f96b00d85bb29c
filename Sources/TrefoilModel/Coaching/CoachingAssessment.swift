/// What all the rules say about the coaching of a plan, computed from the scenario alone.
public struct CoachingAssessment: Sendable {
  public let findings: [Finding]
  /// Person-minutes by rule; rules that cost nothing are left out.
  public let costs: [RuleKey: Int]
  /// Those who asked for a coach and have none, in the order of the scenario.
  public let uncoached: [PersonID]
  private let pairCosts: [Int: [RuleKey: Int]]

  /// Assesses coaching made by anyone, by hand too. O(rules x pairs); with the rule `coaching-stable`
  /// O(rules x coaches x coachees).
  public init(of pairs: [CoachingPair], facts: CoachingFacts) {
    let matches = pairs.enumerated().compactMap { place, pair in
      facts.match(coach: pair.coach, coachee: pair.coachee).map {
        PlannedMatch(match: $0, place: place)
      }
    }
    let rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any CoachingRule }
    findings =
      CoachingStructure(facts: facts).findings(in: pairs)
      + rules.flatMap { $0.findings(in: matches, of: facts) }
    uncoached = Uncoached.people(without: matches, of: facts)
    let sums = FindingCosts(findings)
    (costs, pairCosts) = (sums.costs, sums.ofGroup)
  }

  /// The findings that may not be.
  public var violations: [Finding] { findings.filter { $0.charge == .must } }
  /// Person-minutes of all coaching.
  public var cost: Int { costs.values.reduce(0, +) }
  /// Person-minutes by rule that fall on one pair alone.
  public func costs(ofPair place: Int) -> [RuleKey: Int] { pairCosts[place] ?? [:] }
}
