extension SimplexEngine {
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

  /// Computes the row of the tableau from `rowMultipliers` into `pivotRow`.
  ///
  /// Only variables that can move are listed. Few multipliers: the rows are added up; many: an
  /// inner product for each column is cheaper.
  mutating func computePivotRow() {
    pivotRow.clear()
    if rowMultipliers.count * 4 < rowCount {
      for entry in 0..<rowMultipliers.count {
        let row = Int(rowMultipliers.indices[entry])
        byRow.add(row, times: rowMultipliers.values[row], to: &pivotRow)
      }
      keepMovable()
    } else {
      for variable in 0..<variableCount where move.base[variable] != 0 {
        let value = byColumn.product(variable, with: rowMultipliers.values.base)
        if value.magnitude > 1e-12 { pivotRow.insert(value, at: variable) }
      }
    }
  }

  private mutating func keepMovable() {
    var kept = 0
    for entry in 0..<pivotRow.count {
      let variable = Int(pivotRow.indices[entry])
      if move[variable] != 0 && pivotRow.values[variable].magnitude > 1e-12 {
        pivotRow.indices[kept] = pivotRow.indices[entry]
        kept += 1
      } else {
        pivotRow.values[variable] = 0
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
