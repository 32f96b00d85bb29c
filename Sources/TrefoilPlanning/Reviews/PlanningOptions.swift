import TrefoilSolver

/// How a plan is looked for.
public struct PlanningOptions: Sendable, Hashable {
  public var seed: UInt64
  public var effort: Effort
  /// How many threads may work; it never changes the plan.
  public var threads: Int

  public init(seed: UInt64 = 1, effort: Effort = .standard, threads: Int = 1) {
    self.seed = seed
    self.effort = effort
    self.threads = threads
  }
}
