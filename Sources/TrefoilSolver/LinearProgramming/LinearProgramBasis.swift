/// Where each column and each row's slack stood: a point to start from again.
///
/// Taken from `LinearProgram.basis`; costs one byte a column and a row. A basis stays usable when
/// columns and rows are added later: new columns rest at zero, slacks of new rows are basic. After
/// columns or rows are removed, renumber it first.
public struct LinearProgramBasis: Sendable, Hashable {
  /// The standing of one variable.
  enum Standing: UInt8, Sendable {
    case atLower
    case atUpper
    case basic
  }

  var columns: [Standing]
  var rows: [Standing]

  /// The same basis in the numbering left by a removal of columns or rows; O(size).
  ///
  /// - Parameters:
  ///   - columns: The answer of `LinearProgram.removeColumns(where:)`, or nil for no change.
  ///   - rows: The answer of `LinearProgram.removeRows(where:)`, or nil for no change.
  public func renumbered(columns columnMap: [Int?]?, rows rowMap: [Int?]?) -> LinearProgramBasis {
    LinearProgramBasis(
      columns: Self.renumber(columns, by: columnMap), rows: Self.renumber(rows, by: rowMap))
  }

  private static func renumber(_ standings: [Standing], by map: [Int?]?) -> [Standing] {
    guard let map else { return standings }
    return zip(standings, map).compactMap { standing, fresh in fresh == nil ? nil : standing }
  }
}
