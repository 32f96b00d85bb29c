import TrefoilSolver

/// Small nasty choices: few columns, rows of every sense, coefficients of either sign, ties.
enum RandomSelections {
  static func problem(seed: UInt64, columns: ClosedRange<Int> = 1...9) -> SelectionProblem {
    var random = SeededGenerator(seed: seed, stream: 0)
    var problem = SelectionProblem(constant: Int.random(in: -5...5, using: &random))
    let isPacking = Bool.random(using: &random)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let sense: RowSense =
        isPacking ? .atMost : [.atMost, .atMost, .atLeast, .equal].randomElement(using: &random)!
      problem.addRow(sense, Int.random(in: isPacking ? 1...4 : -1...5, using: &random))
    }
    let count = Int.random(in: columns, using: &random)
    for _ in 0..<count {
      var entries: [SelectionProblem.Entry] = []
      for row in problem.rows.indices where Int.random(in: 0..<3, using: &random) > 0 {
        let coefficient = Int.random(in: isPacking ? 1...3 : -2...4, using: &random)
        entries.append(SelectionProblem.Entry(row: row, coefficient: coefficient))
      }
      problem.addColumn(
        cost: Int.random(in: -30...20, using: &random),
        upper: [0, 1, 1, 1, 1, 2, 3].randomElement(using: &random)!, entries: entries)
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      problem.addFamily((0..<count).filter { _ in Bool.random(using: &random) })
    }
    return problem
  }

  /// The least cost of any choice, by trying them all; nil when there is none.
  static func leastCost(_ problem: SelectionProblem) -> Int? {
    var values = [Int](repeating: 0, count: problem.columnCount)
    var least: Int?
    while true {
      if problem.allows(values) { least = min(least ?? .max, problem.cost(of: values)) }
      guard let place = values.indices.first(where: { values[$0] < problem.uppers[$0] }) else {
        return least
      }
      for before in 0..<place { values[before] = 0 }
      values[place] += 1
    }
  }
}
