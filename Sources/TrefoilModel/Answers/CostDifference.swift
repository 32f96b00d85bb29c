/// What one plan costs more than another, or less.
public struct CostDifference: Sendable, Hashable {
  /// Person-minutes more between the two plans as they are; below zero for less.
  public let minutes: Int
  /// The same by rule; rules that cost both the same are left out.
  public let byRule: [RuleKey: Int]
  /// No less than this can come of it, in person-minutes; nil where nothing is known.
  public let least: Int?
  /// No more than this need come of it; nil where nothing is known.
  public let most: Int?

  /// Whether it is proven that it comes to exactly this.
  public var isProven: Bool { least == minutes && most == minutes }

  /// The cheapest plan under a further must, as found, against one plan as it is, whose cost is certain.
  ///
  /// - Returns: nil where there is no plan under the must.
  public init?(of asked: Plan, against plan: TermPlan, facts: TrustFacts) {
    guard let term = asked.terms.first else { return nil }
    let (own, before) = (Assessment(of: term, facts: facts), Assessment(of: plan, facts: facts))
    self.init(
      own.costs, before.costs, least: asked.bound.map { $0 - before.cost },
      most: Self.isCostCertain(term, facts) ? own.cost - before.cost : nil)
  }

  /// The cheapest plan under a further must against the best known without it, which costs no more: never
  /// less than 0, and certain only as far as both are proven.
  public init?(of asked: Plan, againstBest best: Plan, facts: TrustFacts) {
    guard let term = asked.terms.first, let free = best.terms.first else { return nil }
    let (own, before) = (Assessment(of: term, facts: facts), Assessment(of: free, facts: facts))
    let least = Self.isCostCertain(free, facts) ? asked.bound.map { $0 - before.cost } : nil
    let most = Self.isCostCertain(term, facts) ? best.bound.map { own.cost - $0 } : nil
    self.init(own.costs, before.costs, least: max(0, least ?? 0), most: most)
  }

  /// Of a plan that has yet to be dated the cost may still rise.
  private static func isCostCertain(_ term: TermPlan, _ facts: TrustFacts) -> Bool {
    facts.scenario.term.dates == nil || term.hasDates
  }

  init(_ own: [RuleKey: Int], _ other: [RuleKey: Int], least: Int? = nil, most: Int? = nil) {
    var byRule: [RuleKey: Int] = [:]
    for key in Set(own.keys).union(other.keys) {
      let more = (own[key] ?? 0) - (other[key] ?? 0)
      if more != 0 { byRule[key] = more }
    }
    self.byRule = byRule
    minutes = byRule.values.reduce(0, +)
    self.least = least
    self.most = most
  }
}
