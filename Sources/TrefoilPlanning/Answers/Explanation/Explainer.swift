import TrefoilModel
import TrefoilSolver

/// Explains a plan of reviews by solving: what somebody asks for is made a must, the trust is planned
/// anew, and the difference is what it costs.
///
/// The plan may be made by anybody. It is compared as it is, and with the cheapest plan too. Among plans
/// of one cost the one is taken that gives the fewest new duties; the rule `worst-off` is left out.
public struct Explainer: Sendable {
  private let given: TermPlan
  private let facts: TrustFacts
  private let options: PlanningOptions
  private let termCount: Int

  /// - Parameters:
  ///   - plan: has the term.
  ///   - term: the index of the term in the plan; the terms before it are its history, and those after
  ///     it are not looked at.
  public init(
    _ scenario: Scenario, plan: Plan, term: Int = 0, options: PlanningOptions = PlanningOptions()
  ) {
    self.init(
      plan.terms[term], facts: TermSequence(plan, facts: TrustFacts(scenario)).facts[term],
      termCount: plan.terms.count, options: options)
  }

  init(_ given: TermPlan, facts: TrustFacts, termCount: Int = 1, options: PlanningOptions) {
    self.given = given
    self.facts = facts
    self.termCount = termCount
    self.options = options
  }

  /// Answers a request. Where there is something to compare, three searches of the whole effort; where no
  /// plan does what is asked, its reasons too.
  ///
  /// - Throws: ``ExplanationRequest/Refusal``, and what ``ReviewPlanner`` does.
  public func explain(
    _ request: ExplanationRequest, stop: StopSignal = StopSignal(), datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Explanation {
    let (subject, question) = try request.resolve(in: given, facts: facts)
    guard let question else {
      return Explanation(subject: subject, given: given, facts: facts, termCount: termCount)
    }
    func explained(
      _ reply: Explanation.Reply, best: Plan? = nil, hasFewestChanges: Bool = false
    ) -> Explanation {
      Explanation(
        subject: subject, given: given, facts: facts, termCount: termCount, best: best,
        question: question, reply: reply, hasFewestChanges: hasFewestChanges)
    }
    if question.holds(in: given, of: facts) { return explained(.alreadySo) }
    let barriers = question.barriers(in: facts)
    if !barriers.isEmpty { return explained(.barred(barriers)) }
    func planner(_ scenario: Scenario) -> ReviewPlanner {
      let rules = scenario.rules.with(WorstOffRule(false))
      return ReviewPlanner(
        TrustFacts(scenario.with(rules: rules)), options: options, place: TermPlace())
    }
    let narrow = planner(question.asked(of: facts.scenario))
    let asked = try await narrow.plan(stop: stop, datesStop: datesStop, progress: progress)
    let best = try await planner(facts.scenario)
      .plan(stop: stop, datesStop: datesStop, progress: progress)
    let near = try await narrow.nearest(to: given, asked, stop: stop, datesStop: datesStop)
    if near.plan.status == .infeasible, best.status != .infeasible {
      var none = near.plan
      let why = try await question.reasons(in: facts.scenario, options: options, stop: stop)
      none.reasons = why.reasons
      if !why.reasons.isEmpty { none.notes = why.notes }
      return explained(.planned(none), best: best.orCheaper([given], facts))
    }
    return explained(
      .planned(near.plan), best: best.orCheaper([near.plan.terms.first, given], facts),
      hasFewestChanges: near.isProven)
  }
}

extension Plan {
  /// This plan of a term, or the cheapest of some others of it that keep every rule, where it costs less:
  /// a search that ends early may miss what somebody has in hand already. The bound stays.
  func orCheaper(_ others: [TermPlan?], _ facts: TrustFacts) -> Plan {
    guard status != .infeasible else { return self }
    var best = self
    for term in others.compactMap(\.self) {
      let assessment = Assessment(of: term, facts: facts)
      let isWhole = facts.scenario.term.dates == nil || term.hasDates
      guard isWhole, assessment.violations.isEmpty, assessment.cost < best.cost ?? .max else {
        continue
      }
      best.terms = [term]
      best.cost = assessment.cost
      best.status = best.bound == best.cost ? .optimal : .feasible
    }
    return best
  }
}
