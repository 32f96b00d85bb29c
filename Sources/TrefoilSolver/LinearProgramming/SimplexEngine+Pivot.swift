extension SimplexEngine {
  /// Entries of the tableau below this count as zero.
  private static let negligible = 1e-12

  /// Solves the column of a variable forward into `enteringColumn`.
  mutating func computeEnteringColumn(_ variable: Int) {
    enteringColumn.clear()
    byColumn.add(variable, times: 1, to: &enteringColumn)
    factor.solveForward(&enteringColumn, keepsSpike: true)
  }

  /// Computes the multipliers of the rows that make up the row of the tableau at a position.
  mutating func computeRowMultipliers(at place: Int) {
    rowMultipliers.clear()
    rowMultipliers.insert(1, at: place)
    factor.solveTransposed(&rowMultipliers, keepsSpike: true)
  }

  /// The multipliers of the rows that make up the row of the tableau at a position.
  mutating func tableauMultiples(at place: Int) -> [(row: Int, value: Double)] {
    if !factor.isValid { return [] }
    workColumn.clear()
    workColumn.insert(1, at: place)
    factor.solveTransposed(&workColumn)
    var multiples: [(row: Int, value: Double)] = []
    for row in 0..<rowCount where workColumn.values[row].magnitude > 1e-9 {
      multiples.append((row, workColumn.values[row]))
    }
    workColumn.clear()
    return multiples
  }

  /// Computes the row of the tableau from `rowMultipliers` into `pivotRow`.
  ///
  /// Only variables that can move are listed. Few multipliers: the rows are added up; many: an
  /// inner product for each column is cheaper.
  mutating func computePivotRow() {
    pivotRow.clear()
    if rowMultipliers.count * 2 < rowCount { addUpPivotRow() } else { multiplyOutPivotRow() }
  }

  private mutating func multiplyOutPivotRow() {
    let multipliers = rowMultipliers.values.base
    let values = pivotRow.values.base
    let indices = pivotRow.indices.base
    let moves = move.base
    var count = 0
    for variable in 0..<variableCount where moves[variable] != 0 {
      let value = byColumn.product(variable, with: multipliers)
      guard value.magnitude > Self.negligible else { continue }
      values[variable] = value
      indices[count] = Int32(truncatingIfNeeded: variable)
      count += 1
    }
    pivotRow.count = count
  }

  private mutating func addUpPivotRow() {
    let values = pivotRow.values.base
    let indices = pivotRow.indices.base
    var count = 0
    for entry in 0..<rowMultipliers.count {
      let row = Int(rowMultipliers.indices[entry])
      let multiplier = rowMultipliers.values[row]
      let rowIndices = byRow.index.base + byRow.start[row]
      let rowValues = byRow.value.base + byRow.start[row]
      for place in 0..<byRow.length[row] {
        let variable = Int(rowIndices[place])
        let old = values[variable]
        if old == 0 {
          indices[count] = rowIndices[place]
          count += 1
        }
        let sum = old + multiplier * rowValues[place]
        // A sum that cancels must not be taken for a place not met yet.
        values[variable] = sum == 0 ? 1e-100 : sum
      }
    }
    var kept = 0
    for entry in 0..<count {
      let variable = Int(indices[entry])
      if move.base[variable] != 0 && values[variable].magnitude > Self.negligible {
        indices[kept] = indices[entry]
        kept += 1
      } else {
        values[variable] = 0
      }
    }
    pivotRow.count = kept
  }

  /// Moves the basic variables as the entering variable changes by `step`.
  mutating func moveBasicValues(by step: Double) {
    for entry in 0..<enteringColumn.count {
      let place = Int(enteringColumn.indices[entry])
      basicValue[place] -= step * enteringColumn.values[place]
    }
  }

  /// Takes `dualStep` times the pivot row off the reduced costs.
  mutating func moveReducedCosts(by dualStep: Double) {
    guard dualStep != 0 else { return }
    for entry in 0..<pivotRow.count {
      let variable = Int(pivotRow.indices[entry])
      reducedCost[variable] -= dualStep * pivotRow.values[variable]
    }
  }

  /// Exchanges the variable at a basis position for another.
  ///
  /// The leaving variable rests on its upper bound if `toUpper`, and has reduced cost
  /// `-dualStep`. `enteringColumn` must hold the column of the entering variable.
  mutating func exchange(
    at place: Int, entering: Int, value: Double, toUpper: Bool, dualStep: Double
  ) {
    let leaving = Int(head[place])
    position[leaving] = -1
    move[leaving] = lower[leaving] == upper[leaving] ? 0 : toUpper ? -1 : 1
    reducedCost[leaving] = -dualStep
    head[place] = Int32(truncatingIfNeeded: entering)
    position[entering] = Int32(truncatingIfNeeded: place)
    move[entering] = 0
    reducedCost[entering] = 0
    basicValue[place] = value
    factor.update(slot: place, pivot: enteringColumn.values[place])
    reducedCostsAreCurrent = false
    iterations += 1
  }
}
