import TrefoilModel

/// The columns that one table of a scenario may have.
struct TableLayout {
  let required: [String]
  let optional: [String]
  /// Names that people write for a column, in place of a guess from the spelling.
  var otherNames: [String: String] = [:]
}

/// One table of a scenario, with its columns found and its faults gathered.
struct ScenarioTable {
  let file: String
  /// Nil where the file is no table at all.
  private let table: CSVTable?
  private let columns: [String: CSVColumn]
  var faults: [Fault]

  /// Reads the table; faults of the file and of its header are kept. Linear in its size.
  init(_ bytes: [UInt8], file: String, layout: TableLayout) {
    let reading = CSVReader.scenario.read(bytes, file: file)
    self.file = file
    table = reading.table
    faults = reading.faults
    var columns: [String: CSVColumn] = [:]
    if let table = reading.table {
      for name in layout.required + layout.optional { columns[name] = table.column(name) }
      faults += Self.headerFaults(of: table, layout: layout, found: columns)
    }
    self.columns = columns
  }

  /// Whether rows could be made out at all.
  var isReadable: Bool { table != nil }

  var rows: [ScenarioRow] {
    (table?.rows ?? []).filter { !$0.isRagged }.map { ScenarioRow(row: $0, columns: columns) }
  }

  /// The columns as the file has them, in its order.
  var columnNames: [String]? { table?.columns.map(\.name) }

  /// The cells of every row as they stand, columns that mean nothing here among them.
  var cells: [[String]] {
    guard let table else { return [] }
    return table.rows.filter { !$0.isRagged }.map { row in table.columns.map { row[$0].text } }
  }

  func has(_ column: String) -> Bool { columns[column] != nil }

  /// Where the header begins.
  var header: SourcePosition {
    table?.columns.first?.position ?? SourcePosition(file: file)
  }

  private static func headerFaults(
    of table: CSVTable, layout: TableLayout, found: [String: CSVColumn]
  ) -> [Fault] {
    let known = layout.required + layout.optional
    let absent = known.filter { found[$0] == nil }
    var meant: Set<String> = []
    var faults: [Fault] = []
    for column in table.columns
    where !known.contains(where: { CSVColumn.folded($0) == CSVColumn.folded(column.name) }) {
      let name = CSVColumn.folded(column.name)
      let other = layout.otherNames[name].flatMap { absent.contains($0) ? $0 : nil }
      guard let near = other ?? Spelling.nearest(to: name, among: absent) else { continue }
      meant.insert(near)
      faults.append(
        Fault(
          at: column.position, problem: "there is no column of this name", found: column.name,
          remedy: "did you mean '\(near)'?"))
    }
    let header = table.columns.first?.position ?? SourcePosition(file: table.file)
    for name in layout.required where found[name] == nil && !meant.contains(name) {
      faults.append(
        Fault(
          at: header, problem: "the column '\(name)' is missing",
          remedy: "add it to the header; the columns are \(known.joined(separator: ", "))"))
    }
    return faults
  }
}
