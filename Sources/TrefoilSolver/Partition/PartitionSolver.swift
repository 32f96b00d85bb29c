import Synchronization

/// Finds the cheapest partition into staffed groups and proves how good it is.
///
/// Several annealing walks look for good solutions, then branch and price raises the bound until it
/// meets the best of them or the effort is used. The same problem, seed and effort give the same
/// answer on any number of threads; a stop signal cuts the search short.
public struct PartitionSolver: Sendable {
  /// What the owner of the problem says to a solution whose numbers are right.
  public enum Verdict: Sendable {
    case accepted
    /// These tasks, all as they are, cannot be in one solution; or it is not proven but feared.
    case rejected(tasks: [StaffedTask], isProven: Bool)
    /// Nothing is said of it, and no more will be looked at: the search ends with what it has proven.
    case givenUp
  }

  public typealias Check = @Sendable (PartitionSolution) -> Verdict

  public struct Outcome: Sendable {
    /// The best solution found; nil when there is none or none was found.
    public let solution: PartitionSolution?
    /// No solution costs less; `Int.max` when it is proven that there is none, nil when nothing
    /// is known.
    public let bound: Int?
    /// Groups that the proof came upon, for the search of a problem much like this one to begin with.
    public var columns: [StaffedGroup] = []

    public var isInfeasible: Bool { solution == nil && bound == .max }
    public var isOptimal: Bool { solution != nil && solution?.cost == bound }
  }

  /// What a search may begin with: of a problem much like this one, whatever it costs here.
  public struct Start: Sendable {
    /// Where it can be here, no walks are made.
    public var groups: [StaffedGroup]
    public var resting: [Int]
    public var columns: [StaffedGroup]

    public init(
      groups: [StaffedGroup] = [], resting: [Int] = [], columns: [StaffedGroup] = []
    ) {
      self.groups = groups
      self.resting = resting
      self.columns = columns
    }
  }

  /// So many groups are handed on, those found last.
  private static let mostColumns = 2_000
  private static let walks = 4
  /// Up to so many items a proof is likely, and the walks may be short.
  private static let mostProven = 400

  private let problem: StaffedPartition
  private let effort: Effort
  private let seed: UInt64
  private let threads: Int
  private let check: Check?

  public init(
    _ problem: StaffedPartition, effort: Effort = .standard, seed: UInt64 = 1, threads: Int = 1,
    check: Check? = nil
  ) {
    var problem = problem
    for item in problem.itemsThatNeverRest { problem.restCost[item] = StaffedPartition.forbidden }
    problem.forbidTooHeavy()
    self.problem = problem
    self.effort = effort
    self.seed = seed
    self.threads = max(1, threads)
    self.check = check
  }

  /// Searches; `progress` is called now and then, from any thread. The start changes what of several
  /// cheapest solutions is found, and how soon, but no cost and no bound that is proven.
  public func solve(
    from start: Start = Start(), stop: StopSignal = StopSignal(),
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async -> Outcome {
    if problem.itemCount == problem.restCount {
      let cost = PartitionCost(problem).cost(groups: [], resting: Array(0..<problem.itemCount))
      let solution = PartitionSolution(
        groups: [], resting: Array(0..<problem.itemCount), cost: cost)
      return cost < StaffedPartition.forbidden
        ? Outcome(solution: solution, bound: cost) : Outcome(solution: nil, bound: .max)
    }
    let neighbours = Annealing.neighbours(problem, most: 12)
    var search = BranchAndPrice(
      problem, neighbours: neighbours, floor: SimpleBound(problem).bound,
      workLimit: workLimit,
      check: check, neighbourhoods: neighbourhoods(neighbours, stop: stop), threads: threads,
      stop: stop
    ) { cost, bound, share in
      progress(SearchProgress(stage: .proving, cost: cost, bound: bound, share: share))
    }
    search.seed(start.columns)
    let root = problem.itemCount <= Self.mostProven ? search.root : nil
    var found = begin(from: start)
    if found.accepted == nil, !found.isGivenUp {
      found = await walk(neighbours, beside: root, stop: stop, progress: progress)
    } else {
      await root?.warm(workLimit: workLimit)
    }
    if found.isGivenUp { return Outcome(solution: nil, bound: search.bound) }
    search.start(from: found.accepted)
    for solution in found.all { search.seed(solution) }
    await search.run()
    return Outcome(
      solution: search.best, bound: search.bound,
      columns: search.root.pricing.groups.suffix(Self.mostColumns))
  }

  /// The start as a solution of this problem, if it is one and the owner accepts it.
  private func begin(from start: Start) -> Walked {
    var begun = Walked()
    guard !start.groups.isEmpty, start.groups.allSatisfy(problem.isShaped),
      start.resting.allSatisfy((0..<problem.itemCount).contains)
    else { return begun }
    let cost = PartitionCost(problem).cost(groups: start.groups, resting: start.resting)
    guard cost < StaffedPartition.forbidden / 2 else { return begun }
    let solution = PartitionSolution(groups: start.groups, resting: start.resting, cost: cost)
    switch check?(solution) ?? .accepted {
    case .accepted: begun.accepted = solution
    case .rejected: break
    case .givenUp: begun.isGivenUp = true
    }
    begun.all = [solution]
    return begun
  }

  /// So many groups are looked at, exact prices counted higher.
  private var workLimit: Int {
    effort.steps(
      min(2_000_000_000, 200_000_000 + 20_000 * problem.itemCount * problem.itemCount))
  }

  /// So many items are searched by neighbourhoods too; with fewer a dive comes to the best sooner.
  private static let leastSearched = 151

  private func neighbourhoods(
    _ neighbours: [[Int32]], stop: StopSignal
  ) -> NeighbourhoodSearch? {
    guard problem.itemCount >= Self.leastSearched else { return nil }
    return NeighbourhoodSearch(
      problem, neighbours: neighbours, check: check, seed: seed, stop: stop)
  }

  // MARK: Walks

  private struct Walked {
    var accepted: PartitionSolution?
    var all: [PartitionSolution] = []
    var isGivenUp = false
  }

  /// Runs the walks, then walks again around whatever the owner turns down.
  private func walk(
    _ neighbours: [[Int32]], beside root: NodeProgram?, stop: StopSignal,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) async -> Walked {
    var walked = Walked()
    var avoid = TaskDecisions(problem)
    for round in 0..<8 {
      let solutions = await walk(
        round, neighbours, avoid, after: round == 0 ? root : nil, stop: stop)
      walked.all += solutions
      let floor = walked.accepted?.cost ?? .max
      for solution in solutions.sorted(by: { $0.cost < $1.cost }) where solution.cost < floor {
        switch check?(solution) ?? .accepted {
        case .accepted:
          walked.accepted = solution
          let share = Double(round + 1) / 8
          progress(
            SearchProgress(stage: .improving, cost: solution.cost, bound: nil, share: share))
          return walked
        case .rejected(let tasks, _): avoid.avoid(tasks, problem)
        case .givenUp:
          walked.isGivenUp = true
          return walked
        }
      }
      if solutions.isEmpty || stop.isSent { break }
    }
    return walked
  }

  /// One walk from each stream of random numbers, on as many threads as allowed; the answers are
  /// in the order of the streams.
  ///
  /// - Parameter root: a program that one of the threads solves before it walks, if any; a thread that is
  ///   alone walks first. Where walks are all there is there is none.
  private func walk(
    _ round: Int, _ neighbours: [[Int32]], _ avoid: TaskDecisions, after root: NodeProgram?,
    stop: StopSignal
  ) async -> [PartitionSolution] {
    let count = problem.itemCount
    // Where the proof is out of reach the walks are all there is.
    let standard =
      count <= Self.mostProven ? 1_000 + 40 * count : min(1_000_000, 400 * count * count)
    let steps = effort.steps(standard)
    let next = Atomic<Int>(0)
    let (problem, seed, workers) = (problem, seed, min(threads, Self.walks))
    let workLimit = workLimit
    let work: @Sendable () -> [(Int, PartitionSolution?)] = {
      var results: [(Int, PartitionSolution?)] = []
      while true {
        let stream = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if stream >= Self.walks { return results }
        let random = SeededGenerator(seed: seed, stream: UInt64(round * Self.walks + stream))
        var annealing = Annealing(
          problem, neighbours: neighbours, random: random, decisions: avoid)
        annealing.run(steps: steps, stop: stop)
        // The walk's own sums are not trusted: what it hands over is costed anew.
        let recomputed = annealing.solution.map {
          PartitionCost(problem).cost(groups: $0.groups, resting: $0.resting)
        }
        let isSound = recomputed == annealing.solution?.cost
        results.append((stream, isSound ? annealing.solution : nil))
      }
    }
    let results = await withTaskGroup(of: [(Int, PartitionSolution?)].self) { group in
      group.addTask {
        // Alone, the walks come first: a stop then finds a solution.
        let walked = workers == 1 ? work() : []
        await root?.warm(workLimit: workLimit)
        return walked + work()
      }
      for _ in 1..<workers { group.addTask { work() } }
      var results: [(Int, PartitionSolution?)] = []
      for await part in group { results += part }
      return results
    }
    return results.sorted { $0.0 < $1.0 }.compactMap(\.1)
  }
}
