/// A place in a file that a person wrote: the file, the line and the column.
///
/// Lines and columns count from 1; a column counts characters, as an editor shows them. A fault
/// of a whole file, such as its absence, stands at line 1, column 1. Positions are ordered by
/// file name, then line, then column.
public struct SourcePosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file as the person knows it, for example `schools.csv`.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int

  public init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The position as compilers and editors write it: `file:line:column`.
  public var description: String {
    "\(file):\(line):\(column)"
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
