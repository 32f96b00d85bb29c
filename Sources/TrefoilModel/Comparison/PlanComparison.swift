/// Plans side by side: what each costs and achieves, and who moves against the first.
///
/// Every figure is computed from the scenarios; what a plan says of itself is believed only where no one
/// can compute it, its bound.
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
    public let figures: PlanFigures
    /// Who moves against the first plan; nil for the first itself, and where one of the two is none.
    public let moves: PlanMoves?
  }

  public let entries: [Entry]

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
