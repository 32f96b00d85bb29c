extension BasisFactor {
  /// Factorises the basis matrix whose columns are those of the variables in `head`.
  ///
  /// Afterwards `slotOfPosition` holds the slot that the variable at each position takes from now
  /// on. Positions whose columns depend on others are listed in `repairedPosition`, and their
  /// number is returned: there the slack of the row of the slot takes the place of the variable.
  /// The cost grows with the nonzeros and the fill; for bases of set partitioning it is close to
  /// linear in their nonzeros.
  mutating func factorise(
    columns: borrowing SparseLists, head: borrowing FlatArray<Int32>
  ) -> Int {
    reset(size: head.count)
    elimination.load(columns: columns, head: head)
    while let pivot = elimination.choosePivot() {
      let operations = lower.count
      diagonal[pivot.row] = elimination.eliminate(pivot, lower: &lower)
      if lower.count > operations { lowerPivot.append(Int32(truncatingIfNeeded: pivot.row)) }
      slotOfPosition[pivot.column] = Int32(truncatingIfNeeded: pivot.row)
      appendToOrder(pivot.row)
    }
    let pivotCount = order.count
    repair()
    collectUpper(pivotCount: pivotCount)
    collectLowerRows()
    isValid = true
    return repairedPosition.count
  }

  /// Gives the rows left over to the positions left over, with slacks in them.
  private mutating func repair() {
    var freeRow = 0
    for position in 0..<size where slotOfPosition[position] < 0 {
      while placeInOrder[freeRow] >= 0 { freeRow += 1 }
      slotOfPosition[position] = Int32(truncatingIfNeeded: freeRow)
      diagonal[freeRow] = 1
      appendToOrder(freeRow)
      repairedPosition.append(Int32(truncatingIfNeeded: position))
    }
  }

  private mutating func reset(size newSize: Int) {
    size = newSize
    updates = 0
    entriesAdded = 0
    spike.clear()
    transposedSpike.clear()
    spike.resize(to: size)
    transposedSpike.resize(to: size)
    order.resize(to: 0, filledWith: 0)
    placeInOrder.resize(to: size, filledWith: -1)
    placeInOrder.fill(with: -1)
    slotOfPosition.resize(to: size, filledWith: -1)
    slotOfPosition.fill(with: -1)
    repairedPosition.resize(to: 0, filledWith: 0)
    diagonal.resize(to: size, filledWith: 1)
    lowerPivot.resize(to: 0, filledWith: 0)
    lowerOrder.resize(to: 0, filledWith: 0)
    changedSlot.resize(to: 0, filledWith: 0)
    upperColumns.removeAll()
    upperRows.removeAll()
    lower.removeAll()
    lowerRows.removeAll()
    changes.removeAll()
  }

  private mutating func appendToOrder(_ slot: Int) {
    placeInOrder[slot] = Int32(truncatingIfNeeded: order.count)
    order.append(Int32(truncatingIfNeeded: slot))
  }

  /// Copies U from what the elimination left of the pivot rows, by rows and by columns.
  private mutating func collectUpper(pivotCount: Int) {
    for slot in 0..<size {
      upperRows.addList(room: elimination.rows.length[slot])
      upperColumns.addList(room: 4)
    }
    entriesAtStart = size
    for step in 0..<pivotCount {
      let slot = Int(order[step])
      let first = elimination.rows.start[slot]
      for place in first..<(first + elimination.rows.length[slot]) {
        let column = Int(slotOfPosition[Int(elimination.rows.index[place])])
        // Columns that depend on others are not in the basis any more.
        guard Int(placeInOrder[column]) < pivotCount else { continue }
        upperRows.append(index: column, value: elimination.rows.value[place], to: slot)
        upperColumns.append(index: slot, value: elimination.rows.value[place], to: column)
        entriesAtStart += 1
      }
    }
  }

  /// Turns L by columns into L by rows, and lists the slots it touches in order of elimination.
  private mutating func collectLowerRows() {
    for _ in 0..<size { lowerRows.addList(room: 0) }
    for operation in 0..<lower.count {
      let first = lower.start[operation]
      for place in first..<(first + lower.length[operation]) {
        lowerRows.append(
          index: Int(lowerPivot[operation]), value: lower.value[place],
          to: Int(lower.index[place]))
        entriesAtStart += 1
      }
    }
    for step in 0..<order.count where lowerRows.length[Int(order[step])] > 0 {
      lowerOrder.append(order[step])
    }
  }
}
