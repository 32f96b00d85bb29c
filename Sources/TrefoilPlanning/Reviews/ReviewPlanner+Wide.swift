import TrefoilModel
import TrefoilSolver

extension ReviewPlanner {
  /// What keeps these schools from being planned without tables.
  var wideObstacles: [String] {
    WideReviews(facts, threads: 1).obstacles + (place.isOpen ? [] : ["for one term alone"])
  }

  /// Plans more schools than there can be tables for.
  func planWide(
    _ shape: Remainder.Shape, stop: StopSignal,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) async throws -> Plan {
    let reviews = WideReviews(facts, threads: options.threads)
    let (problem, costs) = try await reviews.compile(shape)
    let outcome = await WideSolver(
      problem, effort: options.effort, seed: options.seed, threads: options.threads
    ).solve(stop: stop, progress: progress)
    guard let bound = outcome.bound else { return infeasible([GroupObstacles.unknown]) }
    guard let cost = outcome.cost, cost < StaffedPartition.forbidden else {
      let stopped = stop.isSent ? ["The search was stopped before it ended."] : []
      return unplanned(
        stopped + ["No plan was found within the effort, and it is not proven that there is none."],
        bound: bound)
    }
    let reader = PlanReader(
      facts: facts, items: costs.schools, staff: [], principals: costs.principals)
    let groups = outcome.groups.sorted { $0.members[0] < $1.members[0] }
    var term = reader.termPlan(groups: groups, resting: outcome.resting)
    var notes = stop.isSent ? ["The search was stopped before it ended."] : []
    if sparesWorstOff {
      term.worstOff = TravelByPerson(of: term, facts: facts).worstOff
      notes.append(
        "worst-off: among so many schools it is not looked for a plan that spares whoever travels "
          + "longest.")
    }
    return try assess(&term, cost: cost, bound: bound, isOptimal: cost == bound, notes: notes)
  }
}
