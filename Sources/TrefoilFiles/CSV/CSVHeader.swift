import TrefoilModel

/// The row that names the columns, and what can be wrong with it.
struct CSVHeader {
  private let storage: CSVStorage
  private let cells: Range<Int>
  /// The columns that have a name.
  let columns: [CSVColumn]

  init(storage: CSVStorage, cells: Range<Int>) {
    self.storage = storage
    self.cells = cells
    columns = cells.lazy
      .filter { !storage.isBlank(cell: $0) }
      .map { cell in
        CSVColumn(
          name: storage.text(ofCell: cell), position: storage.position(ofCell: cell),
          index: cell - cells.lowerBound)
      }
  }

  func faults(above rows: [CSVRow]) -> [Fault] {
    duplicateFaults + namelessFaults(above: rows)
  }

  /// The fault of a header whose names stand in one cell because something other than commas
  /// separates them: spreadsheet programs set to a language with decimal commas write semicolons.
  var separatorFault: Fault? {
    let separators = [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")]
    guard cells.count == 1, let only = columns.first,
      let (_, name) = separators.first(where: { only.name.contains($0.0) })
    else { return nil }
    return Fault(
      at: only.position, problem: "the cells are separated by \(name)", found: only.name,
      remedy: "save the file with commas between the cells")
  }

  private var duplicateFaults: [Fault] {
    var firsts: [String: CSVColumn] = [:]
    return columns.compactMap { column in
      guard let first = firsts.updateValue(column, forKey: CSVColumn.folded(column.name)) else {
        return nil
      }
      firsts[CSVColumn.folded(column.name)] = first
      return Fault(
        at: column.position,
        problem: "two columns have the same name, the first at line \(first.position.line), "
          + "column \(first.position.column)",
        found: column.name, remedy: "rename or remove one of them")
    }
  }

  /// Columns without a name are common where a spreadsheet is saved a little too wide; only text
  /// in them is a fault, reported once a column.
  private func namelessFaults(above rows: [CSVRow]) -> [Fault] {
    var nameless = cells.filter { storage.isBlank(cell: $0) }.map { $0 - cells.lowerBound }
    var faults: [Fault] = []
    let headerLine = storage.position(ofCell: cells.lowerBound).line
    for row in rows where !row.isRagged && !nameless.isEmpty {
      nameless.removeAll { index in
        guard !storage.isBlank(cell: row.firstCell + index) else { return false }
        let cell = storage.cell(row.firstCell + index)
        faults.append(
          Fault(
            at: cell.position, problem: "the column of this cell has no name", found: cell.text,
            remedy: "write a name in line \(headerLine), or empty the column"))
        return true
      }
    }
    return faults
  }
}
