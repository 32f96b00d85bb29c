extension SimplexEngine {
  /// Columns that price out, in multiples of the rows, past which a fresh start pays.
  private static let attractiveColumnsForFreshStart = 1
  /// Steps of the primal method, in multiples of the rows, past which a fresh start pays.
  private static let primalStepsForFreshStart = 3

  /// Goes back to the basis of all slacks if the primal method is not worth running; true if so.
  ///
  /// On set partitioning problems the primal method needs many times more steps than the dual one.
  /// If many columns price out, the dual method is sooner done from the basis of all slacks, which
  /// is dual feasible when no cost is negative. Tried once in a solve.
  mutating func startsAfresh(afterSteps steps: Int) -> Bool {
    guard !hasStartedAfresh else { return false }
    if steps == 0 {
      guard attractiveColumnCount() > 50 + Self.attractiveColumnsForFreshStart * rowCount else {
        return false
      }
    } else {
      guard steps > 50 + Self.primalStepsForFreshStart * rowCount else { return false }
    }
    hasStartedAfresh = true
    for variable in 0..<variableCount where trueCost.base[variable] < 0 { return false }
    restore(LinearProgramBasis(columns: [], rows: []))
    return true
  }

  private func attractiveColumnCount() -> Int {
    var count = 0
    for variable in 0..<variableCount
    where -Double(move.base[variable]) * reducedCost.base[variable] > dualTolerance {
      count += 1
    }
    return count
  }
}
