import TrefoilModel
import TrefoilSolver

/// Plans the reviews of several terms as one: no two schools meet twice while that is possible, and
/// of plans without a repeat the cheapest that is found.
///
/// Two ways are tried. Term after term, each as cheap as can be with all pairs that met before kept
/// apart, which suits few terms; and all groups of all terms at once by ``RoundsSolver``, each term
/// then staffed and dated for its groups, which suits many. The cheaper plan is improved term by term.
/// Every term is planned by ``ReviewPlanner``, with all the rules, and with the terms before it as
/// history.
public struct HorizonPlanner: Sendable {
  private let scenario: Scenario
  private let count: Int
  private let options: PlanningOptions

  /// - Parameter terms: how many terms, 1 to ``Scenario/mostTerms``; without it as many as the
  ///   scenario says.
  public init(
    _ scenario: Scenario, terms: Int? = nil, options: PlanningOptions = PlanningOptions()
  ) {
    self.scenario = scenario
    count = min(max(1, terms ?? scenario.horizon), Scenario.mostTerms)
    self.options = options
  }

  /// Makes the plan; of one term, exactly that of ``ReviewPlanner``.
  ///
  /// The same scenario, number of terms, seed and effort give the same plan on any number of threads,
  /// unless it is stopped. Parameters and errors are those of ``ReviewPlanner/plan(stop:datesStop:progress:)``.
  public func plan(
    stop: StopSignal = StopSignal(), datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Plan {
    guard count > 1 else {
      return try await ReviewPlanner(scenario.scenario(ofTerm: 0, after: []), options: options)
        .plan(stop: stop, datesStop: datesStop, progress: progress)
    }
    let terms: HorizonTerms
    do {
      terms = try await HorizonTerms.compile(scenario, count: count, stop: stop)
    } catch HorizonTerms.Obstacle.term(let index) {
      return try await withoutPlan(becauseOf: index, stop: stop)
    } catch HorizonTerms.Obstacle.size(let index) {
      return unplanned([
        "More than \(ReviewPlanner.mostSchools) schools take part in \(scenario.term(at: index).name): "
          + "terms are planned as one for no more than that. Plan one term at a time."
      ])
    } catch HorizonTerms.Obstacle.stopped {
      return unplanned(["The search was stopped before it began."])
    }
    let run = HorizonRun(
      terms, options: options, stop: stop, datesStop: datesStop ?? stop, progress: progress)
    var plan = try await run.plan()
    if scenario.rules[WorstOffRule.self].setting, !plan.terms.isEmpty {
      plan.notes.append(
        "worst-off: the reviews of several terms are planned as one, without a look at who travels "
          + "longest.")
    }
    return plan
  }

  /// The refusal that planning this term alone gives.
  private func withoutPlan(becauseOf index: Int, stop: StopSignal) async throws -> Plan {
    let facts = TrustFacts(scenario.scenario(ofTerm: index, after: []))
    var plan = try await ReviewPlanner(facts, options: options, place: TermPlace()).plan(stop: stop)
    (plan.terms, plan.cost, plan.bound) = ([], nil, nil)
    if plan.status != .infeasible { plan.status = .unknown }
    plan.notes = HorizonNotes.ofTerm(facts, plan.notes) + PlanNotes(TrustFacts(scenario)).sentences
    return plan
  }

  private func unplanned(_ notes: [String]) -> Plan {
    Plan(
      trust: scenario.trust, status: .unknown, cost: nil, bound: nil, seed: options.seed, terms: [],
      notes: notes + PlanNotes(TrustFacts(scenario)).sentences)
  }
}
