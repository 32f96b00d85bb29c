import TrefoilModel
import TrefoilSolver

extension Plan {
  /// Plans the meetings of a trust that has networks, and adds what they cost.
  ///
  /// They change nothing else in the plan, and nothing else changes them. Errors are those of
  /// ``NetworkPlanner/plan(stop:progress:)``.
  mutating func addNetworks(
    of scenario: Scenario, options: PlanningOptions, stop: StopSignal,
    progress: (SearchProgress) -> Void
  ) throws {
    if scenario.networks.isEmpty { return }
    let outcome = try NetworkPlanner(scenario, options: options)
      .plan(stop: stop, progress: progress)
    networks = outcome.plans
    notes += outcome.notes
    add(cost: outcome.cost, bound: outcome.bound)
  }
}
