/// A smaller ``SelectionProblem`` inside a larger one: some columns are left out, rows that can no
/// longer be broken fall away, and rows that were added count as given.
struct SelectionReduction {
  private(set) var problem: SelectionProblem
  /// The column of the larger problem that each column stands for.
  private let columns: [Int]
  private let wholeCount: Int

  /// - Parameters:
  ///   - isKept: whether a column may be taken.
  ///   - isWanted: columns of which one at least has to be taken; nil for no such row.
  init(
    _ program: SelectionProgram, isKept: (Int) -> Bool, isWanted: ((Int) -> Bool)? = nil
  ) {
    let whole = program.problem
    wholeCount = whole.columnCount
    var smaller = SelectionProblem(constant: whole.constant)
    let sides = program.givenSides
    let columns = (0..<whole.columnCount).filter {
      whole.uppers[$0] > 0 && !program.isOut[$0] && isKept($0)
    }
    self.columns = columns
    // The least and the most that a row can come to.
    var least = [Int](repeating: 0, count: sides.count)
    var most = least
    for column in columns {
      let upper = whole.uppers[column]
      program.forEachEntry(of: column) { row, coefficient in
        if coefficient < 0 {
          least[row] += coefficient * upper
        } else {
          most[row] += coefficient * upper
        }
      }
    }
    var rowOf = [Int](repeating: -1, count: sides.count)
    for (row, sense) in program.senses.enumerated() {
      let isLoose =
        switch sense {
        case .atMost: most[row] <= sides[row]
        case .atLeast: least[row] >= sides[row]
        case .equal: least[row] == sides[row] && most[row] == sides[row]
        }
      let isOwn = row < whole.rows.count
      let stands = program.placeOfRow[row]
      // A cut that does not bind has done its work, and any other row may wait.
      let isIdle = stands < 0 || program.program.isSlackBasic(Int(stands))
      let isTooLarge = sides[row].magnitude > SelectionProblem.largestCoefficient
      if isLoose || (!isOwn && (isIdle || isTooLarge)) { continue }
      rowOf[row] = smaller.addRow(sense, sides[row], isLazy: isIdle && sense != .equal)
    }
    let wantedRow = isWanted.map { _ in smaller.addRow(.atLeast, 1) }
    var place = [Int](repeating: -1, count: whole.columnCount)
    for column in columns {
      var entries: [SelectionProblem.Entry] = []
      program.forEachEntry(of: column) { row, coefficient in
        if rowOf[row] >= 0 {
          entries.append(SelectionProblem.Entry(row: rowOf[row], coefficient: coefficient))
        }
      }
      if let wantedRow, isWanted?(column) == true {
        entries.append(SelectionProblem.Entry(row: wantedRow, coefficient: 1))
      }
      place[column] = smaller.addColumn(
        cost: whole.costs[column], upper: whole.uppers[column], entries: entries)
    }
    for family in 0..<whole.familyCount {
      let members = whole.columns(ofFamily: family).map { place[Int($0)] }.filter { $0 >= 0 }
      if members.count > 1 || members.contains(where: { smaller.uppers[$0] > 1 }) {
        smaller.addFamily(members)
      }
    }
    if let source = whole.source {
      smaller.source = PartialRowSource(source, columns: columns, of: whole.columnCount)
    }
    problem = smaller
  }

  var share: Double { Double(columns.count) / Double(max(1, wholeCount)) }

  /// The choice of the larger problem that a choice of the smaller one stands for.
  func whole(_ values: [Int]) -> [Int] {
    var whole = [Int](repeating: 0, count: wholeCount)
    for (column, value) in zip(columns, values) { whole[column] = value }
    return whole
  }

  /// The choice of the smaller problem inside one of the larger; nil where it takes what was left
  /// out.
  func part(of whole: [Int]) -> [Int]? {
    let values = columns.map { whole[$0] }
    return self.whole(values) == whole ? values : nil
  }
}
