import TrefoilModel

/// Reads `advocates.csv`: trustees who visit and champion schools.
struct AdvocatesTable {
  static let name = "advocates.csv"
  static let layout = TableLayout(
    required: ["id", "name"],
    optional: [
      "near", "latitude", "longitude", "easting", "northing", "schools", "ties", "past",
    ],
    otherNames: [
      "lat": "latitude", "lon": "longitude", "long": "longitude", "lng": "longitude",
      "most": "schools", "conflicts": "ties", "history": "past",
    ])
  static let mostSchools = 1_000

  private(set) var trustees: [Trustee] = []
  private(set) var faults: [Fault]
  private let places: PlaceCells
  /// A school whose place nobody knows, if there is one.
  private let placeless: School?
  private var known: KnownSchools
  private var lines: [TrusteeID: Int] = [:]

  init(_ bytes: [UInt8], file: String, schools: SchoolsTable) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    places = PlaceCells(table: table)
    placeless = schools.placeless.first
    known = schools.known
    for row in table.rows { read(row) }
  }

  private mutating func read(_ row: ScenarioRow) {
    let home = home(in: row)
    let most = row["schools"]?
      .whole(in: 0...Self.mostSchools, what: "the number of schools", faults: &faults)
    let ties = row["ties"].map { known.list($0, faults: &faults) } ?? []
    let past = row["past"].map { known.turns($0, faults: &faults) } ?? []
    let name = row.required("name", faults: &faults)?.text
    guard let cell = row.identifier(faults: &faults) else { return }
    let id = TrusteeID(cell.text)
    if let line = lines[id] {
      faults.append(
        cell.fault(
          "this id has another trustee already, in line \(line)",
          remedy: "give each trustee an id of their own"))
      return
    }
    lines[id] = cell.position.line
    guard let home else { return }
    trustees.append(
      Trustee(
        id: id, name: name ?? id.rawValue, home: home, most: most, ties: ties, past: past))
  }

  private mutating func home(in row: ScenarioRow) -> Trustee.Home? {
    let place = places.read(row, faults: &faults)
    let isTried = places.areTried(row)
    if let cell = row["near"] {
      if isTried {
        faults.append(
          cell.fault(
            "the trustee has a place and is near a school as well", remedy: "clear one of the two"))
      }
      return known.find(cell, faults: &faults).map { .near($0) }
    }
    if !isTried {
      faults.append(
        Fault(
          at: row.position("id"), problem: "nothing says where the trustee lives",
          found: row["id"]?.text,
          remedy: "write latitude and longitude, easting and northing, or in 'near' the id of the "
            + "closest school"))
    }
    if isTried, let school = placeless {
      faults.append(
        Fault(
          at: row.position("id"),
          problem: "the journey to \(Excerpt.of(school.id.rawValue)), which has no place, is not "
            + "known", found: row["id"]?.text,
          remedy: "give the school a place, or write in 'near' the id of the closest school"))
    }
    return place.map { .place($0) }
  }
}

extension KnownSchools {
  /// The schools that a cell lists, each once.
  mutating func list(_ cell: CSVCell, faults: inout [Fault]) -> [SchoolID] {
    let ids = cell.list.compactMap { find($0, at: cell.position, faults: &faults) }
    if Set(ids).count < ids.count {
      faults.append(cell.fault("the same school stands twice", remedy: "write it once"))
    }
    return ids
  }

  /// Schools that had a turn before, the latest first: one a term unless `ash:2` says how many terms
  /// ago it was.
  mutating func turns(_ cell: CSVCell, faults: inout [Fault]) -> [PastTurn] {
    cell.list.enumerated().compactMap { index, text in
      guard !contains(SchoolID(text)), let colon = text.lastIndex(of: ":") else {
        return find(text, at: cell.position, faults: &faults)
          .map { PastTurn(school: $0, termsAgo: index + 1) }
      }
      let number = ScenarioRow.trimmed(text[text.index(after: colon)...])
      let school = find(
        ScenarioRow.trimmed(text[..<colon]), at: cell.position, faults: &faults)
      guard let terms = Int(number), (1...60).contains(terms) else {
        faults.append(
          Fault(
            at: cell.position, problem: "this is no number of terms", found: text,
            remedy: "write ash:2 for two terms ago, up to 60"))
        return nil
      }
      return school.map { PastTurn(school: $0, termsAgo: terms) }
    }
  }
}
