import TrefoilModel
import TrefoilSolver

/// Explains a plan of reviews by solving: what somebody asks for is made a must, the trust is planned
/// anew, and the difference is what it costs.
///
/// The plan may be made by anybody. It is compared as it is, and with the cheapest plan too. Among plans
/// of one cost nothing is preferred here: the rule `worst-off` is left out.
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

  /// Answers a request. Where there is something to compare, two searches of the whole effort.
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
    func explained(_ reply: Explanation.Reply, best: Plan? = nil) -> Explanation {
      Explanation(
        subject: subject, given: given, facts: facts, best: best, question: question, reply: reply)
    }
    if question.holds(in: given) { return explained(.alreadySo) }
    let barriers = question.barriers(in: facts)
    if !barriers.isEmpty { return explained(.barred(barriers)) }
    func solve(_ scenario: Scenario) async throws -> Plan {
      let facts = TrustFacts(scenario.with(rules: scenario.rules.with(WorstOffRule(false))))
      return try await ReviewPlanner(facts, options: options, place: TermPlace())
        .plan(stop: stop, datesStop: datesStop, progress: progress)
    }
    let asked = try await solve(question.asked(of: facts.scenario))
    return explained(.planned(asked), best: try await solve(facts.scenario))
  }
}
