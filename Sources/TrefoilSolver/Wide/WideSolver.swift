/// Finds a good partition of very many items into triads and few other groups, and proves how good.
///
/// Prices of items and cuts are raised block by block (``WideBound``): at any time they are a bound.
/// Then regions are solved by diving under those prices (``WideSearch``), and again larger ones,
/// while that makes the solution cheaper. The work is in proportion to the number of items. The
/// same problem, seed and effort give the same answer on any number of threads.
public struct WideSolver: Sendable {
  public struct Outcome: Sendable {
    public let groups: [StaffedGroup]
    public let resting: [Int]
    /// Nil when no solution was found.
    public let cost: Int?
    /// No solution costs less; nil when too few items may rest, and there is none.
    public let bound: Int?
  }

  private let problem: WidePartition
  private let effort: Effort
  private let seed: UInt64
  private let threads: Int

  public init(
    _ problem: WidePartition, effort: Effort = .standard, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.problem = problem
    self.effort = effort
    self.seed = seed
    self.threads = threads
  }

  /// What is done in one round of the search.
  private struct Round {
    let boundBlock: Int
    let region: Int
    let cuts: Int
  }

  /// Searches; `progress` is called now and then.
  public func solve(
    stop: StopSignal = StopSignal(),
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async -> Outcome {
    var bound = WideBound(problem)
    var search = WideSearch(problem, seed: seed, stop: stop)
    let rounds = rounds
    for turn in 0..<2 {
      await bound.pass(
        most: problem.itemCount <= 2_000 ? 500 : 250, rounds: 20, step: turn == 0 ? 200 : 60,
        turn: turn, threads: threads, stop: stop)
      let share = Double(turn + 1) / Double(rounds.count + 3)
      progress(SearchProgress(stage: .proving, cost: nil, bound: bound.whole, share: share))
    }
    search.problem = bound.problem
    // Where a region cannot be grouped by itself, larger ones may be.
    for most in [90, 180, 360] where search.cost == nil && !stop.isSent {
      await search.start(bound.prices, most: most, cuts: 3, threads: threads)
    }
    for (turn, round) in rounds.enumerated() where search.cost != nil && !stop.isSent {
      if round.boundBlock > 0 {
        await bound.pass(
          most: round.boundBlock, rounds: 20, step: 60, turn: turn + 2, threads: threads, stop: stop
        )
      }
      search.problem = bound.problem
      if turn % 2 == 0 {
        await search.pass(
          bound.prices, most: round.region, cuts: round.cuts, turn: turn, threads: threads)
      } else {
        await search.passExact(bound.prices, turn: turn, threads: threads)
      }
      let share = Double(turn + 4) / Double(rounds.count + 3)
      progress(
        SearchProgress(
          stage: .improving, cost: search.cost, bound: bound.whole, share: min(1, share)))
      if search.cost == bound.whole { break }
    }
    return Outcome(
      groups: search.groups.map(\.group), resting: search.resting,
      cost: search.cost, bound: bound.whole)
  }

  /// The larger the problem, the fewer rounds and the smaller the regions, so that the work is in
  /// proportion to the number of items: about two minutes of one processor for each 5,000.
  private var rounds: [Round] {
    let count = problem.itemCount
    if count <= 2_000 {
      return (0..<effort.steps(8)).map { turn in
        Round(boundBlock: turn % 2 == 0 ? 0 : 500, region: turn < 2 ? 300 : 600, cuts: 6)
      }
    }
    let standard = count <= 5_000 ? 24 : count <= 12_000 ? 12 : 9
    return (0..<effort.steps(standard)).map { turn in
      Round(boundBlock: turn % 2 == 0 ? 0 : 250, region: count <= 40_000 ? 300 : 200, cuts: 4)
    }
  }
}
