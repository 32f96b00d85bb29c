extension BasisFactor {
  /// What a factorisation asks of the caller.
  struct Arrangement {
    /// For each position of the basis, the slot that its variable takes from now on.
    var slotOfPosition: [Int]
    /// Positions whose columns depended on others: the slack of the row `slotOfPosition` gives
    /// takes the place of each.
    var repaired: [Int]
  }

  /// Factorises the basis matrix whose columns are those of the variables in `head`.
  ///
  /// Cost grows with the nonzeros and the fill; for bases of set partitioning it is close to
  /// linear in their nonzeros.
  mutating func factorise(
    columns: borrowing SparseLists, head: borrowing FlatArray<Int32>
  ) -> Arrangement {
    reset(size: head.count)
    elimination.load(columns: columns, head: head)
    var slotOfPosition = [Int](repeating: -1, count: size)
    var isTaken = [Bool](repeating: false, count: size)
    while let pivot = elimination.choosePivot() {
      let operations = lower.count
      diagonal[pivot.row] = elimination.eliminate(pivot, lower: &lower)
      if lower.count > operations { lowerPivot.append(Int32(truncatingIfNeeded: pivot.row)) }
      slotOfPosition[pivot.column] = pivot.row
      isTaken[pivot.row] = true
      appendToOrder(pivot.row)
    }
    var repaired: [Int] = []
    var freeRow = 0
    for position in 0..<size where slotOfPosition[position] < 0 {
      while isTaken[freeRow] { freeRow += 1 }
      slotOfPosition[position] = freeRow
      isTaken[freeRow] = true
      diagonal[freeRow] = 1
      appendToOrder(freeRow)
      repaired.append(position)
    }
    collectUpper(slotOfPosition: slotOfPosition, repaired: repaired)
    collectLowerRows()
    isValid = true
    return Arrangement(slotOfPosition: slotOfPosition, repaired: repaired)
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
    placeInOrder.resize(to: size, filledWith: 0)
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
  private mutating func collectUpper(slotOfPosition: [Int], repaired: [Int]) {
    var isRepaired = [Bool](repeating: false, count: size)
    for position in repaired { isRepaired[slotOfPosition[position]] = true }
    for slot in 0..<size {
      upperRows.addList(room: elimination.rows.length[slot])
      upperColumns.addList(room: 4)
    }
    entriesAtStart = size
    for slot in 0..<size where !isRepaired[slot] {
      let first = elimination.rows.start[slot]
      for place in first..<(first + elimination.rows.length[slot]) {
        let column = slotOfPosition[Int(elimination.rows.index[place])]
        guard !isRepaired[column] else { continue }
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
