/// A table read from a file: a header that names the columns, and rows.
public struct CSVTable: Sendable {
  /// The file as the person knows it.
  public let file: String
  /// The columns that have a name, from left to right.
  public let columns: [CSVColumn]
  /// The rows below the header, without those that are wholly blank. Ragged rows are among them.
  public let rows: [CSVRow]

  private let columnsByName: [String: CSVColumn]

  init(file: String, columns: [CSVColumn], rows: [CSVRow]) {
    self.file = file
    self.columns = columns
    self.rows = rows
    columnsByName = Dictionary(
      columns.map { (CSVColumn.folded($0.name), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The column of a name, whatever its capitals, and with spaces, hyphens and underscores alike;
  /// nil if there is none. Of columns with the same name the leftmost. O(1).
  public func column(_ name: String) -> CSVColumn? {
    columnsByName[CSVColumn.folded(name)]
  }

  /// How many rows have more or fewer cells than the header. O(n).
  public var raggedRowCount: Int {
    rows.count(where: \.isRagged)
  }
}
