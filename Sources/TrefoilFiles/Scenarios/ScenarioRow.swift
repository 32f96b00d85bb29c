import TrefoilModel

/// One row of a table of a scenario, its cells called by the names of their columns; or what stands
/// for a row in a change file.
struct ScenarioRow {
  private enum Source {
    case table(CSVRow, [String: CSVColumn])
    case map([String: CSVCell], SourcePosition)
  }

  private let source: Source

  init(row: CSVRow, columns: [String: CSVColumn]) {
    source = .table(row, columns)
  }

  /// - Parameter position: where the row begins, for what is missing in it.
  init(_ cells: [String: CSVCell], at position: SourcePosition) {
    source = .map(cells, position)
  }

  /// The cell of a column without spaces around its text; nil where there is no such column or the
  /// cell is blank.
  subscript(name: String) -> CSVCell? {
    let cell: CSVCell? =
      switch source {
      case .table(let row, let columns): columns[name].map { row[$0] }
      case .map(let cells, _): cells[name]
      }
    guard let cell else { return nil }
    let text = Self.withoutGuard(Self.trimmed(cell.text))
    return text.isEmpty ? nil : CSVCell(text: text, position: cell.position)
  }

  /// Where a cell stands, or the row if the table has no such column.
  func position(_ name: String) -> SourcePosition {
    switch source {
    case .table(let row, let columns): columns[name].map { row[$0].position } ?? row.position
    case .map(let cells, let position): cells[name]?.position ?? position
    }
  }

  /// Whether the cell could say something: whether a table has the column.
  func has(_ name: String) -> Bool {
    switch source {
    case .table(_, let columns): columns[name] != nil
    case .map: true
    }
  }

  /// Whether something is written for a column, be it a blank.
  func states(_ name: String) -> Bool {
    switch source {
    case .table(_, let columns): columns[name] != nil
    case .map(let cells, _): cells[name] != nil
    }
  }

  /// What to do where a cell may not be blank.
  func remedy(writing name: String) -> String {
    switch source {
    case .table: "write the \(name), or remove the row"
    case .map: "write '\(name): ...'"
    }
  }

  /// The text without white space at its ends.
  static func trimmed(_ text: String) -> String { trimmed(text[...]) }

  /// The text without white space at its ends.
  static func trimmed(_ text: Substring) -> String {
    // Nearly all cells are such, and this looks at two bytes instead of at characters.
    if let first = text.utf8.first, let last = text.utf8.last, isInk(first), isInk(last) {
      return String(text)
    }
    var rest = text
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Whether a byte is a character by itself, and a visible one.
  private static func isInk(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) }

  /// The text without the apostrophe that ``CSVWriter`` puts before what looks like a formula.
  private static func withoutGuard(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), let second = text.utf8.dropFirst().first,
      "=+-@".utf8.contains(second)
    else { return text }
    return String(text.dropFirst())
  }
}
