/// Gives every job of a problem its days and its follow-up day, or proves that it cannot be done.
///
/// The jobs are first split into parts that share nothing; each is dated by exact search with
/// learned clauses, after quick counting proofs have found nothing against it. The days found
/// are then improved by local search, and in small cases by exact search until no dating is
/// cheaper. What cannot be dated is cut down to an irreducible set of jobs.
public struct DatingSolver: Sendable {
  private static let nodesToProve = 2000
  private static let mostJobsToProve = 32

  private let problem: DatingProblem

  /// A solver for one problem.
  public init(_ problem: DatingProblem) {
    self.problem = problem
  }

  /// Searches for days of every job.
  ///
  /// - Parameters:
  ///   - effort: the most nodes (decisions and conflicts) of the exact search, a few
  ///     microseconds each; the local search makes at most as many steps. Below one, only what
  ///     counting proves is found.
  ///   - seed: breaks ties. The same problem, effort and seed give the same outcome.
  ///   - stop: ends the search soon. Days found by then are handed over as they are, and so is a
  ///     conflict proven by then.
  /// - Returns: days that keep every rule, a proven conflict, or that the effort or the time was
  ///   not enough.
  public func solve(
    effort: Int, seed: UInt64, stop: StopSignal = StopSignal()
  ) -> DatingOutcome {
    var nodes = max(0, effort)
    return solve(nodes: &nodes, seed: seed, stop: stop)
  }

  /// The same with a store of nodes, from which those that were used are taken.
  public func solve(
    nodes: inout Int, seed: UInt64, stop: StopSignal = StopSignal()
  ) -> DatingOutcome {
    let effort = nodes
    let model = DatingModel(problem, jobs: Array(problem.jobs.indices))
    let rooms = DatingHall.rooms(model)
    if let conflict = DatingHall.conflict(model, rooms: rooms, stop: stop) {
      return impossible(conflict, seed: seed, nodes: &nodes, stop: stop)
    }
    let parts = DatingParts.split(model)
    var finder = DatingFinder(problem, model, rooms: rooms, parts: parts, seed: seed)
    switch finder.run(nodes: &nodes, stop: stop) {
    case .impossible(let conflict):
      return impossible(conflict, seed: seed, nodes: &nodes, stop: stop)
    case .unknown: return stop.isSent ? .stopped : .gaveUp
    case .dated: break
    }
    let bounds = DatingBounds(model)
    var improver = DatingImprover(model, day: finder.day, bounds: bounds, seed: seed)
    improver.run(steps: min(effort, 2000 + 60 * model.jobs.count), stop: stop)
    return .dated(
      prove(model, parts, improver.calendar, bounds, seed: seed, nodes: &nodes, stop: stop))
  }

  private func impossible(
    _ conflict: [Int], seed: UInt64, nodes: inout Int, stop: StopSignal
  ) -> DatingOutcome {
    var reduction = DatingReduction(problem, conflict: conflict, seed: seed)
    reduction.run(nodes: &nodes, stop: stop)
    return .impossible(
      conflict: reduction.conflict, irreducible: reduction.isIrreducible)
  }

  /// Searches the small parts for their least cost; with a spread cost all jobs are one part.
  private func prove(
    _ model: DatingModel, _ parts: [[Int]], _ calendar: DatingCalendar, _ bounds: DatingBounds,
    seed: UInt64, nodes: inout Int,
    stop: StopSignal
  ) -> Dating {
    var day = calendar.day
    var bound = bounds.total
    let groups = problem.spreadCost > 0 ? [Array(model.jobs.indices)] : parts
    for group in groups where group.count <= Self.mostJobsToProve {
      guard model.totalCost(day) > bound, !stop.isSent else { break }
      let isWhole = group.count == model.jobs.count
      let least = isWhole ? bounds.total : group.reduce(0) { $0 + bounds.least[$1] }
      let places = activities(model, group)
      let part = DatingModel(problem, jobs: group)
      var proof = DatingProof(part, day: places.map { day[$0] }, seed: seed)
      guard proof.cost > least else { continue }
      var share = min(nodes, Self.nodesToProve)
      nodes -= share
      proof.run(nodes: &share, stop: stop)
      nodes += share
      for (place, found) in zip(places, proof.day) { day[place] = found }
      if proof.isLeast { bound += proof.cost - least }
    }
    return dating(model, day, bound: bound)
  }

  private func activities(_ model: DatingModel, _ jobs: [Int]) -> [Int] {
    jobs.flatMap { job -> [Int] in
      let activity = model.jobActivity[job]
      return model.partner[activity] < 0 ? [activity] : [activity, model.partner[activity]]
    }
  }

  private func dating(_ model: DatingModel, _ day: [Int], bound: Int) -> Dating {
    Dating(
      starts: model.jobActivity.map { day[$0] },
      followUps: model.jobActivity.map { model.partner[$0] < 0 ? nil : day[model.partner[$0]] },
      cost: model.totalCost(day), bound: bound)
  }
}
