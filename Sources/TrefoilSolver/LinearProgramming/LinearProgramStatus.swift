/// What a call of `LinearProgram.solve` found out.
public enum LinearProgramStatus: Sendable, Hashable {
  /// Values and duals are optimal within the tolerances of `LinearProgram`.
  case optimal
  /// No values satisfy the rows; `LinearProgram.farkas` holds the proof.
  case infeasible
  /// The objective falls for ever.
  case unbounded
  /// The work allowed was used up first; a further call goes on from the basis reached.
  case iterationLimit
}
