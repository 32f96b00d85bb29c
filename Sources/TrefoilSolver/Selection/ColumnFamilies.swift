/// Which families each column of a ``SelectionProblem`` is in.
struct ColumnFamilies: Sendable {
  private let starts: [Int]
  private let families: [Int32]

  init(_ problem: SelectionProblem) {
    var counts = [Int](repeating: 0, count: problem.columnCount + 1)
    for column in problem.familyColumns { counts[Int(column) + 1] += 1 }
    for column in 0..<problem.columnCount { counts[column + 1] += counts[column] }
    starts = counts
    var next = counts
    var families = [Int32](repeating: 0, count: problem.familyColumns.count)
    for family in 0..<problem.familyCount {
      for column in problem.columns(ofFamily: family) {
        families[next[Int(column)]] = Int32(family)
        next[Int(column)] += 1
      }
    }
    self.families = families
  }

  func of(_ column: Int) -> ArraySlice<Int32> { families[starts[column]..<starts[column + 1]] }
}
