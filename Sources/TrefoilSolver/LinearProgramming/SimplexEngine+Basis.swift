extension SimplexEngine {
  var basis: LinearProgramBasis {
    LinearProgramBasis(
      columns: (0..<columnCount).map { standing(of: Int(columnVariable[$0])) },
      rows: (0..<rowCount).map { standing(of: Int(rowVariable[$0])) })
  }

  /// Takes up a basis again.
  ///
  /// Positions are given to the slacks of their own rows first, then to the basic columns in
  /// order. A basis with too few basic variables is filled up with slacks, one with too many is
  /// cut; columns that depend on others are dealt with at the next factorisation.
  mutating func restore(_ basis: LinearProgramBasis) {
    guard basis != self.basis else { return }
    for variable in 0..<variableCount { position[variable] = -1 }
    var basics: [Int] = []
    for column in 0..<columnCount {
      let standing = column < basis.columns.count ? basis.columns[column] : .atLower
      if stand(Int(columnVariable[column]), standing) { basics.append(Int(columnVariable[column])) }
    }
    var slacksAtRest: [Int] = []
    for row in 0..<rowCount {
      let standing = row < basis.rows.count ? basis.rows[row] : .basic
      let slack = Int(rowVariable[row])
      if stand(slack, standing) { basics.append(slack) } else { slacksAtRest.append(slack) }
    }
    while basics.count < rowCount, let slack = slacksAtRest.popLast() { basics.append(slack) }
    for (place, variable) in basics.enumerated() {
      guard place < rowCount else {
        _ = stand(variable, .atLower)
        continue
      }
      head[place] = Int32(truncatingIfNeeded: variable)
      position[variable] = Int32(truncatingIfNeeded: place)
    }
    for variable in 0..<variableCount { settleMove(variable) }
    dualWeight.fill(with: 1)
    reducedCostsAreCurrent = false
    factor.invalidate()
  }

  private func standing(of variable: Int) -> LinearProgramBasis.Standing {
    position[variable] >= 0 ? .basic : move[variable] < 0 ? .atUpper : .atLower
  }

  /// Sets a nonbasic variable to rest as told; returns true if it is to be basic.
  private func stand(_ variable: Int, _ standing: LinearProgramBasis.Standing) -> Bool {
    switch standing {
    case .basic: return true
    case .atLower: move[variable] = 1
    case .atUpper: move[variable] = -1
    }
    return false
  }
}
