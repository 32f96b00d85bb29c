/// Writes a table of comma-separated values (RFC 4180) in UTF-8, with LF at the end of each line.
///
/// A cell that a spreadsheet program could take for a formula gets an apostrophe in front, so that
/// opening a plan never runs what somebody typed as the name of a school: this concerns text that
/// begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is not a plain number such as
/// `-12.5`. The apostrophe is part of the text for any other reader, this module's among them.
public struct CSVWriter: Sendable {
  /// The table so far.
  public private(set) var text = ""

  private let width: Int

  /// Begins a table with the names of its columns.
  public init(header: [String]) {
    width = header.count
    append(header)
  }

  /// Adds a row of as many cells as the header has. Linear in the length of the row.
  public mutating func append(_ cells: [String]) {
    precondition(cells.count == width, "a row has as many cells as the header")
    if cells == [""] {
      // A line with nothing on it would be read as a blank line, not as a row.
      text += "\"\""
    }
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      append(Self.isFormulaLike(cell) ? "'" + cell : cell)
    }
    text += "\n"
  }

  private mutating func append(_ cell: String) {
    guard Self.needsQuotes(cell) else {
      text += cell
      return
    }
    text += "\""
    for (index, part) in cell.utf8.split(
      separator: UInt8(ascii: "\""), omittingEmptySubsequences: false
    ).enumerated() {
      if index > 0 { text += "\"\"" }
      text += String(Substring(part))
    }
    text += "\""
  }

  private static func isFormulaLike(_ cell: String) -> Bool {
    switch cell.unicodeScalars.first {
    case "=", "@", "\t", "\r": true
    case "+", "-": !isNumber(cell.unicodeScalars.dropFirst())
    default: false
    }
  }

  /// Whether a text is digits, with or without a decimal point among them.
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { ("0"..."9") ~= $0 } }
  }

  /// Whether quotes are needed for the cell to be read back as it is: where it has a separator or
  /// a quote, or begins or ends with a space that a reader would drop.
  private static func needsQuotes(_ cell: String) -> Bool {
    let isSeparated = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    let ends = [cell.unicodeScalars.first, cell.unicodeScalars.last]
    return isSeparated || ends.contains { $0?.properties.isWhitespace ?? false }
  }
}
