import TrefoilModel

/// One row of a table.
public struct CSVRow: Sendable {
  let storage: CSVStorage
  /// The place of the row's first cell among all cells of the file.
  let firstCell: Int
  let cellCount: Int

  /// Whether the row has more or fewer cells than the header.
  public let isRagged: Bool

  /// Where the row begins.
  public var position: SourcePosition {
    storage.position(ofCell: firstCell)
  }

  /// The cell under a column of the same table.
  ///
  /// A row too short to reach the column answers an empty cell that stands where the row's last
  /// cell stands. The text is decoded at each call, in time linear in its length.
  public subscript(column: CSVColumn) -> CSVCell {
    guard column.index < cellCount else {
      return CSVCell(text: "", position: storage.position(ofCell: firstCell + cellCount - 1))
    }
    return storage.cell(firstCell + column.index)
  }
}
