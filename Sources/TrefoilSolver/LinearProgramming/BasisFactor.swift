/// A sparse LU factorisation of the basis matrix that follows changes of basis.
///
/// Each pivot pairs a row with a basis position, and positions are numbered so that both are the
/// same number, the 'slot'; a vector is therefore solved in place. B = L R^-1 U, where L is a
/// product of column operations from the elimination, R a product of row operations, one for
/// each change of basis, and U is triangular in the order of `order`. Forrest and Tomlin,
/// "Updated triangular factors of the basis to maintain sparsity in the product form simplex
/// method", Mathematical Programming 2 (1972), doi:10.1007/BF01584548.
struct BasisFactor: ~Copyable {
  /// Numbers below this are dropped from solved vectors.
  private static let negligible = 1e-14

  /// The slots in triangular order; -1 where a slot has moved to the end.
  var order = FlatArray<Int32>()
  var placeInOrder = FlatArray<Int32>()
  var diagonal = FlatArray<Double>()
  /// U without its diagonal, by columns and by rows.
  var upperColumns = SparseLists()
  var upperRows = SparseLists()

  /// L: for each column operation its pivot, and the multiples taken off other rows.
  var lowerPivot = FlatArray<Int32>()
  var lower = SparseLists()
  /// L by rows: for each slot the pivots of the operations that touch it.
  var lowerRows = SparseLists()
  var lowerOrder = FlatArray<Int32>()

  /// R: for each row operation its slot, and the multiples of other rows taken off it.
  var changedSlot = FlatArray<Int32>()
  var changes = SparseLists()

  /// The last column solved as far as U, and the last unit vector solved transposed by U alone.
  var spike = WorkVector()
  var transposedSpike = WorkVector()

  /// What the last factorisation asks of its caller; see `factorise`.
  var slotOfPosition = FlatArray<Int32>()
  var repairedPosition = FlatArray<Int32>()

  var elimination = BasisElimination()
  var size = 0
  /// Changes of basis since the last factorisation.
  var updates = 0
  var isValid = false
  var entriesAtStart = 0
  var entriesAdded = 0

  mutating func invalidate() { isValid = false }

  var wantsRefactorisation: Bool {
    !isValid || updates >= 100 || entriesAdded > 3 * entriesAtStart + 4 * size
  }

  /// Solves B x = b in place.
  ///
  /// - Parameter keepsSpike: Whether this column is to enter the basis by the next `update`.
  mutating func solveForward(_ vector: inout WorkVector, keepsSpike: Bool = false) {
    guard vector.count > 0 else { return }
    let x = vector.values.base
    applyLower(x)
    applyChanges(x)
    if keepsSpike { Self.keep(x, size: size, in: &spike) }
    solveUpper(&vector)
  }

  /// Solves the transposed system in place: takes costs by position, leaves multipliers by row.
  ///
  /// - Parameter keepsSpike: Whether the vector is the unit vector of the position that the next
  ///   `update` changes.
  mutating func solveTransposed(_ vector: inout WorkVector, keepsSpike: Bool = false) {
    guard vector.count > 0 else { return }
    let x = vector.values.base
    for step in 0..<order.count {
      let slot = Int(order.base[step])
      guard slot >= 0 && x[slot] != 0 else { continue }
      let solved = x[slot] / diagonal.base[slot]
      x[slot] = solved
      upperRows.subtract(slot, times: solved, from: x)
    }
    if keepsSpike { Self.keep(x, size: size, in: &transposedSpike) }
    var change = changedSlot.count - 1
    while change >= 0 {
      let factor = x[Int(changedSlot.base[change])]
      if factor != 0 { changes.subtract(change, times: factor, from: x) }
      change -= 1
    }
    var step = lowerOrder.count - 1
    while step >= 0 {
      let slot = Int(lowerOrder.base[step])
      if x[slot] != 0 { lowerRows.subtract(slot, times: x[slot], from: x) }
      step -= 1
    }
    vector.collect(dropBelow: Self.negligible)
  }

  /// Solves with U and lists the nonzeros on the way.
  private func solveUpper(_ vector: inout WorkVector) {
    let x = vector.values.base
    let indices = vector.indices.base
    var count = 0
    var step = order.count - 1
    while step >= 0 {
      let slot = Int(order.base[step])
      step -= 1
      guard slot >= 0 && x[slot] != 0 else { continue }
      let solved = x[slot] / diagonal.base[slot]
      guard solved.magnitude > Self.negligible else {
        x[slot] = 0
        continue
      }
      x[slot] = solved
      indices[count] = Int32(truncatingIfNeeded: slot)
      count += 1
      upperColumns.subtract(slot, times: solved, from: x)
    }
    vector.count = count
  }

  private func applyLower(_ x: UnsafeMutablePointer<Double>) {
    for operation in 0..<lowerPivot.count {
      let factor = x[Int(lowerPivot.base[operation])]
      if factor != 0 { lower.subtract(operation, times: factor, from: x) }
    }
  }

  private func applyChanges(_ x: UnsafeMutablePointer<Double>) {
    for change in 0..<changedSlot.count {
      x[Int(changedSlot.base[change])] -= changes.product(change, with: x)
    }
  }

  private static func keep(
    _ x: UnsafeMutablePointer<Double>, size: Int, in vector: inout WorkVector
  ) {
    vector.clear()
    for slot in 0..<size where x[slot].magnitude > negligible { vector.insert(x[slot], at: slot) }
  }
}
