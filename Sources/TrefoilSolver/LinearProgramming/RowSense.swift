/// How the weighted sum of a row is held against its right-hand side.
public enum RowSense: Sendable, Hashable {
  /// The sum equals the right-hand side.
  case equal
  /// The sum is at most the right-hand side.
  case atMost
  /// The sum is at least the right-hand side.
  case atLeast
}
