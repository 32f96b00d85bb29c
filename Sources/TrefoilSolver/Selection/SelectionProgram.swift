/// The linear program of a ``SelectionProblem`` under decisions, over as few of its columns and rows as
/// it takes: other columns are priced, and enter where they pay; lazy rows enter where they are broken.
///
/// Rows have numbers: first those of the problem, then rows that were added: cuts, rows of the
/// problem's source, and families that were split on. The same calls in the same order give the same
/// answers.
struct SelectionProgram {
  let problem: SelectionProblem
  let program = LinearProgram()
  let families: ColumnFamilies
  /// The columns of each row of the problem.
  let columnsOfRow: RowColumns
  /// The largest cost of a column, in size.
  let mostCost: Int

  // Columns.
  /// Which column stands at each place of the program.
  private(set) var active: [Int32] = []
  /// Where a column stands in the program, or -1.
  private(set) var place: [Int32]
  /// Columns that no better choice takes.
  private(set) var isOut: [Bool]
  /// Entries of each column in added rows.
  var added: [[SelectionProblem.Entry]]

  // Rows, by number.
  var senses: [RowSense]
  /// Whether nothing that is taken can make room in the row.
  var onlyFills: [Bool]
  /// Right-hand sides with nothing decided.
  var givenSides: [Int]
  /// Right-hand sides that the decisions leave.
  var sides: [Int]
  /// Where a row stands in the program, or -1.
  var placeOfRow: [Int32]
  /// The number of each row of the program.
  var rowAtPlace: [Int32] = []
  var addedRows: [AddedRow] = []
  /// What the rows of the problem's source were about that have been broken so far.
  var topics: Set<Int> = []
  /// The number of the first of the two rows of each family that was split on, or -1.
  var splitRows: [Int32]

  // What was decided.
  var decided: [SelectionDecision] = []
  /// How often a column is taken for sure, or -1 where that is open.
  var decidedTimes: [Int32]
  var fixedCost: Int

  /// A row that is none of the problem's own.
  struct AddedRow: Sendable {
    enum Kind: Sendable {
      /// Cuts off no choice.
      case cut
      /// Holds for every choice, and may be needed to say which choices there are.
      case given
      case split
    }
    let kind: Kind
    let entries: [SelectionRow.Entry]
    /// How many times in a row it did not bind when the program was cleared.
    var idleTimes = 0
  }

  /// So many columns enter the program at once without being asked for.
  private static let fewColumns = 3_000

  init(_ problem: SelectionProblem) {
    self.problem = problem
    place = [Int32](repeating: -1, count: problem.columnCount)
    isOut = [Bool](repeating: false, count: problem.columnCount)
    decidedTimes = place
    added = [[SelectionProblem.Entry]](repeating: [], count: problem.columnCount)
    senses = problem.rows.map(\.sense)
    givenSides = problem.rows.map(\.rightHandSide)
    onlyFills = problem.rows.map { $0.sense != .atLeast }
    for (row, coefficient) in zip(problem.entryRows, problem.entryCoefficients)
    where coefficient < 0 { onlyFills[Int(row)] = false }
    sides = givenSides
    placeOfRow = [Int32](repeating: -1, count: problem.rows.count)
    fixedCost = problem.constant
    families = ColumnFamilies(problem)
    columnsOfRow = RowColumns(problem)
    mostCost = problem.costs.reduce(1) { max($0, Int($1.magnitude)) }
    splitRows = [Int32](repeating: -1, count: problem.familyCount)
    for (row, given) in problem.rows.enumerated() where !given.isLazy { enterRow(row) }
    enter(firstColumns())
  }

  /// The cheapest columns of every row, and all where there are few.
  private func firstColumns() -> [Int] {
    let count = problem.columnCount
    if count <= Self.fewColumns { return Array(0..<count) }
    var taken = [Int](repeating: 0, count: problem.rows.count)
    let order = (0..<count).sorted { (problem.costs[$0], $0) < (problem.costs[$1], $1) }
    return order.filter { column in
      let rows = problem.entryRows[problem.starts[column]..<problem.starts[column + 1]]
      if rows.count <= 1 { return true }
      let isWanted = rows.contains { !problem.rows[Int($0)].isLazy && taken[Int($0)] < 2 }
      if isWanted { for row in rows { taken[Int(row)] += 1 } }
      return isWanted
    }.sorted()
  }

  /// How often the column may be taken by what is not decided.
  func upper(_ column: Int) -> Int {
    isOut[column] || decidedTimes[column] >= 0 ? 0 : problem.uppers[column]
  }

  func isActive(_ column: Int) -> Bool { place[column] >= 0 }

  /// The value of a column in what was solved, decided ones apart.
  func value(_ column: Int) -> Double {
    place[column] < 0 ? 0 : program.value(Int(place[column]))
  }

  mutating func enter(_ columns: [Int]) {
    var rows: [Int32] = []
    var values: [Double] = []
    for column in columns where place[column] < 0 {
      rows.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
      forEachEntry(of: column) { row, coefficient in
        guard placeOfRow[row] >= 0 else { return }
        rows.append(placeOfRow[row])
        values.append(Double(coefficient))
      }
      place[column] = Int32(active.count)
      active.append(Int32(column))
      program.addColumn(
        cost: Double(problem.costs[column]), upper: Double(upper(column)), rows: rows,
        values: values)
    }
  }

  /// Shuts columns out for good.
  mutating func shutOut(_ columns: [Int]) {
    for column in columns {
      isOut[column] = true
      if place[column] >= 0 { program.setUpper(Int(place[column]), 0) }
    }
  }

  @inline(__always)
  func forEachEntry(of column: Int, _ body: (_ row: Int, _ coefficient: Int) -> Void) {
    for entry in problem.starts[column]..<problem.starts[column + 1] {
      body(Int(problem.entryRows[entry]), Int(problem.entryCoefficients[entry]))
    }
    for entry in added[column] { body(entry.row, entry.coefficient) }
  }

  // MARK: Room

  /// Whether one more of a column fits where so much room is left in each row.
  func fits(_ column: Int, in room: [Int]) -> Bool {
    var fits = true
    forEachEntry(of: column) { row, coefficient in
      if coefficient > room[row], onlyFills[row] { fits = false }
    }
    return fits
  }

  /// The columns taken in part that the decisions leave no room for.
  func impossible() -> [Int] {
    taken().compactMap { column, _ in fits(column, in: sides) ? nil : column }
  }
}
