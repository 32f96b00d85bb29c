import TrefoilModel

/// Reads `openings.csv`: places for people on secondment.
struct OpeningsTable {
  static let name = "openings.csv"
  static let layout = TableLayout(
    required: ["id", "school", "role", "days"],
    optional: ["phase", "skills", "first-term", "terms", "priority"],
    otherNames: ["fte": "days", "term": "first-term", "roles": "role"])

  private(set) var openings: [Opening] = []
  private(set) var faults: [Fault]
  let isReadable: Bool
  private let cells: OpeningCells
  private var known: KnownSchools
  private var lines: [OpeningID: Int] = [:]
  private let filled: [OpeningID: String]

  /// - Parameter filled: openings that an earlier plan filled, with the term of that plan.
  init(
    _ bytes: [UInt8], file: String, terms: TermCells, known: KnownSchools,
    filled: [OpeningID: String] = [:]
  ) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    isReadable = table.isReadable
    cells = OpeningCells(terms: terms)
    self.known = known
    self.filled = filled
    for row in table.rows { read(row) }
  }

  private mutating func read(_ row: ScenarioRow) {
    // Such a row goes, whatever else is in it.
    if let cell = row["id"], let term = filled[OpeningID(cell.text)] {
      faults.append(
        cell.fault(
          "the plan published for \(Excerpt.of(term)) sends somebody to this opening",
          remedy: "take the row out; give what is still open of it a row with an id of its own"))
      return
    }
    let opening = cells.opening(in: row, known: &known, faults: &faults)
    guard let cell = row.identifier(faults: &faults) else { return }
    let id = OpeningID(cell.text)
    if let line = lines[id] {
      faults.append(
        cell.fault(
          "this id has another opening already, in line \(line)",
          remedy: "give each opening an id of its own"))
      return
    }
    lines[id] = cell.position.line
    if let opening = opening(id) { openings.append(opening) }
  }
}
