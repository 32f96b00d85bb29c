/// Rows of a ``SelectionProblem`` that are too many to be listed, found as they are broken.
///
/// A choice holds if it keeps every row that the source would name. For whole numbers of times taken
/// the source must name a broken row wherever there is one; for others it may miss some. The same
/// question must get the same answer.
public protocol SelectionRowSource: Sendable {
  /// Rows that are broken by more than a millionth, where each column is taken so many times, in part
  /// perhaps; columns not named are not taken. Columns are in ascending order.
  func rows(brokenBy taken: [(column: Int, value: Double)]) -> [SelectionRow]
}

/// A row with all its entries: the sum of coefficients over what is taken is at most, at least or
/// equal to its right-hand side.
public struct SelectionRow: Sendable {
  public struct Entry: Sendable, Hashable {
    public let column: Int
    public let coefficient: Int

    public init(column: Int, coefficient: Int) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  public let sense: RowSense
  public let rightHandSide: Int
  /// Each column once.
  public let entries: [Entry]
  /// What the row is about, in numbers of the source's own.
  public let topic: Int

  public init(_ sense: RowSense, _ rightHandSide: Int, entries: [Entry], topic: Int = 0) {
    self.sense = sense
    self.rightHandSide = rightHandSide
    self.entries = entries
    self.topic = topic
  }
}

/// The rows of a larger problem, as a part of it sees them.
struct PartialRowSource: SelectionRowSource {
  let whole: any SelectionRowSource
  /// The column of the whole that each column of the part stands for.
  let columns: [Int]
  /// The column of the part for each column of the whole, or -1.
  private let place: [Int32]

  init(_ whole: any SelectionRowSource, columns: [Int], of columnCount: Int) {
    self.whole = whole
    self.columns = columns
    var place = [Int32](repeating: -1, count: columnCount)
    for (index, column) in columns.enumerated() { place[column] = Int32(index) }
    self.place = place
  }

  func rows(brokenBy taken: [(column: Int, value: Double)]) -> [SelectionRow] {
    // Columns of the part are in the order of those of the whole.
    let all = taken.map { (column: columns[$0.column], value: $0.value) }
    return whole.rows(brokenBy: all).map { row in
      let entries = row.entries.compactMap { entry -> SelectionRow.Entry? in
        let column = Int(place[entry.column])
        return column < 0
          ? nil : SelectionRow.Entry(column: column, coefficient: entry.coefficient)
      }
      return SelectionRow(row.sense, row.rightHandSide, entries: entries, topic: row.topic)
    }
  }
}
