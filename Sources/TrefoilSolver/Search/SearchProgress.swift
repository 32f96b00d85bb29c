/// What a running search knows so far.
public struct SearchProgress: Sendable, Hashable {
  public enum Stage: Sendable, Hashable {
    /// Improves plans by local search.
    case improving
    /// Raises the bound and closes the gap.
    case proving
  }

  public let stage: Stage
  /// Cost of the best solution; nil before the first.
  public let cost: Int?
  /// The best proven bound; nil before the first.
  public let bound: Int?
  /// Share of the effort used, from 0 to 1.
  public let share: Double

  public init(stage: Stage, cost: Int?, bound: Int?, share: Double) {
    self.stage = stage
    self.cost = cost
    self.bound = bound
    self.share = share
  }
}
