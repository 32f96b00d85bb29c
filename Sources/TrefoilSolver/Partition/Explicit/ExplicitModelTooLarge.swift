/// A problem of more rows and columns than are written out.
public struct ExplicitModelTooLarge: Error, Sendable, Hashable {
  /// How many columns there could be.
  public let columns: Int
  /// Whether counting ended there, so that there may be more.
  public let isLowerBound: Bool
}
