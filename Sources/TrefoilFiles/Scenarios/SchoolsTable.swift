import TrefoilModel

/// Reads `schools.csv`.
///
/// A row with a fault is a school all the same, as far as it goes, so that other files that name
/// it are not blamed for that.
struct SchoolsTable {
  static let name = "schools.csv"
  static let layout = TableLayout(
    required: ["id", "name", "phase"],
    optional: [
      "latitude", "longitude", "easting", "northing", "hub", "standing", "strengths", "needs",
      "size", "closed", "participates", "most-out", "least-kept", "needs-cover",
    ],
    otherNames: ["lat": "latitude", "lon": "longitude", "long": "longitude", "lng": "longitude"])

  static let phases = Phase.allCases.map { ($0.rawValue, $0) }
  static let answers = [("yes", true), ("no", false), ("true", true), ("false", false)]

  private(set) var schools: [School] = []
  private(set) var faults: [Fault]
  /// Where each school's row begins.
  private(set) var positions: [SchoolID: SourcePosition] = [:]
  /// Schools for which the table gives no place and should have, unless travel.csv covers them.
  private(set) var placeless: [School] = []
  let isReadable: Bool

  private let cells: SchoolCells
  private let isPlaceNeeded: Bool

  /// Reads the schools; days outside the terms are faults when these have dates. Linear.
  init(_ bytes: [UInt8], file: String, terms: [TermDates], hasTravelTable: Bool) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    isReadable = table.isReadable
    let places = PlaceCells(table: table)
    cells = SchoolCells(terms: terms, places: places)
    isPlaceNeeded = hasTravelTable || places.arePossible
    if isReadable, !hasTravelTable { faults += places.missingColumns }
    for row in table.rows { read(row) }
  }

  /// The schools that other files may name.
  var known: KnownSchools { KnownSchools(isReadable ? schools.map(\.id) : nil) }

  private mutating func read(_ row: ScenarioRow) {
    let school = cells.school(in: row, faults: &faults)
    guard let id = identifier(in: row) else { return }
    positions[id] = row.position("id")
    schools.append(school(id))
    if isPlaceNeeded, !cells.places.areTried(row) { placeless.append(school(id)) }
  }

  private mutating func identifier(in row: ScenarioRow) -> SchoolID? {
    guard let cell = row.identifier(faults: &faults) else { return nil }
    let id = SchoolID(cell.text)
    if let first = positions[id] {
      faults.append(
        cell.fault(
          "this id has another school already, in line \(first.line)",
          remedy: "give each school an id of its own"))
      return nil
    }
    return id
  }
}

extension ScenarioRow {
  /// A cell that may not be blank; nothing is said where the column itself is missing, which is a
  /// fault of the header.
  func required(_ column: String, faults: inout [Fault]) -> CSVCell? {
    if let cell = self[column] { return cell }
    if has(column) {
      faults.append(
        Fault(
          at: position(column), problem: "the \(column) is empty", remedy: remedy(writing: column)))
    }
    return nil
  }

  /// The cell of the column `id`.
  func identifier(faults: inout [Fault]) -> CSVCell? {
    guard let cell = required("id", faults: &faults) else { return nil }
    if cell.text.contains(";") {
      faults.append(
        cell.fault("an id cannot contain ';', which separates ids in lists", remedy: "rename it"))
    }
    return cell
  }
}
