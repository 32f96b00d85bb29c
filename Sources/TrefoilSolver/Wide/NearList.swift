/// Whom an item may well be grouped with, and floors for what it costs with anyone else.
public struct NearList: Sendable {
  /// Ascending.
  public var others: [Int]
  /// The item and another that is not in the list cost at least this together.
  public var beyond: Int
  /// The same with the cheaper of both visits counted twice.
  public var evenBeyond: Int
  /// The item and another that is not in the list cost at least this together where the other
  /// covers a requirement of the item: one for each requirement, never less than ``beyond``.
  public var coverBeyond: [Int]

  public init(others: [Int] = [], beyond: Int = 0, evenBeyond: Int = 0, coverBeyond: [Int]) {
    self.others = others
    self.beyond = beyond
    self.evenBeyond = evenBeyond
    self.coverBeyond = coverBeyond
  }
}
