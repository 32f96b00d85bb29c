import TrefoilModel

/// Reads tables of comma-separated values (RFC 4180) and keeps for every cell the line and column
/// at which it begins.
///
/// Beyond RFC 4180: lines end in CR LF, LF or CR, in any mixture; a byte order mark is passed over;
/// spaces around a cell, quoted or not, are not part of it; a quote inside an unquoted cell is
/// itself; rows whose cells are all empty are passed over. The first row that is not blank is the
/// header. Columns are counted in Unicode scalars.
public struct CSVReader: Sendable {
  /// How bytes stand for characters.
  public enum Encoding: Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// UTF-8 if the whole file is valid UTF-8, and otherwise Windows-1252, in which every byte
    /// but zero is valid. Text in Windows-1252 that has letters beyond ASCII is practically never
    /// valid UTF-8.
    case utf8OrWindows1252
  }

  /// What is done with rows that have more or fewer cells than the header.
  public enum RaggedRows: Sendable {
    /// Each is a fault.
    case faulty
    /// Missing cells are empty, extra cells are passed over; `CSVTable.raggedRowCount` counts them.
    case padded
  }

  private let encoding: Encoding
  private let raggedRows: RaggedRows
  private let needsRows: Bool
  private let largestFile: Int

  /// The reader for the tables of a scenario: strict.
  public static let scenario = CSVReader()
  /// The reader for files that somebody else makes and nobody will correct, such as the national
  /// register of schools.
  public static let register = CSVReader(encoding: .utf8OrWindows1252, raggedRows: .padded)

  /// Makes a reader.
  ///
  /// - Parameter needsRows: whether a file with a header and no rows is a fault.
  public init(
    encoding: Encoding = .utf8, raggedRows: RaggedRows = .faulty, needsRows: Bool = true
  ) {
    self.init(
      encoding: encoding, raggedRows: raggedRows, needsRows: needsRows, largestFile: 1 << 30)
  }

  init(encoding: Encoding, raggedRows: RaggedRows, needsRows: Bool, largestFile: Int) {
    self.encoding = encoding
    self.raggedRows = raggedRows
    self.needsRows = needsRows
    self.largestFile = largestFile
  }

  /// Reads the bytes of a file of at most a gigabyte.
  ///
  /// Never fails outright: whatever the bytes are, the answer says what is wrong with them. Linear
  /// in the number of bytes.
  ///
  /// - Parameter file: the name by which faults call the file.
  public func read(_ bytes: [UInt8], file: String) -> CSVReading {
    guard bytes.count <= largestFile else {
      let fault = Fault(
        at: SourcePosition(file: file), problem: "the file is too large",
        found: "\(bytes.count) bytes", remedy: "cut it down to \(largestFile) bytes")
      return CSVReading(table: nil, faults: [fault])
    }
    var text = bytes
    if let fault = TextCheck.signatureFault(in: bytes, file: file) {
      return CSVReading(table: nil, faults: [fault])
    }
    if let fault = TextCheck.encodingFault(in: bytes, file: file) {
      guard encoding == .utf8OrWindows1252, !bytes.contains(0) else {
        return CSVReading(table: nil, faults: [fault])
      }
      text = Windows1252.utf8(from: bytes)
    }
    let start = TextCheck.startsWithByteOrderMark(text) ? TextCheck.byteOrderMark.count : 0
    let scanner = CSVScanner(text, from: start, file: file)
    let storage = CSVStorage(file: file, bytes: text, slots: scanner.slots)
    return reading(of: scanner, in: storage)
  }

  private func reading(of scanner: CSVScanner, in storage: CSVStorage) -> CSVReading {
    let ends = scanner.rowStarts.dropFirst() + [scanner.slots.count]
    let ranges = zip(scanner.rowStarts, ends).map { start, end in start..<end }
    guard let header = ranges.first else {
      let empty = Fault(
        at: SourcePosition(file: storage.file), problem: "the file is empty",
        remedy: "write the names of the columns in the first line and the rows below")
      return CSVReading(table: nil, faults: scanner.faults.isEmpty ? [empty] : scanner.faults)
    }
    let headerReader = CSVHeader(storage: storage, cells: header)
    if let fault = headerReader.separatorFault {
      return CSVReading(table: nil, faults: [fault])
    }
    let rows = ranges.dropFirst().map { range in
      CSVRow(
        storage: storage, firstCell: range.lowerBound, cellCount: range.count,
        isRagged: range.count != header.count)
    }
    var faults = scanner.faults + headerReader.faults(above: rows)
    if raggedRows == .faulty {
      faults += rows.compactMap { $0.isRagged ? raggedFault($0, width: header.count) : nil }
    }
    if rows.isEmpty, needsRows, faults.isEmpty {
      faults.append(
        Fault(
          at: storage.position(ofCell: header.lowerBound),
          problem: "there is no row below the header", remedy: "write a row for each entry"))
    }
    let table = CSVTable(file: storage.file, columns: headerReader.columns, rows: rows)
    return CSVReading(table: table, faults: Faults(faults).faults)
  }

  private func raggedFault(_ row: CSVRow, width: Int) -> Fault {
    let cells = row.cellCount == 1 ? "1 cell" : "\(row.cellCount) cells"
    let problem = "the row has \(cells) where the header has \(width)"
    guard row.cellCount > width else {
      return Fault(
        at: row.position, problem: problem,
        remedy: "add what is missing; an empty cell is nothing between two commas")
    }
    let extra = row.storage.cell(row.firstCell + width)
    return Fault(
      at: extra.position, problem: problem, found: extra.text,
      remedy: "put quotes around a cell that contains a comma, or remove the extra cells")
  }
}
