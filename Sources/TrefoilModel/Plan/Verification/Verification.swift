/// A plan held against its scenario: every rule and every figure computed anew.
///
/// Each term of a plan is looked at with the terms before it as history. A figure that the plan does
/// not state, as one made by hand need not, is no difference. It knows nothing of how plans are made
/// and never imports the engine.
public struct Verification: Sendable {
  /// A figure that the plan states otherwise than it comes out.
  public struct Difference: Sendable, Hashable {
    public let figure: String
    public let stated: String
    public let computed: String
  }

  public let violations: [Finding]
  public let differences: [Difference]
  /// Person-minutes of the whole plan as computed; nil when there is no plan to cost.
  public let cost: Int?
  /// Person-minutes of the whole plan by rule, as computed; empty when there is no plan to cost.
  public let costs: [RuleKey: Int]
  /// Whether a term has dates and its plan has none: then no rule about dates was looked at there.
  public let lacksDates: Bool

  public var holds: Bool { violations.isEmpty && differences.isEmpty }

  public init(of plan: Plan, facts: TrustFacts) {
    var violations: [Finding] = []
    var differences: [Difference] = []
    if plan.trust != facts.scenario.trust {
      differences.append(
        Difference(figure: "trust", stated: plan.trust, computed: facts.scenario.trust))
    }
    var costs: [RuleKey: Int] = [:]
    var lacksDates = false
    let terms = TermSequence(plan, facts: facts)
    for (index, term) in plan.terms.enumerated() {
      let facts = terms.facts[index]
      let assessment = Assessment(of: term, facts: facts)
      violations += assessment.violations
      costs.merge(assessment.costs, uniquingKeysWith: +)
      let place = plan.terms.count > 1 ? "\(term.term): " : ""
      differences += Self.differences(of: term, assessment: assessment, place: place)
      differences += Self.differences(
        of: term.worstOff, TravelByPerson(of: term, facts: facts), what: "\(place)worst-off")
      if facts.scenario.term.dates != nil && !term.hasDates { lacksDates = true }
    }
    if let first = plan.terms.first?.term, first != facts.scenario.term.name {
      differences.append(
        Difference(figure: "term", stated: first, computed: facts.scenario.term.name))
    }
    violations += terms.findings
    let hasPlan = !plan.terms.isEmpty
    if plan.saysOfSecondments || !facts.scenario.openings.isEmpty {
      let assessment = SecondmentAssessment(
        of: plan.secondments, facts: SecondmentFacts(facts))
      violations += assessment.violations.map(Self.placed)
      costs.merge(assessment.costs, uniquingKeysWith: +)
      differences += Self.differences(of: plan, assessment: assessment, facts: facts)
      differences += Self.differences(
        of: plan.secondmentWorstOff,
        TravelByPerson(of: plan.secondments, facts: SecondmentFacts(facts)),
        what: "secondment worst-off")
    }
    if plan.coaching != nil || !facts.scenario.coaching.isEmpty {
      let coaching = plan.coaching ?? CoachingPlan(costs: nil)
      let facts = CoachingFacts(of: plan, facts: facts)
      let assessment = CoachingAssessment(of: coaching.pairs, facts: facts)
      violations += assessment.violations.map(Self.placedInCoaching)
      costs.merge(assessment.costs, uniquingKeysWith: +)
      differences += Self.differences(of: coaching, assessment: assessment, facts: facts)
    }
    if let found = Self.advocates(of: plan, facts: facts) {
      violations += found.violations
      differences += found.differences
      costs.merge(found.assessment.costs, uniquingKeysWith: +)
    }
    if let found = Self.networks(of: plan, facts: facts) {
      violations += found.violations
      differences += found.differences
      costs.merge(found.costs, uniquingKeysWith: +)
    }
    let cost = hasPlan ? costs.values.reduce(0, +) : nil
    differences += Self.differences(of: plan, computedCost: cost)
    self.violations = violations
    self.differences = differences
    self.cost = cost
    self.costs = hasPlan ? costs : [:]
    self.lacksDates = lacksDates
  }

  private static func differences(
    of term: TermPlan, assessment: Assessment, place: String
  ) -> [Difference] {
    var differences = compare(term.costs, assessment.costs, what: "\(place)term costs")
    differences += compare(term.calendar, assessment.calendar, what: "\(place)term calendar")
    for (index, group) in term.groups.enumerated() {
      differences += compare(
        group.costs, assessment.costs(ofGroup: index), what: "\(place)group \(index + 1) costs")
    }
    return differences
  }

  /// A violation of secondments, which names its place in words: it is of no group.
  private static func placed(_ finding: Finding) -> Finding {
    let place = finding.group.map { "secondment \($0 + 1): " } ?? ""
    return Finding(
      rule: finding.rule, charge: finding.charge, sentence: place + finding.sentence)
  }

  /// Costs of secondments, and what is said of openings that nobody fills.
  private static func differences(
    of plan: Plan, assessment: SecondmentAssessment, facts: TrustFacts
  ) -> [Difference] {
    var differences = compare(
      plan.secondmentCosts, assessment.costs, what: "secondment costs")
    for (index, secondment) in plan.secondments.enumerated() {
      differences += compare(
        secondment.costs, assessment.costs(ofSecondment: index),
        what: "secondment \(index + 1) costs")
    }
    let secondments = SecondmentFacts(facts)
    let moves = plan.secondments.compactMap { secondments.move($0) }
    differences += covers(of: plan, secondments)
    let stated = Dictionary(plan.unfilled.map { ($0.opening, $0.days) }) { $0 + $1 }
    // A plan made by hand need not say what it leaves open.
    if plan.secondmentCosts == nil, plan.unfilled.isEmpty { return differences }
    for unfilled in plan.unfilled where secondments.opening(unfilled.opening) == nil {
      differences.append(
        Difference(
          figure: "unfilled: \(unfilled.opening)", stated: "\(unfilled.days)",
          computed: "there is no such opening"))
    }
    for opening in secondments.openings {
      let (said, found) = (stated[opening.id] ?? 0, Unfilled.missing(at: opening, in: moves))
      if said != found {
        differences.append(
          Difference(
            figure: "unfilled: \(opening.id)", stated: "\(said)", computed: "\(found)"))
      }
    }
    return differences
  }

  /// Whom secondments name as coming to a home that needs no cover, where the rule `needs-cover` has
  /// nothing to say: a head is told so all the same, and it has to be true.
  private static func covers(of plan: Plan, _ facts: SecondmentFacts) -> [Difference] {
    let moves = plan.secondments.map { facts.move($0) }
    return plan.secondments.enumerated().compactMap { index, secondment in
      guard let cover = secondment.coveredBy, let move = moves[index],
        !move.home.release.needsCover,
        !moves.contains(where: { $0?.person.id == cover && $0?.covers(move) == true })
      else { return nil }
      return Difference(
        figure: "secondment \(index + 1) coveredBy", stated: "\(cover)",
        computed: "does not come in place of \(move.person.id), for as many days and terms")
    }
  }

  static func compare(
    _ stated: [RuleKey: Int]?, _ computed: [RuleKey: Int], what: String
  ) -> [Difference] {
    guard let stated else { return [] }
    return Set(stated.keys).union(computed.keys).sorted().compactMap { key in
      let (said, found) = (stated[key] ?? 0, computed[key] ?? 0)
      return said == found
        ? nil : Difference(figure: "\(what): \(key)", stated: "\(said)", computed: "\(found)")
    }
  }

  private static func differences(of plan: Plan, computedCost: Int?) -> [Difference] {
    var differences: [Difference] = []
    func shown(_ number: Int?) -> String { number.map(String.init) ?? "none" }
    if let stated = plan.cost, stated != computedCost {
      differences.append(
        Difference(figure: "cost", stated: "\(stated)", computed: shown(computedCost)))
    }
    if let stated = plan.misstatedGap {
      let computed = plan.gap.map { "\($0)" } ?? "none without both cost and bound"
      differences.append(Difference(figure: "gap", stated: "\(stated)", computed: computed))
    }
    if let bound = plan.bound, let computedCost, bound > computedCost {
      differences.append(
        Difference(
          figure: "bound", stated: "\(bound)", computed: "at most the cost, \(computedCost)"))
    }
    if plan.status == .optimal, plan.bound != plan.cost ?? computedCost {
      differences.append(
        Difference(
          figure: "status", stated: "optimal",
          computed: "bound \(shown(plan.bound)) is not the cost \(shown(plan.cost ?? computedCost))"
        ))
    }
    let claimsPlan = plan.status == .optimal || plan.status == .feasible
    if claimsPlan != (computedCost != nil) {
      differences.append(
        Difference(
          figure: "status", stated: plan.status.rawValue,
          computed: computedCost == nil ? "there is no plan" : "there is a plan"))
    }
    return differences
  }
}
