extension SimplexEngine {
  /// Removes the marked variables and rows; gives the new index of each column and row, if kept.
  ///
  /// A removed variable must be nonbasic at zero, or the basic slack of a removed row; the slack
  /// of a removed row must be basic. Rebuilds both matrices, O(nonzeros).
  mutating func compact(
    keepsColumn: [Bool], keepsRow: [Bool]
  ) -> (columns: [Int?], rows: [Int?]) {
    let rowMap = Self.renumbering(keepsRow)
    let columnMap = Self.renumbering(keepsColumn)
    var isKept = [Bool](repeating: true, count: variableCount)
    for (column, keeps) in keepsColumn.enumerated() where !keeps {
      isKept[Int(columnVariable[column])] = false
    }
    for (row, keeps) in keepsRow.enumerated() where !keeps { isKept[Int(rowVariable[row])] = false }
    let variableMap = Self.renumbering(isKept)
    rebuildMatrix(variableMap: variableMap, rowMap: rowMap)
    compactBasis(variableMap: variableMap)
    compactVariables(variableMap)
    for row in 0..<rowMap.count {
      guard let fresh = rowMap[row] else { continue }
      rightHandSide[fresh] = rightHandSide[row]
      dual[fresh] = dual[row]
      farkas[fresh] = farkas[row]
      // Cannot fail: `isKept` above keeps the variable of every row that is kept.
      rowVariable[fresh] = Int32(truncatingIfNeeded: variableMap[Int(rowVariable[row])]!)
    }
    for column in 0..<columnMap.count {
      guard let fresh = columnMap[column] else { continue }
      // Cannot fail: `isKept` above keeps the variable of every column that is kept.
      columnVariable[fresh] = Int32(truncatingIfNeeded: variableMap[Int(columnVariable[column])]!)
    }
    shrink(
      rows: rowMap.lazy.filter { $0 != nil }.count,
      columns: columnMap.lazy.filter { $0 != nil }.count)
    if pricedCount == variableMap.count {
      pricedCount = variableCount
    } else {
      reducedCostsAreCurrent = false
    }
    factor.invalidate()
    return (columnMap, rowMap)
  }

  private static func renumbering(_ keeps: [Bool]) -> [Int?] {
    var next = 0
    return keeps.map { isKept in
      guard isKept else { return nil }
      next += 1
      return next - 1
    }
  }

  private mutating func rebuildMatrix(variableMap: [Int?], rowMap: [Int?]) {
    var columns = SparseLists()
    var rows = SparseLists()
    for (row, fresh) in rowMap.enumerated() where fresh != nil {
      rows.addList(room: byRow.length[row])
    }
    for (variable, fresh) in variableMap.enumerated() {
      guard let fresh else { continue }
      columns.addList(room: byColumn.length[variable])
      let first = byColumn.start[variable]
      for place in first..<(first + byColumn.length[variable]) {
        guard let row = rowMap[Int(byColumn.index[place])] else { continue }
        columns.append(index: row, value: byColumn.value[place], to: fresh)
        rows.append(index: fresh, value: byColumn.value[place], to: row)
      }
    }
    byColumn = columns
    byRow = rows
  }

  private mutating func compactBasis(variableMap: [Int?]) {
    var kept = 0
    for place in 0..<head.count {
      guard let fresh = variableMap[Int(head[place])] else { continue }
      position[Int(head[place])] = Int32(truncatingIfNeeded: kept)
      head[kept] = Int32(truncatingIfNeeded: fresh)
      basicValue[kept] = basicValue[place]
      dualWeight[kept] = dualWeight[place]
      kept += 1
    }
    head.resize(to: kept, filledWith: 0)
  }

  private mutating func compactVariables(_ variableMap: [Int?]) {
    for (variable, fresh) in variableMap.enumerated() {
      guard let fresh else { continue }
      trueLower[fresh] = trueLower[variable]
      trueUpper[fresh] = trueUpper[variable]
      trueCost[fresh] = trueCost[variable]
      lower[fresh] = lower[variable]
      upper[fresh] = upper[variable]
      cost[fresh] = cost[variable]
      move[fresh] = move[variable]
      position[fresh] = position[variable]
      reducedCost[fresh] = reducedCost[variable]
    }
  }

  private mutating func shrink(rows: Int, columns: Int) {
    rightHandSide.resize(to: rows, filledWith: 0)
    dual.resize(to: rows, filledWith: 0)
    farkas.resize(to: rows, filledWith: 0)
    rowVariable.resize(to: rows, filledWith: 0)
    basicValue.resize(to: rows, filledWith: 0)
    dualWeight.resize(to: rows, filledWith: 1)
    violation.resize(to: rows, filledWith: 0)
    columnVariable.resize(to: columns, filledWith: 0)
    let variables = rows + columns
    trueLower.resize(to: variables, filledWith: 0)
    trueUpper.resize(to: variables, filledWith: 0)
    trueCost.resize(to: variables, filledWith: 0)
    lower.resize(to: variables, filledWith: 0)
    upper.resize(to: variables, filledWith: 0)
    cost.resize(to: variables, filledWith: 0)
    move.resize(to: variables, filledWith: 0)
    position.resize(to: variables, filledWith: -1)
    reducedCost.resize(to: variables, filledWith: 0)
    primalWeight.resize(to: variables, filledWith: 1)
    blockers.resize(to: variables, filledWith: Blocker(variable: 0, pivot: 0, room: 0))
    pivotRow.clear()
    rowMultipliers.clear()
    enteringColumn.clear()
    workColumn.clear()
    pivotRow.resize(to: variables)
    rowMultipliers.resize(to: rows)
    enteringColumn.resize(to: rows)
    workColumn.resize(to: rows)
  }
}
