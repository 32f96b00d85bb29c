import TrefoilModel
import TrefoilSolver

extension Plan {
  /// Plans the advocates of a trust that has trustees, and adds what they cost.
  ///
  /// They change nothing else in the plan, and nothing else changes them. Errors are those of
  /// ``AdvocatePlanner/plan(stop:progress:)``.
  mutating func addAdvocates(
    of scenario: Scenario, options: PlanningOptions, stop: StopSignal,
    progress: (SearchProgress) -> Void
  ) throws {
    if scenario.trustees.isEmpty { return }
    let outcome = try AdvocatePlanner(scenario, options: options)
      .plan(stop: stop, progress: progress)
    advocates = outcome.plan
    add(cost: outcome.cost, bound: outcome.bound)
  }
}
