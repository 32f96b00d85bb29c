extension BasisFactor {
  /// Puts a new column into a slot, by the method of Forrest and Tomlin.
  ///
  /// The column must be the last solved forward, and the unit vector of the slot the last solved
  /// transposed, both with their spikes kept. The spike takes the place of the slot's column in U
  /// and the slot moves to the end of the order; its row, now below the diagonal, is cleared by
  /// one row operation, whose multiples are at hand in the transposed spike.
  ///
  /// - Parameter pivot: The new column's entry in the slot, after being solved forward. If the
  ///   new diagonal disagrees with it, the next step factorises anew.
  mutating func update(slot: Int, pivot: Double) {
    let oldDiagonal = diagonal[slot]
    removeFromUpper(slot)
    let newDiagonal = recordChange(slot, oldDiagonal: oldDiagonal)
    for entry in 0..<spike.count {
      let row = Int(spike.indices[entry])
      guard row != slot else { continue }
      upperColumns.append(index: row, value: spike.values[row], to: slot)
      upperRows.append(index: slot, value: spike.values[row], to: row)
    }
    entriesAdded += spike.count
    diagonal[slot] = newDiagonal
    order[Int(placeInOrder[slot])] = -1
    placeInOrder[slot] = Int32(truncatingIfNeeded: order.count)
    order.append(Int32(truncatingIfNeeded: slot))
    updates += 1
    let expected = pivot * oldDiagonal
    if (newDiagonal - expected).magnitude > 1e-6 * expected.magnitude || newDiagonal == 0 {
      invalidate()
    }
  }

  /// Adds the row operation that clears the row of the slot; returns the new diagonal.
  private mutating func recordChange(_ slot: Int, oldDiagonal: Double) -> Double {
    var newDiagonal = spike.values[slot]
    guard transposedSpike.count > 1 else { return newDiagonal }
    let change = changes.count
    changes.addList(room: transposedSpike.count - 1)
    changedSlot.append(Int32(truncatingIfNeeded: slot))
    for entry in 0..<transposedSpike.count {
      let row = Int(transposedSpike.indices[entry])
      guard row != slot else { continue }
      let multiple = -transposedSpike.values[row] * oldDiagonal
      changes.append(index: row, value: multiple, to: change)
      newDiagonal -= multiple * spike.values[row]
    }
    entriesAdded += transposedSpike.count
    return newDiagonal
  }

  /// Takes the row and the column of a slot out of U.
  private func removeFromUpper(_ slot: Int) {
    let rowStart = upperRows.start[slot]
    for place in rowStart..<(rowStart + upperRows.length[slot]) {
      let column = Int(upperRows.index[place])
      upperColumns.remove(at: upperColumns.place(of: slot, in: column), from: column)
    }
    upperRows.empty(slot)
    let columnStart = upperColumns.start[slot]
    for place in columnStart..<(columnStart + upperColumns.length[slot]) {
      let row = Int(upperColumns.index[place])
      upperRows.remove(at: upperRows.place(of: slot, in: row), from: row)
    }
    upperColumns.empty(slot)
  }
}
