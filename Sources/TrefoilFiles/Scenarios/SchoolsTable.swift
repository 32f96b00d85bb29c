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
  static let standings = Standing.allCases.map { ($0.rawValue, $0) }
  static let answers = [("yes", true), ("no", false), ("true", true), ("false", false)]
  static let mostPupils = 100_000

  private(set) var schools: [School] = []
  private(set) var faults: [Fault]
  /// Where each school's row begins.
  private(set) var positions: [SchoolID: SourcePosition] = [:]
  /// Schools for which the table gives no place and should have, unless travel.csv covers them.
  private(set) var placeless: [School] = []
  let isReadable: Bool

  private let terms: [TermDates]
  private let places: PlaceCells
  private let isPlaceNeeded: Bool

  /// Reads the schools; days outside the terms are faults when these have dates. Linear.
  init(_ bytes: [UInt8], file: String, terms: [TermDates], hasTravelTable: Bool) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    isReadable = table.isReadable
    self.terms = terms
    places = PlaceCells(table: table)
    isPlaceNeeded = hasTravelTable || places.arePossible
    if isReadable, !hasTravelTable { faults += places.missingColumns }
    for row in table.rows { read(row) }
  }

  /// The schools that other files may name.
  var known: KnownSchools { KnownSchools(isReadable ? schools.map(\.id) : nil) }

  /// The engine keeps what a review should bring in a word of 64 bits.
  private static let mostNeeds = 60

  private mutating func read(_ row: ScenarioRow) {
    let place = places.read(row, faults: &faults)
    let phase = required("phase", in: row)?
      .meaning(among: Self.phases, what: "phase", faults: &faults)
    let standing = row["standing"]?
      .meaning(among: Self.standings, what: "standing", faults: &faults)
    let participates = row["participates"]?
      .meaning(among: Self.answers, what: "answer", faults: &faults)
    let size = row["size"]?.whole(in: 0...Self.mostPupils, what: "the size", faults: &faults)
    let closed = row["closed"]?.dayRanges(terms: terms, faults: &faults) ?? []
    let release = release(in: row)
    if let needs = row["needs"], needs.list.count > Self.mostNeeds {
      faults.append(
        needs.fault(
          "the school has more than \(Self.mostNeeds) needs",
          remedy: "name the ones that matter most"))
    }
    let name = required("name", in: row)?.text
    guard let id = identifier(in: row) else { return }
    positions[id] = row.position("id")
    let school = School(
      id: id, name: name ?? id.rawValue, phase: phase ?? .primary, place: place,
      hub: row["hub"]?.text, standing: standing ?? .balanced,
      strengths: row["strengths"]?.list ?? [], needs: row["needs"]?.list ?? [], size: size,
      closed: DaySet(closed), participates: participates ?? true,
      release: release)
    schools.append(school)
    if isPlaceNeeded, !places.areTried(row) { placeless.append(school) }
  }

  /// What the school says about leaders who are seconded from it.
  private mutating func release(in row: ScenarioRow) -> Release {
    let most = row["most-out"]?.whole(in: 0...1_000, what: "the number of people", faults: &faults)
    let needsCover = row["needs-cover"]?
      .meaning(among: Self.answers, what: "answer", faults: &faults)
    var least: [Role: Int] = [:]
    if let cell = row["least-kept"] {
      for part in cell.list {
        let words = part.split(separator: ":", maxSplits: 1).map { ScenarioRow.trimmed($0) }
        guard words.count == 2, let number = Int(words[1]), (0...100).contains(number) else {
          faults.append(
            cell.fault(
              "this is no number of people kept in a role",
              remedy: "write deputy:1, and several separated by ';'"))
          continue
        }
        let role = CSVCell.meaning(
          of: words[0], among: PeopleTable.roles, at: cell.position, what: "role", faults: &faults)
        if let role { least[role] = number }
      }
    }
    return Release(mostOut: most, leastKept: least, needsCover: needsCover ?? false)
  }

  private mutating func required(_ column: String, in row: ScenarioRow) -> CSVCell? {
    row.required(column, faults: &faults)
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
    if columns[column] != nil {
      faults.append(
        Fault(
          at: position(column), problem: "the \(column) is empty",
          remedy: "write the \(column), or remove the row"))
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
