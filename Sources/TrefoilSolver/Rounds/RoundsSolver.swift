/// Finds rounds of small groups in which no two items meet twice, as cheap as it can.
///
/// Where the problem is a full cycle of threes, or nearly, a construction begins it
/// (``StarterSearch``); otherwise, and where that does not fit, local search does (``RoundsSearch``).
/// The same problem, effort and seed give the same answer; a stop cuts the search short.
public struct RoundsSolver: Sendable {
  /// Temperatures of the walks for fewest conflicts, in conflicts.
  private static let temperatures = [0.2, 0.17, 0.23, 0.15]

  private let problem: RoundsProblem
  private let effort: Effort
  private let seed: UInt64

  public init(_ problem: RoundsProblem, effort: Effort = .standard, seed: UInt64 = 1) {
    self.problem = problem
    self.effort = effort
    self.seed = seed
  }

  /// The schedule with the fewest repeated and forbidden meetings that was found, made cheaper; nil
  /// for a problem that is not sound or has no rounds.
  ///
  /// At the default effort at most some 10^8 moves are tried, a few seconds; usually one in a hundred
  /// of them is enough.
  public func solve(stop: StopSignal = StopSignal()) -> RoundsSolution? {
    guard problem.isSound, !problem.rounds.isEmpty else { return nil }
    guard let found = fewestConflicts(stop: stop) else { return nil }
    return cheapest(from: found, stop: stop)
  }

  /// The schedule with the fewest repeated and forbidden meetings that was found, whatever it costs.
  public func fewestConflicts(stop: StopSignal = StopSignal()) -> RoundsSolution? {
    guard problem.isSound, !problem.rounds.isEmpty else { return nil }
    var best: RoundsSolution?
    func keep(_ solution: RoundsSolution) {
      if solution.faults < best?.faults ?? .max { best = solution }
    }
    if let rounds = repeated(stop: stop) {
      keep(RoundsSolution(rounds, of: problem))
      return best
    }
    if let rounds = constructed(stop: stop) {
      var search = RoundsSearch.begin(
        problem, from: rounds, random: SeededGenerator(seed: seed, stream: 0), stop: stop)
      search.repair(steps: effort.steps(1_000_000), temperature: Self.temperatures[0])
      keep(search.best)
    }
    // Short walks first: most problems are easy.
    for attempt in 0..<8 where best?.isClean != true {
      if stop.isSent && best != nil { break }
      var search = RoundsSearch.begin(
        problem, random: SeededGenerator(seed: seed, stream: UInt64(attempt + 1)), stop: stop)
      let steps = effort.steps(attempt < 4 ? 2_000_000 : 20_000_000)
      search.repair(steps: steps, temperature: Self.temperatures[attempt % 4])
      keep(search.best)
    }
    return best
  }

  // MARK: More rounds than there can be

  /// Where counting shows that there are too many rounds, and all are alike, the most that can be
  /// without a repeat, over and over: whoever meets again has waited as long as can be.
  private func repeated(stop: StopSignal) -> [RoundsSolution.Round]? {
    let limit = RoundsLimit(problem).rounds
    guard limit > 0, limit < problem.rounds.count, let first = problem.rounds.first,
      problem.rounds.allSatisfy({ isAlike($0, first) })
    else { return nil }
    for count in stride(from: limit, to: max(0, limit - 3), by: -1) {
      var part = problem
      part.rounds = Array(problem.rounds.prefix(count))
      let solver = RoundsSolver(part, effort: effort, seed: seed)
      if let found = solver.fewestConflicts(stop: stop), found.isClean {
        return problem.rounds.indices.map { found.rounds[$0 % count] }
      }
    }
    return nil
  }

  private func isAlike(_ one: RoundsProblem.Round, _ other: RoundsProblem.Round) -> Bool {
    one.isPresent == other.isPresent && one.groupCounts == other.groupCounts
      && one.restCount == other.restCount && one.fixedGroups == other.fixedGroups
  }

  // MARK: Constructions

  /// A construction that has enough rounds, of groups of three with everybody there.
  private func constructed(stop: StopSignal) -> [RoundsSolution.Round]? {
    let count = problem.itemCount
    let isPlain = problem.rounds.allSatisfy { round in
      !round.isPresent.contains(false) && round.restCount == 0 && round.fixedGroups.isEmpty
        && round.groupCounts == [3: count / 3]
    }
    // With fewer rounds there is room for cheaper schedules than parts of a cycle.
    guard isPlain, problem.rounds.count > count / 4,
      let cycle = StarterSearch.rounds(
        items: count, steps: effort.steps(10_000_000), stop: stop),
      cycle.count >= problem.rounds.count
    else { return nil }
    return cycle.prefix(problem.rounds.count).map { .init(groups: $0, resting: []) }
  }

  // MARK: Cost

  private func cheapest(from start: RoundsSolution, stop: StopSignal) -> RoundsSolution {
    let meetings = problem.rounds.reduce(0) { sum, round in
      sum + round.groupCounts.reduce(0) { $0 + $1.value * $1.key * ($1.key - 1) / 2 }
    }
    let mean = Double(start.cost) / Double(max(1, meetings))
    guard mean > 0 else { return start }
    var best = start
    for (walk, weight) in [2.0, 5.0, 20.0].enumerated() {
      if stop.isSent { break }
      let random = SeededGenerator(seed: seed, stream: UInt64(100 + walk))
      var search = RoundsSearch.begin(problem, from: start.rounds, random: random, stop: stop)
      search.cheapen(
        steps: effort.steps(30_000 * problem.rounds.count), warm: mean / 2, penalty: weight * mean,
        keepsMeetings: start.repeats > 0)
      let found = search.best
      if (found.faults, found.cost) < (best.faults, best.cost) { best = found }
    }
    return best
  }
}
