/// One decision of a search among the choices of a ``SelectionProblem``.
enum SelectionDecision: Sendable, Hashable {
  /// The column is taken exactly so many times.
  case column(Int, Int)
  /// So many columns of the family are taken at most.
  case familyAtMost(Int, Int)
  case familyAtLeast(Int, Int)
}
