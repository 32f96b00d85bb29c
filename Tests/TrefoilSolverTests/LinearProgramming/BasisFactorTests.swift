import Testing

@testable import TrefoilSolver

@Suite("The factorised basis")
struct BasisFactorTests {
  /// Random sparse columns, some of them unit vectors as slacks are.
  private static func columns(_ size: Int, count: Int, seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var column = [Double](repeating: 0, count: size)
      let isUnit = generator.below(3) == 0
      for _ in 0..<(isUnit ? 1 : 1 + generator.below(4)) {
        column[generator.below(size)] = isUnit ? 1 : Double(1 + generator.below(3))
      }
      return column
    }
  }

  private static func vector(_ values: [Double]) -> WorkVector {
    var vector = WorkVector()
    vector.resize(to: values.count)
    for (place, value) in values.enumerated() where value != 0 { vector.insert(value, at: place) }
    return vector
  }

  private static func lists(_ columns: [[Double]]) -> SparseLists {
    var lists = SparseLists()
    for (index, column) in columns.enumerated() {
      lists.addList(room: 1)
      for (row, value) in column.enumerated() where value != 0 {
        lists.append(index: row, value: value, to: index)
      }
    }
    return lists
  }

  /// The largest error of the two solves, by multiplying back.
  private static func error(
    _ factor: inout BasisFactor, basis: [[Double]], generator: inout SeededGenerator
  ) -> Double {
    let size = basis.count
    let side = (0..<size).map { _ in Double(generator.below(5) - 2) }
    var forward = vector(side)
    factor.solveForward(&forward)
    var transposed = vector(side)
    factor.solveTransposed(&transposed)
    var worst = 0.0
    for index in 0..<size {
      var sum = 0.0
      var product = 0.0
      for other in 0..<size {
        sum += basis[other][index] * forward.values[other]
        product += basis[index][other] * transposed.values[other]
      }
      worst = max(worst, abs(sum - side[index]), abs(product - side[index]))
    }
    return worst
  }

  @Test("Both solves stay right through changes of basis, and repairs fill singular bases")
  func solvesAndUpdates() {
    var repairs = 0
    var updates = 0
    for seed in 0..<150 {
      var generator = SeededGenerator(seed: UInt64(seed), stream: 1)
      let size = 2 + generator.below(18)
      let columns = Self.columns(size, count: 3 * size, seed: UInt64(seed))
      let source = Self.lists(columns)
      var head = FlatArray<Int32>()
      for place in 0..<size { head.append(Int32(place)) }
      var factor = BasisFactor()
      repairs += factor.factorise(columns: source, head: head)
      var basis = [[Double]](repeating: [], count: size)
      for place in 0..<size { basis[Int(factor.slotOfPosition[place])] = columns[place] }
      for repair in 0..<factor.repairedPosition.count {
        let slot = Int(factor.slotOfPosition[Int(factor.repairedPosition[repair])])
        basis[slot] = (0..<size).map { $0 == slot ? 1 : 0 }
      }
      #expect(Self.error(&factor, basis: basis, generator: &generator) < 1e-7, "seed \(seed)")
      for entering in size..<(3 * size) {
        let slot = generator.below(size)
        var column = Self.vector(columns[entering])
        factor.solveForward(&column, keepsSpike: true)
        guard column.values[slot].magnitude > 0.05 else { continue }
        var unit = Self.vector((0..<size).map { $0 == slot ? 1 : 0 })
        factor.solveTransposed(&unit, keepsSpike: true)
        factor.update(slot: slot, pivot: column.values[slot])
        guard factor.isValid else { break }
        basis[slot] = columns[entering]
        updates += 1
        let error = Self.error(&factor, basis: basis, generator: &generator)
        #expect(error < 1e-6, "seed \(seed), column \(entering)")
      }
    }
    #expect(repairs > 50)
    #expect(updates > 500)
  }
}
