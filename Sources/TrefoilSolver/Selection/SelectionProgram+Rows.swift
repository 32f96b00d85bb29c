/// Rows: which of them stand in the program, and those that are added.
extension SelectionProgram {
  /// The columns of a row with their coefficients; those that were out when it was added apart.
  @inline(__always)
  func forEachColumn(of row: Int, _ body: (_ column: Int, _ coefficient: Int) -> Void) {
    if row < problem.rows.count { return columnsOfRow.forEach(of: row, body) }
    for entry in addedRows[row - problem.rows.count].entries {
      body(entry.column, entry.coefficient)
    }
  }

  /// Puts a row into the program, if it is not in it.
  mutating func enterRow(_ row: Int) {
    if placeOfRow[row] >= 0 { return }
    var coefficients: [(column: Int, value: Double)] = []
    forEachColumn(of: row) { column, coefficient in
      if place[column] >= 0 { coefficients.append((Int(place[column]), Double(coefficient))) }
    }
    placeOfRow[row] = Int32(rowAtPlace.count)
    rowAtPlace.append(Int32(row))
    program.addRow(
      senses[row], rightHandSide: Double(sides[row]), coefficients: coefficients)
  }

  /// Adds a row over columns that are not out and returns its number.
  @discardableResult
  mutating func addRow(
    _ sense: RowSense, _ side: Int, entries: [SelectionRow.Entry], kind: AddedRow.Kind
  ) -> Int {
    let row = senses.count
    let kept = entries.filter { !isOut[$0.column] }
    senses.append(sense)
    givenSides.append(side)
    var left = side
    for entry in kept where decidedTimes[entry.column] > 0 {
      left -= entry.coefficient * Int(decidedTimes[entry.column])
    }
    sides.append(left)
    onlyFills.append(sense != .atLeast && kept.allSatisfy { $0.coefficient >= 0 })
    placeOfRow.append(-1)
    addedRows.append(AddedRow(kind: kind, entries: kept))
    for entry in kept {
      added[entry.column].append(
        SelectionProblem.Entry(row: row, coefficient: entry.coefficient))
    }
    enterRow(row)
    return row
  }

  /// The first of the two rows of a family, at most and at least so many.
  mutating func split(_ family: Int) -> Int {
    if splitRows[family] < 0 {
      let columns = problem.columns(ofFamily: family)
      let entries = columns.map { SelectionRow.Entry(column: Int($0), coefficient: 1) }
      splitRows[family] = Int32(senses.count)
      addRow(
        .atMost, columns.reduce(0) { $0 + problem.uppers[Int($1)] }, entries: entries, kind: .split)
      addRow(.atLeast, 0, entries: entries, kind: .split)
    }
    return Int(splitRows[family])
  }

  /// Puts the rows into the program that what was solved breaks, and does not have; whether there were
  /// any.
  mutating func enterBrokenRows() -> Bool {
    let taken = taken()
    var sums: [Int: Double] = [:]
    for (column, value) in taken {
      forEachEntry(of: column) { row, coefficient in
        if placeOfRow[row] < 0 { sums[row, default: 0] += value * Double(coefficient) }
      }
    }
    // Where nothing is taken a side may be broken all the same, by what was decided.
    let broken = problem.rows.indices.filter { row in
      if placeOfRow[row] >= 0 { return false }
      let sum = sums[row] ?? 0
      let side = Double(sides[row])
      return switch senses[row] {
      case .atMost: sum > side + Self.tolerance
      case .atLeast: sum < side - Self.tolerance
      case .equal: abs(sum - side) > Self.tolerance
      }
    }
    for row in broken { enterRow(row) }
    var isAdded = !broken.isEmpty
    if let source = problem.source {
      for row in source.rows(brokenBy: withDecided(taken)) {
        addRow(row.sense, row.rightHandSide, entries: row.entries, kind: .given)
        topics.insert(row.topic)
        isAdded = true
      }
    }
    return isAdded
  }

  private func withDecided(
    _ taken: [(column: Int, value: Double)]
  ) -> [(column: Int, value: Double)] {
    var all = taken
    for case .column(let column, let times) in decided where times > 0 {
      all.append((column, Double(times)))
    }
    return all.sorted { $0.column < $1.column }
  }

  /// So many times a cut may lie idle before it goes.
  private static let mostIdleTimes = 2

  /// Takes cuts that have not bound for a while out again, for good. O(rows + entries).
  mutating func dropIdleCuts() {
    var goes = [Bool](repeating: false, count: addedRows.count)
    var count = 0
    for index in addedRows.indices where addedRows[index].kind != .split {
      let row = problem.rows.count + index
      guard program.isSlackBasic(Int(placeOfRow[row])) else {
        addedRows[index].idleTimes = 0
        continue
      }
      addedRows[index].idleTimes += 1
      if addedRows[index].idleTimes > Self.mostIdleTimes {
        goes[index] = true
        count += 1
      }
    }
    if count < 10 { return }
    drop(goes)
  }

  private mutating func drop(_ goes: [Bool]) {
    let own = problem.rows.count
    let places = rowAtPlace
    program.removeRows { place in
      let row = Int(places[place])
      return row >= own && goes[row - own]
    }
    var fresh = [Int](repeating: -1, count: addedRows.count)
    var kept = own
    for index in addedRows.indices where !goes[index] {
      fresh[index] = kept
      let row = own + index
      senses[kept] = senses[row]
      givenSides[kept] = givenSides[row]
      sides[kept] = sides[row]
      onlyFills[kept] = onlyFills[row]
      addedRows[kept - own] = addedRows[index]
      kept += 1
    }
    senses.removeSubrange(kept...)
    givenSides.removeSubrange(kept...)
    sides.removeSubrange(kept...)
    onlyFills.removeSubrange(kept...)
    addedRows.removeSubrange((kept - own)...)
    placeOfRow.removeSubrange(kept...)
    rowAtPlace = places.compactMap { row in
      let row = Int(row)
      if row < own { return Int32(row) }
      return fresh[row - own] < 0 ? nil : Int32(fresh[row - own])
    }
    for (place, row) in rowAtPlace.enumerated() { placeOfRow[Int(row)] = Int32(place) }
    for family in splitRows.indices where splitRows[family] >= 0 {
      splitRows[family] = Int32(fresh[Int(splitRows[family]) - own])
    }
    for column in added.indices where !added[column].isEmpty {
      added[column] = added[column].compactMap { entry in
        let row = fresh[entry.row - own]
        return row < 0 ? nil : SelectionProblem.Entry(row: row, coefficient: entry.coefficient)
      }
    }
  }
}
