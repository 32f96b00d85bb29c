/// Finds violated cliques: columns of which any two break some row together, so that one of them at most
/// is taken (Padberg, 1973, doi:10.1007/BF01580121).
///
/// They are grown greedily from columns taken in part, greatest first, and then lifted by columns that
/// are not taken, so that their like cannot step in.
struct SelectionCliques {
  private let program: SelectionProgram
  private let problem: SelectionProblem
  /// The columns of each row in which columns can get in each other's way.
  private let columnsOfRow: [Int: [Int32]]

  private static let leastViolation = 0.02
  private static let mostColumnsOfRow = 4_000

  init(_ program: SelectionProgram) {
    self.program = program
    let problem = program.problem
    self.problem = problem
    var wanted: Set<Int> = []
    for (column, value) in program.taken() where value < 1 - 1e-5 {
      for entry in problem.starts[column]..<problem.starts[column + 1] {
        let row = Int(problem.entryRows[entry])
        if program.onlyFills[row] { wanted.insert(row) }
      }
    }
    var columns: [Int: [Int32]] = [:]
    for row in wanted { columns[row] = [] }
    for column in 0..<problem.columnCount where program.upper(column) == 1 {
      for entry in problem.starts[column]..<problem.starts[column + 1] {
        columns[Int(problem.entryRows[entry])]?.append(Int32(column))
      }
    }
    columnsOfRow = columns
  }

  /// Cliques of columns, each violated by what was solved, the most violated first.
  func cliques(most: Int) -> [[Int]] {
    let parts = program.taken().filter {
      $0.value < 1 - 1e-5 && problem.uppers[$0.column] == 1
    }.sorted { ($1.value, $0.column) < ($0.value, $1.column) }
    let value = Dictionary(uniqueKeysWithValues: parts.map { ($0.column, $0.value) })
    var found: [(violation: Double, columns: [Int])] = []
    var seen: Set<[Int]> = []
    for (first, own) in parts {
      var clique = [first]
      var sum = own
      let near = neighbours(of: first)
      for (column, part) in parts where column != first && near.contains(column) {
        if clique.dropFirst().allSatisfy({ conflict($0, column) }) {
          clique.append(column)
          sum += part
        }
      }
      guard sum > 1 + Self.leastViolation else { continue }
      let core = clique.sorted()
      guard seen.insert(core).inserted else { continue }
      for column in near.sorted() where value[column] == nil {
        if clique.dropFirst().allSatisfy({ conflict($0, column) }) { clique.append(column) }
      }
      found.append((sum - 1, clique.sorted()))
    }
    let order = found.indices.sorted { (found[$1].violation, $0) < (found[$0].violation, $1) }
    return order.prefix(most).map { found[$0].columns }
  }

  /// The columns that break some row together with this one.
  private func neighbours(of column: Int) -> Set<Int> {
    var near: Set<Int> = []
    for entry in problem.starts[column]..<problem.starts[column + 1] {
      let row = Int(problem.entryRows[entry])
      guard let columns = columnsOfRow[row], columns.count <= Self.mostColumnsOfRow else {
        continue
      }
      let left = problem.rows[row].rightHandSide - Int(problem.entryCoefficients[entry])
      for other in columns where Int(other) != column && !near.contains(Int(other)) {
        if coefficient(of: Int(other), in: row) > left { near.insert(Int(other)) }
      }
    }
    return near
  }

  private func coefficient(of column: Int, in row: Int) -> Int {
    for entry in problem.starts[column]..<problem.starts[column + 1]
    where Int(problem.entryRows[entry]) == row {
      return Int(problem.entryCoefficients[entry])
    }
    return 0
  }

  /// Whether two columns break a row together. O(entries of both), which stand by row.
  private func conflict(_ one: Int, _ other: Int) -> Bool {
    var left = problem.starts[one]
    var right = problem.starts[other]
    while left < problem.starts[one + 1], right < problem.starts[other + 1] {
      let (first, second) = (problem.entryRows[left], problem.entryRows[right])
      if first < second {
        left += 1
      } else if second < first {
        right += 1
      } else {
        let row = Int(first)
        let sum = Int(problem.entryCoefficients[left]) + Int(problem.entryCoefficients[right])
        if program.onlyFills[row], sum > problem.rows[row].rightHandSide { return true }
        left += 1
        right += 1
      }
    }
    return false
  }
}
