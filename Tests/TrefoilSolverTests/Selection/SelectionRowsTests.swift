import Testing
import TrefoilSolver

/// Rows that are asked only once they are broken say the same as rows that always stand there.
@Suite struct SelectionRowsTests {
  /// Rows of a problem that are named once they are broken.
  private struct Named: SelectionRowSource {
    let rows: [SelectionRow]

    func rows(brokenBy taken: [(column: Int, value: Double)]) -> [SelectionRow] {
      let values = Dictionary(uniqueKeysWithValues: taken.map { ($0.column, $0.value) })
      return rows.filter { row in
        let sum = row.entries.reduce(0.0) {
          $0 + Double($1.coefficient) * (values[$1.column] ?? 0)
        }
        let over = sum - Double(row.rightHandSide)
        return switch row.sense {
        case .atMost: over > 1e-6
        case .atLeast: over < -1e-6
        case .equal: abs(over) > 1e-6
        }
      }
    }
  }

  /// The same problem with some rows lazy, and some named by a source where `hasSource` says so.
  private static func retold(
    _ problem: SelectionProblem, hasSource: Bool, seed: UInt64
  ) -> SelectionProblem {
    var random = SeededGenerator(seed: seed, stream: 7)
    var retold = SelectionProblem(constant: problem.constant)
    var place: [Int?] = []
    for row in problem.rows {
      let isNamed = hasSource && Bool.random(using: &random)
      place.append(
        isNamed
          ? nil
          : retold.addRow(
            row.sense, row.rightHandSide, isLazy: Bool.random(using: &random)))
    }
    var named = [[SelectionRow.Entry]](repeating: [], count: problem.rows.count)
    for column in 0..<problem.columnCount {
      var entries: [SelectionProblem.Entry] = []
      for entry in problem.entries(of: column) {
        if let row = place[entry.row] {
          entries.append(.init(row: row, coefficient: entry.coefficient))
        } else {
          named[entry.row].append(.init(column: column, coefficient: entry.coefficient))
        }
      }
      retold.addColumn(
        cost: problem.costs[column], upper: problem.uppers[column], entries: entries)
    }
    let rows = problem.rows.indices.filter { place[$0] == nil }.map { row in
      SelectionRow(
        problem.rows[row].sense, problem.rows[row].rightHandSide, entries: named[row], topic: row)
    }
    if !rows.isEmpty { retold.source = Named(rows: rows) }
    return retold
  }

  @Test(arguments: [false, true])
  func `lazy rows and rows of a source change no answer`(hasSource: Bool) {
    for seed in UInt64(10_000)..<10_600 {
      let problem = RandomSelections.problem(seed: seed)
      let retold = Self.retold(problem, hasSource: hasSource, seed: seed)
      let outcome = SelectionSolver(retold).solve()
      let least = RandomSelections.leastCost(problem)
      #expect(RandomSelections.leastCost(retold) == least, "seed \(seed)")
      #expect(outcome.cost == least, "seed \(seed)")
      #expect(outcome.isOptimal || outcome.isInfeasible, "seed \(seed)")
      if let values = outcome.values { #expect(problem.allows(values), "seed \(seed)") }
    }
  }
}
