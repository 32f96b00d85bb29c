/// What planning came to in one variant of a sweep.
public struct SweepRecord: Sendable, Hashable {
  /// From 0.
  public var variant: Int
  public var status: PlanStatus
  /// Person-minutes; nil without a plan.
  public var cost: Int?
  /// No plan costs less; nil when nothing is known.
  public var bound: Int?
  /// Person-minutes by rule, over all terms and programmes.
  public var costs: [RuleKey: Int]
  /// Minutes of the longest journey one way to a review or workshop; nil without a plan.
  public var longest: Int?
  /// Pairs of schools that meet again; nil without a plan.
  public var repeats: Int?
  /// The groups of each term.
  public var groups: [[[SchoolID]]]
  /// Why there is no plan, or no proof; empty where there is nothing to say.
  public var note: String

  public init(
    variant: Int, status: PlanStatus, cost: Int? = nil, bound: Int? = nil,
    costs: [RuleKey: Int] = [:], longest: Int? = nil, repeats: Int? = nil,
    groups: [[[SchoolID]]] = [], note: String = ""
  ) {
    self.variant = variant
    self.status = status
    self.cost = cost
    self.bound = bound
    self.costs = costs
    self.longest = longest
    self.repeats = repeats
    self.groups = groups
    self.note = note
  }

  /// What is to be said of a plan, which the scenario of the variant has. O(plan x history).
  public init(variant: Int, plan: Plan, facts: TrustFacts, note: String = "") {
    let figures = zip(plan.terms, TermSequence(plan, facts: facts).facts).map {
      TermFigures(of: $0, facts: $1)
    }
    self.init(
      variant: variant, status: plan.status, cost: plan.cost, bound: plan.bound,
      costs: plan.costsByRule, longest: figures.map(\.longest).max(),
      repeats: figures.isEmpty ? nil : figures.reduce(0) { $0 + $1.repeats },
      groups: plan.terms.map { $0.groups.map(\.schools) }, note: note)
  }

  /// Schools that are in a group which another variant has not, over all terms; nil without two plans.
  public func moved(against other: SweepRecord) -> Int? {
    guard cost != nil, other.cost != nil else { return nil }
    return groups.enumerated().reduce(0) { sum, term in
      let known = term.offset < other.groups.count ? other.groups[term.offset] : []
      let sets = Set(known.map { Set($0) })
      return sum + term.element.reduce(0) { $0 + (sets.contains(Set($1)) ? 0 : $1.count) }
    }
  }
}

extension Plan {
  /// Person-minutes by rule, over all terms and programmes; what a plan does not state is left out.
  public var costsByRule: [RuleKey: Int] {
    let parts =
      terms.map(\.costs) + [secondmentCosts, coaching?.costs, advocates?.costs]
      + (networks ?? []).map(\.costs)
    return parts.compactMap(\.self).reduce(into: [:]) { sums, costs in
      sums.merge(costs, uniquingKeysWith: +)
    }
  }
}
