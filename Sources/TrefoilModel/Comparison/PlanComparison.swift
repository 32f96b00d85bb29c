/// Plans side by side: what each costs and achieves, and who moves against the first.
///
/// Every figure is computed from the scenarios; what a plan says of itself is believed only where no one
/// can compute it, its bound, and of plans of one scenario only as far as none of the others costs less.
public struct PlanComparison: Sendable {
  /// One plan with the scenario that it is a plan of.
  public struct Variant: Sendable {
    public let title: String
    public let scenario: Scenario
    public let plan: Plan

    public init(title: String, scenario: Scenario, plan: Plan) {
      self.title = title
      self.scenario = scenario
      self.plan = plan
    }
  }

  /// What is said of one plan.
  public struct Entry: Sendable {
    public let title: String
    public let facts: TrustFacts
    public let plan: Plan
    public fileprivate(set) var figures: PlanFigures
    /// Where another of the plans shows that what this one states is too much; nil elsewhere.
    public fileprivate(set) var overruled: OverruledBound?
    /// Who moves against the first plan; nil for the first itself, and where one of the two is none.
    public let moves: PlanMoves?
  }

  /// A bound that cannot be.
  public struct OverruledBound: Sendable, Hashable {
    /// As the plan states it.
    public let bound: Int
    /// The place of the plan that keeps every rule and costs less; its cost is what is believed.
    public let cheaper: Int
  }

  public private(set) var entries: [Entry]
  /// Whether bounds come from files that anybody may have written, and not from a search just made.
  public private(set) var areBoundsStated = false

  /// Compares plans with the first of them. For each about as much work as a verification.
  public init(_ variants: [Variant]) {
    let facts = variants.map { TrustFacts($0.scenario) }
    entries = zip(variants, facts).enumerated().map { index, pair in
      let (variant, own) = pair
      let plan = variant.plan
      let isMoved = index > 0 && !plan.terms.isEmpty && !variants[0].plan.terms.isEmpty
      return Entry(
        title: variant.title, facts: own, plan: plan, figures: PlanFigures(of: plan, facts: own),
        moves: isMoved
          ? PlanMoves(from: variants[0].plan, facts[0], to: plan, own) : nil)
    }
  }

  /// Compares plans of one scenario that were made by anybody. As much work as for each by itself.
  public init(of plans: [(title: String, plan: Plan)], in scenario: Scenario) {
    self.init(plans.map { Variant(title: $0.title, scenario: scenario, plan: $0.plan) })
    areBoundsStated = true
    for index in entries.indices {
      guard let bound = entries[index].figures.bound, let cheaper = cheapest(beside: index),
        let cost = entries[cheaper].figures.cost, cost < bound
      else { continue }
      entries[index].overruled = OverruledBound(bound: bound, cheaper: cheaper)
      entries[index].figures.bound = cost
    }
  }

  /// The cheapest plan, the first of several, that could stand in place of one: that keeps every rule over
  /// as many terms, and has days where the one has them, as days may cost.
  private func cheapest(beside index: Int) -> Int? {
    let own = entries[index]
    return entries.indices.filter { other in
      let entry = entries[other]
      return !entry.plan.terms.isEmpty && entry.plan.terms.count == own.plan.terms.count
        && entry.figures.violations.isEmpty
        && entry.figures.undatedReviews <= own.figures.undatedReviews
    }.min { (entries[$0].figures.cost ?? .max) < (entries[$1].figures.cost ?? .max) }
  }

  /// Whether every entry is a plan that keeps every rule.
  public var holds: Bool {
    entries.allSatisfy { !$0.plan.terms.isEmpty && $0.figures.violations.isEmpty }
  }

  /// Every rule that costs something in one of the plans, in the order of the catalogue.
  public var rules: [RuleKey] {
    RuleCatalogue.all.map { $0.key }.filter { key in
      entries.contains { $0.figures.costs[key] != nil }
    }
  }
}
