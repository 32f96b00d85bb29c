/// What is known of an item and another that it lists.
public struct NearLink: Sendable {
  /// Both visits and the company of the two; at least 2^31 when they may not be together.
  public var cost: Int
  /// The same with the cheaper of both visits counted twice.
  public var evenCost: Int
  /// The requirements of the item that the other covers, as bits.
  public var covers: UInt64

  public init(cost: Int, evenCost: Int, covers: UInt64) {
    self.cost = cost
    self.evenCost = evenCost
    self.covers = covers
  }
}
