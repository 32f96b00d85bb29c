import TrefoilModel
import TrefoilSolver

/// Plans all of a trust's term, or terms: secondments first, then the reviews around them.
///
/// Who is away, who acts, and which schools a secondment links are known before triads are made.
/// The bound of the whole is the bound of the secondments and that of the reviews with these
/// secondments, added up: that is the order in which trusts decide.
public struct TrustPlanner: Sendable {
  private let scenario: Scenario
  private let terms: Int?
  private let options: PlanningOptions

  /// - Parameter terms: how many terms of reviews; without it as many as the scenario says.
  public init(
    _ scenario: Scenario, terms: Int? = nil, options: PlanningOptions = PlanningOptions()
  ) {
    self.scenario = scenario
    self.terms = terms
    self.options = options
  }

  /// Makes the plan. Parameters and errors are those of
  /// ``ReviewPlanner/plan(stop:datesStop:progress:)``.
  public func plan(
    stop: StopSignal = StopSignal(), datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Plan {
    guard !scenario.openings.isEmpty else {
      return try await reviews(of: scenario, stop, datesStop, progress)
    }
    let outcome = try SecondmentPlanner(scenario, options: options)
      .plan(stop: stop, progress: progress)
    var scenario = scenario
    scenario.secondments = outcome.secondments
    var plan = try await reviews(of: scenario, stop, datesStop, progress)
    plan.notes = outcome.notes + plan.notes
    guard !plan.terms.isEmpty else {
      plan.notes.append(
        "Secondments are planned before reviews; this is said of reviews with the secondments that "
          + "were planned.")
      return plan
    }
    plan.secondments = outcome.secondments
    plan.unfilled = outcome.unfilled
    plan.secondmentCosts = outcome.costs
    plan.cost = plan.cost.map { $0 + outcome.cost }
    if let bound = plan.bound, let more = outcome.bound {
      plan.bound = bound + more
    } else {
      plan.bound = nil
    }
    plan.status = plan.bound != nil && plan.bound == plan.cost ? .optimal : .feasible
    return plan
  }

  private func reviews(
    of scenario: Scenario, _ stop: StopSignal, _ datesStop: StopSignal?,
    _ progress: @escaping @Sendable (SearchProgress) -> Void
  ) async throws -> Plan {
    try await HorizonPlanner(scenario, terms: terms, options: options)
      .plan(stop: stop, datesStop: datesStop, progress: progress)
  }
}
