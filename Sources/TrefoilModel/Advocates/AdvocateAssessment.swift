/// What all the rules say about the advocates of a plan, computed from the scenario alone.
public struct AdvocateAssessment: Sendable {
  public let findings: [Finding]
  /// Person-minutes by rule; rules that cost nothing are left out.
  public let costs: [RuleKey: Int]
  /// Schools without an advocate, in the order of the file.
  public let unchampioned: [SchoolID]
  private let pairCosts: [Int: [RuleKey: Int]]

  /// Assesses pairs made by anyone, by hand too. O(rules x pairs + trustees + schools).
  public init(of pairs: [Advocacy], facts: AdvocateFacts) {
    let planned = facts.planned(pairs)
    let rules = facts.trust.scenario.rules.rules.compactMap { $0 as? any AdvocateRule }
    findings =
      AdvocateStructure(facts: facts).findings(in: pairs)
      + rules.flatMap { $0.findings(in: planned, of: facts) }
    let championed = Set(planned.map(\.school.id))
    unchampioned = facts.schools.map(\.id).filter { !championed.contains($0) }
    let sums = FindingCosts(findings)
    (costs, pairCosts) = (sums.costs, sums.ofGroup)
  }

  /// The findings that may not be.
  public var violations: [Finding] { findings.filter { $0.charge == .must } }
  /// Person-minutes of all advocates.
  public var cost: Int { costs.values.reduce(0, +) }
  /// Person-minutes by rule that fall on one pair alone.
  public func costs(ofPair index: Int) -> [RuleKey: Int] { pairCosts[index] ?? [:] }
}
