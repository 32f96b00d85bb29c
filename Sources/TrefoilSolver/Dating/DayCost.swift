/// What choosing one day costs, in the caller's own unit.
public struct DayCost: Hashable, Sendable {
  /// The index of the day.
  public var day: Int
  /// The cost of choosing it; never negative.
  public var cost: Int

  /// A cost for one day.
  public init(day: Int, cost: Int) {
    self.day = day
    self.cost = cost
  }
}
