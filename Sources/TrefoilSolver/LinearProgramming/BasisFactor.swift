/// The inverse of the basis matrix, kept dense.
///
/// Vectors on the row side are indexed by row, vectors on the basis side by position in the basis.
struct BasisFactor: ~Copyable {
  private var inverse = FlatArray<Double>()
  private var scratch = FlatArray<Double>()
  private var size = 0
  /// Changes of basis since the last factorisation.
  private(set) var updates = 0
  private(set) var isValid = false

  mutating func invalidate() { isValid = false }

  var wantsRefactorisation: Bool { !isValid || updates >= 100 }

  /// Inverts the basis matrix whose column at each position is the variable in `head`.
  ///
  /// A position whose column depends on the others takes the slack of a row left over instead.
  /// Returns the positions so repaired, each with that row.
  mutating func factorise(
    columns: borrowing SparseLists, head: borrowing FlatArray<Int32>
  ) -> [(position: Int, row: Int)] {
    size = head.count
    inverse.resize(to: size * size, filledWith: 0)
    inverse.fill(with: 0)
    scratch.resize(to: max(size, 1), filledWith: 0)
    for row in 0..<size { inverse[row * size + row] = 1 }
    var positionOfRow = [Int](repeating: -1, count: size)
    var failed: [Int] = []
    for position in 0..<size {
      let pivot = bestRow(for: Int(head[position]), columns: columns, taken: positionOfRow)
      guard pivot >= 0 else {
        failed.append(position)
        continue
      }
      eliminate(row: pivot)
      positionOfRow[pivot] = position
    }
    var repairs: [(position: Int, row: Int)] = []
    for row in 0..<size where positionOfRow[row] < 0 {
      positionOfRow[row] = failed[repairs.count]
      repairs.append((positionOfRow[row], row))
    }
    permute(positionOfRow)
    updates = 0
    isValid = true
    return repairs
  }

  /// Solves B x = b: takes b by row, leaves x by position.
  mutating func solveForward(_ vector: inout WorkVector) {
    guard vector.count > 0 else { return }
    for position in 0..<size {
      var sum = 0.0
      for place in 0..<vector.count {
        let row = Int(vector.indices[place])
        sum += inverse.base[position * size + row] * vector.values.base[row]
      }
      scratch[position] = sum
    }
    replace(&vector)
  }

  /// Solves the transposed system: takes costs by position, leaves multipliers by row.
  mutating func solveTransposed(_ vector: inout WorkVector) {
    guard vector.count > 0 else { return }
    for row in 0..<size { scratch[row] = 0 }
    for place in 0..<vector.count {
      let position = Int(vector.indices[place])
      let factor = vector.values[position]
      for row in 0..<size { scratch.base[row] += factor * inverse.base[position * size + row] }
    }
    replace(&vector)
  }

  /// Puts a new column at a position; `column` is that column solved forward.
  mutating func update(position: Int, column: borrowing WorkVector) {
    for place in 0..<size { scratch[place] = column.values[place] }
    pivot(on: position)
    updates += 1
  }

  private mutating func bestRow(
    for variable: Int, columns: borrowing SparseLists, taken: [Int]
  ) -> Int {
    for row in 0..<size {
      var sum = 0.0
      let first = columns.start[variable]
      for place in first..<(first + columns.length[variable]) {
        sum += columns.value[place] * inverse.base[row * size + Int(columns.index[place])]
      }
      scratch[row] = sum
    }
    var best = -1
    var largest = 1e-9
    for row in 0..<size where taken[row] < 0 && scratch[row].magnitude > largest {
      largest = scratch[row].magnitude
      best = row
    }
    return best
  }

  private mutating func eliminate(row: Int) { pivot(on: row) }

  private mutating func pivot(on pivotRow: Int) {
    let pivotLine = inverse.base + pivotRow * size
    let factor = 1 / scratch[pivotRow]
    for row in 0..<size { pivotLine[row] *= factor }
    for position in 0..<size where position != pivotRow && scratch[position] != 0 {
      let line = inverse.base + position * size
      let multiple = scratch[position]
      for row in 0..<size { line[row] -= multiple * pivotLine[row] }
    }
  }

  private mutating func permute(_ positionOfRow: [Int]) {
    let sorted = FlatArray<Double>(repeating: 0, count: size * size)
    for row in 0..<size {
      (sorted.base + positionOfRow[row] * size).update(from: inverse.base + row * size, count: size)
    }
    inverse.assign(from: sorted)
  }

  private mutating func replace(_ vector: inout WorkVector) {
    for place in 0..<size { vector.values[place] = scratch[place] }
    vector.collect(dropBelow: 1e-14)
  }
}
