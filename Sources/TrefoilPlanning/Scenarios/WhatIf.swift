import TrefoilModel
import TrefoilSolver

/// Plans several scenarios, each by itself, as ``ReasonedPlanner`` does: a trust as it is and as it might
/// be, with the reasons where it cannot be.
///
/// Some are planned at once. How many, and by how many threads, changes no plan.
public struct WhatIf: Sendable {
  private let scenarios: [Scenario]
  private let terms: Int?
  private let options: PlanningOptions

  /// - Parameters:
  ///   - terms: how many terms of reviews; without it as many as each scenario says.
  ///   - options: `threads` are those of all searches together.
  public init(
    _ scenarios: [Scenario], terms: Int? = nil, options: PlanningOptions = PlanningOptions()
  ) {
    self.scenarios = scenarios
    self.terms = terms
    self.options = options
  }

  /// The plans, in the order of the scenarios. Errors are those of ``ReasonedPlanner``.
  ///
  /// - Parameters:
  ///   - begin: the stops of the search for one scenario, asked for when it begins; nil for one that is
  ///     not to begin any more, whose plan then says so.
  ///   - finished: called after each search with its place, from any thread.
  public func plans(
    begin: @escaping @Sendable (Int) -> PlanningStops? = { _ in PlanningStops() },
    finished: @escaping @Sendable (Int, Plan) -> Void = { _, _ in }
  ) async throws -> [Plan] {
    let width = max(1, min(options.threads, scenarios.count))
    let results = await Parallel.map(
      Array(scenarios.indices), threads: width
    ) { index -> Result<Plan, any Error> in
      do {
        let plan = try await self.plan(
          index, threads: options.threads / width, stops: begin(index))
        finished(index, plan)
        return .success(plan)
      } catch {
        return .failure(error)
      }
    }
    return try results.map { try $0.get() }
  }

  private func plan(_ index: Int, threads: Int, stops: PlanningStops?) async throws -> Plan {
    guard let stops else {
      return Plan(
        trust: scenarios[index].trust, status: .unknown, cost: nil, bound: nil,
        seed: options.seed, terms: [], notes: ["The search was stopped before it began."])
    }
    var own = options
    own.threads = max(1, threads)
    return try await ReasonedPlanner(scenarios[index], terms: terms, options: own)
      .plan(stop: stops.teams, firstStop: stops.first, datesStop: stops.dates)
  }
}
