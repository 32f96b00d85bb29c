/// The part of the basis matrix that is still to be eliminated.
///
/// Pivots are chosen by Markowitz' merit, (entries of the row - 1) (entries of the column - 1),
/// among entries of at least a tenth of the largest in their row, looking at no more than four
/// rows and columns: Suhl and Suhl, "Computing sparse LU factorizations for large-scale linear
/// programming bases", ORSA Journal on Computing 2 (1990), doi:10.1287/ijoc.2.4.325.
struct BasisElimination: ~Copyable {
  struct Pivot {
    var row: Int
    var column: Int
  }

  private static let threshold = 0.1
  private static let linesSearched = 4
  /// Entries below this count as zero.
  private static let negligible = 1e-12

  /// The entries left by rows; by columns their places only.
  private(set) var rows = SparseLists()
  private var columns = SparseLists()
  private var rowCounts = CountLists()
  private var columnCounts = CountLists()
  /// The largest magnitude of each row, or -1 where it has to be found anew.
  private var largestInRow = FlatArray<Double>()
  private var pivotRow = FlatArray<Double>()
  private var lastRowMet = FlatArray<Int32>()
  private var size = 0

  /// Loads the columns of the variables in a basis.
  mutating func load(columns source: borrowing SparseLists, head: borrowing FlatArray<Int32>) {
    size = head.count
    prepareArrays()
    for column in 0..<size {
      let variable = Int(head[column])
      let first = source.start[variable]
      let end = first + source.length[variable]
      columns.addList(room: end - first)
      for place in first..<end where source.value[place].magnitude > Self.negligible {
        let row = Int(source.index[place])
        columns.append(index: row, value: 0, to: column)
        rows.append(index: column, value: source.value[place], to: row)
      }
      columnCounts.file(column, under: columns.length[column])
    }
    for row in 0..<size { rowCounts.file(row, under: rows.length[row]) }
  }

  private mutating func prepareArrays() {
    rows.removeAll()
    columns.removeAll()
    rowCounts.reset(size: size)
    columnCounts.reset(size: size)
    largestInRow.resize(to: size, filledWith: -1)
    largestInRow.fill(with: -1)
    pivotRow.resize(to: size, filledWith: 0)
    lastRowMet.resize(to: size, filledWith: -1)
    lastRowMet.fill(with: -1)
    for _ in 0..<size { rows.addList(room: 6) }
  }

  /// The next pivot, or nil if nothing but zeros is left.
  func choosePivot() -> Pivot? {
    guard size > 0 else { return nil }
    let column = columnCounts.head(ofCount: 1)
    if column >= 0 { return Pivot(row: Int(columns.index[columns.start[column]]), column: column) }
    let row = rowCounts.head(ofCount: 1)
    if row >= 0 { return Pivot(row: row, column: Int(rows.index[rows.start[row]])) }
    return searchPivot()
  }

  private func searchPivot() -> Pivot? {
    var best: Pivot?
    var bestMerit = Int.max
    var searched = 0
    for count in stride(from: 2, through: size, by: 1) {
      var column = columnCounts.head(ofCount: count)
      while column >= 0 {
        consider(column: column, best: &best, merit: &bestMerit)
        searched += 1
        if best != nil && (searched >= Self.linesSearched || bestMerit <= (count - 1) * (count - 1))
        {
          return best
        }
        column = columnCounts.line(after: column)
      }
      var row = rowCounts.head(ofCount: count)
      while row >= 0 {
        consider(row: row, best: &best, merit: &bestMerit)
        searched += 1
        if best != nil && (searched >= Self.linesSearched || bestMerit <= count * (count - 1)) {
          return best
        }
        row = rowCounts.line(after: row)
      }
    }
    return best
  }

  private func consider(column: Int, best: inout Pivot?, merit: inout Int) {
    let first = columns.start[column]
    let count = columns.length[column]
    for place in first..<(first + count) {
      let row = Int(columns.index[place])
      let rowMerit = (count - 1) * (rows.length[row] - 1)
      guard rowMerit < merit else { continue }
      let value = rows.value[rows.place(of: column, in: row)]
      if value.magnitude >= Self.threshold * largest(inRow: row) {
        merit = rowMerit
        best = Pivot(row: row, column: column)
      }
    }
  }

  private func consider(row: Int, best: inout Pivot?, merit: inout Int) {
    let first = rows.start[row]
    let count = rows.length[row]
    let least = Self.threshold * largest(inRow: row)
    for place in first..<(first + count) where rows.value[place].magnitude >= least {
      let column = Int(rows.index[place])
      let columnMerit = (count - 1) * (columns.length[column] - 1)
      if columnMerit < merit {
        merit = columnMerit
        best = Pivot(row: row, column: column)
      }
    }
  }

  private func largest(inRow row: Int) -> Double {
    if largestInRow[row] < 0 {
      var largest = 0.0
      let first = rows.start[row]
      for place in first..<(first + rows.length[row]) {
        largest = max(largest, rows.value[place].magnitude)
      }
      largestInRow[row] = largest
    }
    return largestInRow[row]
  }

  /// Eliminates a pivot; returns its value.
  ///
  /// The multiples of the pivot row taken off other rows are added to `lower` as a new list, if
  /// there are any; what is left of the pivot row stays in `rows`, without the pivot.
  mutating func eliminate(_ pivot: Pivot, lower: inout SparseLists) -> Double {
    let place = rows.place(of: pivot.column, in: pivot.row)
    let value = rows.value[place]
    rows.remove(at: place, from: pivot.row)
    rowCounts.remove(pivot.row)
    columnCounts.remove(pivot.column)
    let first = rows.start[pivot.row]
    for place in first..<(first + rows.length[pivot.row]) {
      let column = Int(rows.index[place])
      pivotRow[column] = rows.value[place]
      columns.remove(at: columns.place(of: pivot.row, in: column), from: column)
    }
    if columns.length[pivot.column] > 1 {
      let list = lower.count
      lower.addList(room: columns.length[pivot.column] - 1)
      let top = columns.start[pivot.column]
      for place in top..<(top + columns.length[pivot.column]) {
        let row = Int(columns.index[place])
        guard row != pivot.row else { continue }
        let multiple = reduce(row: row, by: pivot, value: value)
        lower.append(index: row, value: multiple, to: list)
      }
    }
    // Rows may have moved in the pool meanwhile, but the pivot row has not grown.
    for place in first..<(first + rows.length[pivot.row]) {
      let column = Int(rows.index[place])
      pivotRow[column] = 0
      columnCounts.file(column, under: columns.length[column])
    }
    return value
  }

  /// Takes a multiple of the pivot row off a row and returns the multiple.
  private mutating func reduce(row: Int, by pivot: Pivot, value: Double) -> Double {
    let pivotPlace = rows.place(of: pivot.column, in: row)
    let multiple = rows.value[pivotPlace] / value
    rows.remove(at: pivotPlace, from: row)
    var place = rows.start[row]
    var end = place + rows.length[row]
    while place < end {
      let column = Int(rows.index[place])
      let above = pivotRow[column]
      if above != 0 {
        lastRowMet[column] = Int32(truncatingIfNeeded: row)
        let reduced = rows.value[place] - multiple * above
        if reduced.magnitude <= Self.negligible {
          rows.remove(at: place, from: row)
          columns.remove(at: columns.place(of: row, in: column), from: column)
          end -= 1
          continue
        }
        rows.value[place] = reduced
      }
      place += 1
    }
    fill(row: row, from: pivot.row, multiple: multiple)
    largestInRow[row] = -1
    rowCounts.file(row, under: rows.length[row])
    return multiple
  }

  /// Adds the entries that a row did not have and the pivot row has.
  private mutating func fill(row: Int, from source: Int, multiple: Double) {
    let first = rows.start[source]
    for place in first..<(first + rows.length[source]) {
      let column = Int(rows.index[place])
      if lastRowMet[column] == Int32(truncatingIfNeeded: row) {
        lastRowMet[column] = -1
      } else {
        rows.append(index: column, value: -multiple * pivotRow[column], to: row)
        columns.append(index: row, value: 0, to: column)
      }
    }
  }
}
