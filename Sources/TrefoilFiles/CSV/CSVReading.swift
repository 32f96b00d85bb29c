import TrefoilModel

/// What came of reading a file: as much of the table as there is, and everything wrong with it.
///
/// Where there are faults the table may lack rows and cells, so that what it says is good only for
/// finding further faults.
public struct CSVReading: Sendable {
  /// The table, or nil where nothing could be read: a file without a header, or not text.
  public let table: CSVTable?
  /// The faults in the order of the file.
  public let faults: [Fault]
}
