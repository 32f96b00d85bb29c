/// How a school stands in the trust's improvement work.
public enum Standing: String, CaseIterable, Sendable, Hashable {
  /// A strong school with capacity to give.
  case giver
  /// Neither: the standing of a school for which none is given.
  case balanced
  /// A school in difficulty, which receives support.
  case receiver
}
