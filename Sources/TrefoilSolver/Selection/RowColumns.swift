/// The columns of each row of a ``SelectionProblem``, ascending, with their coefficients.
struct RowColumns: Sendable {
  private let starts: [Int]
  private let columns: [Int32]
  private let coefficients: [Int32]

  init(_ problem: SelectionProblem) {
    var counts = [Int](repeating: 0, count: problem.rows.count + 1)
    for row in problem.entryRows { counts[Int(row) + 1] += 1 }
    for row in 0..<problem.rows.count { counts[row + 1] += counts[row] }
    starts = counts
    var next = counts
    var columns = [Int32](repeating: 0, count: problem.entryRows.count)
    var coefficients = columns
    for column in 0..<problem.columnCount {
      for entry in problem.starts[column]..<problem.starts[column + 1] {
        let row = Int(problem.entryRows[entry])
        columns[next[row]] = Int32(column)
        coefficients[next[row]] = problem.entryCoefficients[entry]
        next[row] += 1
      }
    }
    self.columns = columns
    self.coefficients = coefficients
  }

  func count(of row: Int) -> Int { starts[row + 1] - starts[row] }

  @inline(__always)
  func forEach(of row: Int, _ body: (_ column: Int, _ coefficient: Int) -> Void) {
    for place in starts[row]..<starts[row + 1] {
      body(Int(columns[place]), Int(coefficients[place]))
    }
  }
}
