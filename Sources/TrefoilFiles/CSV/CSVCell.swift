import TrefoilModel

/// One cell of a table: its text and where it begins.
public struct CSVCell: Sendable, Hashable {
  /// The text, without the quotes around it and without the spaces around an unquoted cell.
  public let text: String
  /// Where the cell begins; a quoted cell begins at its opening quote, an empty cell
  /// right after the comma before it.
  public let position: SourcePosition
}
