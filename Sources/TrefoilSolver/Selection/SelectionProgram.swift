/// The linear program of a ``SelectionProblem`` under decisions, over as few of its columns as it
/// takes: the others are priced, and enter where they pay.
///
/// Its rows are those of the problem and, after them, rows that were added: cuts, and families that
/// were split on. The same calls in the same order give the same answers.
struct SelectionProgram {
  let problem: SelectionProblem
  let program = LinearProgram()
  /// Which column stands at each place of the program.
  private(set) var active: [Int32] = []
  /// Where a column stands in the program, or -1.
  private var place: [Int32]
  /// Columns that no better choice takes.
  private(set) var isOut: [Bool]
  let families: ColumnFamilies
  /// The largest cost of a column, in size.
  let mostCost: Int

  // Rows, added ones too.
  private(set) var senses: [RowSense]
  /// Whether nothing that is taken can make room in the row.
  private(set) var onlyFills: [Bool]
  /// Right-hand sides with nothing decided.
  private(set) var givenSides: [Int]
  /// Entries of each column in added rows.
  private(set) var added: [[SelectionProblem.Entry]]
  /// The two rows of each family that was split on; `mostRow` is -1 before.
  private var splitRows: [Int32]

  // What the decisions leave.
  private var decided: [SelectionDecision] = []
  private(set) var isDecided: [Bool]
  private(set) var fixedCost: Int
  private(set) var sides: [Int]

  /// So many columns enter the program at once without being asked for.
  private static let fewColumns = 3_000

  init(_ problem: SelectionProblem) {
    self.problem = problem
    place = [Int32](repeating: -1, count: problem.columnCount)
    isOut = [Bool](repeating: false, count: problem.columnCount)
    isDecided = isOut
    added = [[SelectionProblem.Entry]](repeating: [], count: problem.columnCount)
    senses = problem.rows.map(\.sense)
    givenSides = problem.rows.map(\.rightHandSide)
    onlyFills = problem.rows.map { $0.sense != .atLeast }
    for (row, coefficient) in zip(problem.entryRows, problem.entryCoefficients)
    where coefficient < 0 { onlyFills[Int(row)] = false }
    sides = givenSides
    fixedCost = problem.constant
    families = ColumnFamilies(problem)
    mostCost = problem.costs.reduce(1) { max($0, Int($1.magnitude)) }
    splitRows = [Int32](repeating: -1, count: problem.familyCount)
    for row in problem.rows {
      program.addRow(row.sense, rightHandSide: Double(row.rightHandSide))
    }
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
      let isWanted = rows.contains { taken[Int($0)] < 2 }
      if isWanted { for row in rows { taken[Int(row)] += 1 } }
      return isWanted
    }.sorted()
  }

  /// How often the column may be taken by what is not decided.
  func upper(_ column: Int) -> Int {
    isOut[column] || isDecided[column] ? 0 : problem.uppers[column]
  }

  func isActive(_ column: Int) -> Bool { place[column] >= 0 }

  /// The value of a column in what was solved, decided ones apart.
  func value(_ column: Int) -> Double {
    place[column] < 0 ? 0 : program.value(Int(place[column]))
  }

  mutating func enter(_ columns: [Int]) {
    for column in columns where place[column] < 0 {
      let range = problem.starts[column]..<problem.starts[column + 1]
      let rows = problem.entryRows[range] + added[column].map { Int32($0.row) }
      let values =
        problem.entryCoefficients[range].map { Double($0) }
        + added[column].map { Double($0.coefficient) }
      place[column] = Int32(active.count)
      active.append(Int32(column))
      program.addColumn(
        cost: Double(problem.costs[column]), upper: Double(upper(column)), rows: Array(rows),
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

  // MARK: Added rows

  /// Adds a row over columns that are not out and returns its index.
  @discardableResult
  mutating func addRow(
    _ sense: RowSense, _ side: Int, entries: [(column: Int, coefficient: Int)]
  ) -> Int {
    let row = senses.count
    senses.append(sense)
    givenSides.append(side)
    sides.append(side)
    onlyFills.append(sense != .atLeast && entries.allSatisfy { $0.coefficient >= 0 })
    var coefficients: [(column: Int, value: Double)] = []
    for (column, coefficient) in entries where !isOut[column] {
      added[column].append(SelectionProblem.Entry(row: row, coefficient: coefficient))
      if place[column] >= 0 {
        coefficients.append((Int(place[column]), Double(coefficient)))
      }
    }
    program.addRow(sense, rightHandSide: Double(side), coefficients: coefficients)
    return row
  }

  /// The first of the two rows of a family, at most and at least so many.
  private mutating func split(_ family: Int) -> Int {
    if splitRows[family] < 0 {
      let columns = problem.columns(ofFamily: family)
      let entries = columns.map { (column: Int($0), coefficient: 1) }
      splitRows[family] = Int32(senses.count)
      addRow(.atMost, columns.reduce(0) { $0 + problem.uppers[Int($1)] }, entries: entries)
      addRow(.atLeast, 0, entries: entries)
    }
    return Int(splitRows[family])
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

  // MARK: Decisions

  /// Puts these decisions in force in place of those before. O(rows + decisions x entries).
  mutating func decide(_ decisions: [SelectionDecision]) {
    var touched: [Int] = []
    for case .column(let column, _) in decided {
      isDecided[column] = false
      touched.append(column)
    }
    decided = decisions
    fixedCost = problem.constant
    var limits: [(row: Int, side: Int)] = []
    for decision in decisions {
      switch decision {
      case .column(let column, _):
        isDecided[column] = true
        touched.append(column)
      case .familyAtMost(let family, let most): limits.append((split(family), most))
      case .familyAtLeast(let family, let least): limits.append((split(family) + 1, least))
      }
    }
    var sides = givenSides
    for (row, side) in limits {
      sides[row] = senses[row] == .atMost ? min(sides[row], side) : max(sides[row], side)
    }
    for case .column(let column, let value) in decisions where value != 0 {
      fixedCost += value * problem.costs[column]
      forEachEntry(of: column) { row, coefficient in sides[row] -= value * coefficient }
    }
    for column in touched where place[column] >= 0 {
      program.setUpper(Int(place[column]), Double(upper(column)))
    }
    for row in sides.indices where sides[row] != self.sides[row] {
      program.setRightHandSide(row, Double(sides[row]))
    }
    self.sides = sides
  }

  @inline(__always)
  func forEachEntry(of column: Int, _ body: (_ row: Int, _ coefficient: Int) -> Void) {
    for entry in problem.starts[column]..<problem.starts[column + 1] {
      body(Int(problem.entryRows[entry]), Int(problem.entryCoefficients[entry]))
    }
    for entry in added[column] { body(entry.row, entry.coefficient) }
  }
}
