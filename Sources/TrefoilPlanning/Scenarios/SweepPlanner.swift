import TrefoilModel
import TrefoilSolver

/// Plans the variants of a sweep, each anew and by itself, so that no variant depends on which others are
/// planned, in which order, or where.
public struct SweepPlanner: Sendable {
  private let scenario: Scenario
  private let grid: SweepGrid
  private let options: PlanningOptions

  public init(
    _ scenario: Scenario, grid: SweepGrid, options: PlanningOptions = PlanningOptions()
  ) {
    self.scenario = scenario
    self.grid = grid
    self.options = options
  }

  /// The whole plan of a variant, as ``TrustPlanner`` makes it, and what there is to say of it.
  ///
  /// Stops and errors are those of ``TrustPlanner``.
  public func record(
    of variant: Int, stop: StopSignal = StopSignal(), firstStop: StopSignal? = nil,
    datesStop: StopSignal? = nil
  ) async throws -> SweepRecord {
    let scenario = grid.scenario(of: variant, from: scenario)
    let plan = try await TrustPlanner(scenario, options: options)
      .plan(stop: stop, firstStop: firstStop, datesStop: datesStop)
    let note: String =
      switch plan.status {
      case .optimal: ""
      case .feasible:
        stop.isSent
          ? "the search was stopped before it ended" : "not proven within the effort"
      case .infeasible, .unknown: plan.notes.first ?? ""
      }
    return SweepRecord(
      variant: variant, plan: plan, facts: TrustFacts(scenario), note: Excerpt.escaped(note))
  }
}
