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

  /// - Parameters:
  ///   - plan: has the term.
  ///   - term: the index of the term in the plan; the terms before it are its history, and those after
  ///     it are not looked at.
  public init(
    _ scenario: Scenario, plan: Plan, term: Int = 0, options: PlanningOptions = PlanningOptions()
  ) {
    self.init(
      plan.terms[term], facts: TermSequence(plan, facts: TrustFacts(scenario)).facts[term],
      options: options)
  }

  init(_ given: TermPlan, facts: TrustFacts, options: PlanningOptions) {
    self.given = given
    self.facts = facts
    self.options = options
  }

  /// Answers a request. Where there is something to compare, three searches of the whole effort.
  ///
  /// - Throws: ``ExplanationRequest/Refusal``, and what ``ReviewPlanner`` does.
  public func explain(
    _ request: ExplanationRequest, stop: StopSignal = StopSignal(), datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Explanation {
    let (subject, question) = try request.resolve(in: given, facts: facts)
    guard let question else {
      return Explanation(subject: subject, given: given, facts: facts)
    }
    func explained(
      _ reply: Explanation.Reply, best: Plan? = nil, hasFewestChanges: Bool = false
    ) -> Explanation {
      Explanation(
        subject: subject, given: given, facts: facts, best: best, question: question, reply: reply,
        hasFewestChanges: hasFewestChanges)
    }
    if question.holds(in: given) { return explained(.alreadySo) }
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
    return explained(.planned(near.plan), best: best, hasFewestChanges: near.isProven)
  }
}
