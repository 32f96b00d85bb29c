import TrefoilModel

/// The least cost of a small scenario without dates, by trying everything.
///
/// Every division into groups, every pattern of visits, every choice of champions and workshop
/// leads, seats left empty included; costs are those that the verifier's `Assessment` finds. It
/// knows neither the engine nor how plans are compiled for it.
public enum BruteForce {
  public struct Answer: Sendable {
    /// Person-minutes.
    public let cost: Int
    /// With its costs filled in, so that the verifier has nothing to say against it.
    public let plan: TermPlan
  }

  /// A scenario or a sum that the oracle cannot stand by.
  public enum Failure: Error {
    /// Dates are not planned here.
    case hasDates
    /// The parts add up otherwise than the whole plan: the oracle, or a rule, is wrong.
    case disagreement(summed: Int, assessed: Int, violations: [String])
  }

  /// What a broken must weighs, more than all minutes of a plan together.
  static let must = 1 << 40

  /// The least cost of any plan that keeps every must, or nil when there is none.
  ///
  /// About a second for seven schools and six champions in a debug build.
  public static func leastCost(of scenario: Scenario) throws -> Int? {
    try best(of: scenario)?.cost
  }

  /// A plan of least cost, or nil when none keeps every must.
  ///
  /// The cost of a plan is summed from parts: ``PricedTrust`` says which and why that is sound. The
  /// plan found is assessed as a whole, and has to cost what its parts add up to.
  public static func best(of scenario: Scenario) throws -> Answer? {
    guard scenario.term.dates == nil else { throw Failure.hasDates }
    let facts = TrustFacts(scenario)
    let outlines = Outline.all(of: facts)
    let priced = PricedTrust(facts: facts, outlines: outlines)
    let ledger = DutyLedger(facts)
    var best: (toll: Int, plan: TermPlan)?
    let drafts = priced.drafts().sorted { ($0.leastToll, $0.order) < ($1.leastToll, $1.order) }
    for draft in drafts where draft.leastToll < min(best?.toll ?? must / 2, must / 2) {
      var search = SeatSearch(draft: draft, ledger: ledger)
      guard let found = search.best(below: best?.toll ?? must / 2) else { continue }
      best = (found.toll, draft.plan(seats: found.seats, facts: facts))
    }
    guard let best else { return nil }
    let answer = answer(best.plan, facts: facts)
    let assessment = Assessment(of: best.plan, facts: facts)
    guard answer.cost == best.toll, assessment.violations.isEmpty else {
      throw Failure.disagreement(
        summed: best.toll, assessed: answer.cost,
        violations: assessment.violations.map { "\($0.rule): \($0.sentence)" })
    }
    return answer
  }

  /// The least cost found by assessing every complete plan as a whole: only for three schools, or
  /// four with few champions.
  public static func leastCostDirect(of scenario: Scenario) throws -> Int? {
    guard scenario.term.dates == nil else { throw Failure.hasDates }
    let facts = TrustFacts(scenario)
    var least: Int?
    for outline in Outline.all(of: facts) {
      for plan in CompletePlans.all(of: outline, facts: facts) {
        let assessment = Assessment(of: plan, facts: facts)
        guard assessment.violations.isEmpty else { continue }
        least = min(least ?? .max, assessment.cost)
      }
    }
    return least
  }

  private static func answer(_ plan: TermPlan, facts: TrustFacts) -> Answer {
    let assessment = Assessment(of: plan, facts: facts)
    var plan = plan
    plan.costs = assessment.costs
    for index in plan.groups.indices {
      plan.groups[index].costs = assessment.costs(ofGroup: index)
    }
    return Answer(cost: assessment.cost, plan: plan)
  }

  /// Minutes of findings, and a weight for each must among them.
  static func toll(_ findings: some Sequence<Finding>) -> Int {
    findings.reduce(0) { sum, finding in
      switch finding.charge {
      case .must: sum + must
      case .minutes(let minutes): sum + minutes
      }
    }
  }
}
