/// Finds the cheapest choice of a ``SelectionProblem`` and proves how good it is.
///
/// Branch and bound on the linear program (Land and Doig, 1960, doi:10.2307/1910129), whose columns
/// are priced in as they pay. Every bound is proven in whole numbers (``SelectionBound``). The same
/// problem and effort give the same answer; a stop signal cuts the search short.
public struct SelectionSolver: Sendable {
  public struct Outcome: Sendable {
    /// How often each column is taken in the best choice found; nil when there is none or none was
    /// found.
    public let values: [Int]?
    public let cost: Int?
    /// No choice costs less; `Int.max` when it is proven that there is none, nil when nothing is
    /// known.
    public let bound: Int?

    public var isInfeasible: Bool { values == nil && bound == .max }
    public var isOptimal: Bool { cost != nil && cost == bound }
  }

  private let problem: SelectionProblem
  private let effort: Effort

  public init(_ problem: SelectionProblem, effort: Effort = .standard) {
    var problem = problem
    // A column that may be taken more than once is split on by how often it is.
    for column in 0..<problem.columnCount where problem.uppers[column] > 1 {
      problem.addFamily([column])
    }
    self.problem = problem
    self.effort = effort
  }

  /// Searches; `progress` is called now and then.
  ///
  /// - Parameter start: a choice to begin with; one that breaks a row is not used.
  public func solve(
    from start: [Int]? = nil, stop: StopSignal = StopSignal(),
    progress: (SearchProgress) -> Void = { _ in }
  ) -> Outcome {
    let begun = start.flatMap { problem.allows($0) ? $0 : nil }
    // To set up a search over a million columns takes seconds.
    if stop.isSent {
      return Outcome(values: begun, cost: begun.map { problem.cost(of: $0) }, bound: nil)
    }
    var search = SelectionSearch(problem, workLimit: effort.steps(60_000_000), stop: stop)
    if let begun { search.offer(begun) }
    search.run(progress: progress)
    return Outcome(values: search.best, cost: search.bestCost, bound: search.bound)
  }

  /// What the rows of the problem's source are about that the linear program breaks, ascending: where
  /// to say more exactly what may be, in a problem with more columns.
  ///
  /// Takes the first, short part of ``solve(from:stop:progress:)``.
  public func topicsThatMatter(stop: StopSignal = StopSignal()) -> [Int] {
    if stop.isSent { return [] }
    var program = SelectionProgram(problem)
    _ = program.solve(stepLimit: effort.steps(1_000_000), stop: stop)
    return program.topics.sorted()
  }
}
