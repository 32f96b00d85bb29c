import TrefoilModel

/// The details of one change as a row of cells, so that they are read as those of the tables are.
struct ChangeCells {
  private(set) var faults: [Fault] = []

  /// A row of the fields of these names.
  mutating func row(
    _ fields: [String: SettingNode], columns: [String], at position: SourcePosition
  ) -> ScenarioRow {
    var cells: [String: CSVCell] = [:]
    for column in columns {
      guard let node = fields[column] else { continue }
      cells[column] = CSVCell(text: text(of: node), position: node.position)
    }
    return ScenarioRow(cells, at: position)
  }

  /// A value as a cell has it: a list, or a map of plain values, with `;` between its parts.
  private mutating func text(of node: SettingNode) -> String {
    if node.isEmpty { return "" }
    switch node.content {
    case .scalar(let text): return text
    case .list(let items): return items.map { part($0) }.joined(separator: ";")
    case .map(let entries):
      return entries.map { "\($0.key):\(part($0.value))" }.joined(separator: ";")
    }
  }

  private mutating func part(_ node: SettingNode) -> String {
    guard let text = node.scalar, !text.contains(";") else {
      faults.append(
        node.fault(
          "a list holds plain texts without ';'", remedy: "write [phonics, maths], for instance"))
      return ""
    }
    return text
  }
}
