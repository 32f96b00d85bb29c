import TrefoilModel

/// Reads `people.csv`.
struct PeopleTable {
  static let name = "people.csv"
  static let layout = TableLayout(
    required: ["id", "name", "school", "role"],
    optional: ["phases", "capacity", "unavailable", "conflicts", "seconded"],
    otherNames: ["schools": "school", "roles": "role", "absent": "unavailable"])

  /// Every word for a role, and what it stands for.
  static let roles: [(String, Role)] =
    Role.allCases.map { ($0.rawValue, $0) } + [
      ("head", .principal), ("headteacher", .principal), ("head-teacher", .principal),
      ("executive-principal", .principal), ("executive-head", .principal),
      ("executive-headteacher", .principal), ("improvement-champion", .champion),
      ("deputy-head", .deputy), ("assistant-head", .assistant),
    ]

  private(set) var people: [Person] = []
  private(set) var faults: [Fault]
  private(set) var known: KnownSchools
  let isReadable: Bool

  private let cells: PersonCells
  /// Where each person's row begins.
  private(set) var positions: [PersonID: SourcePosition] = [:]
  private var heads: [SchoolID: PersonID] = [:]

  /// Reads the people; days outside the terms are faults when these have dates. Linear.
  init(_ bytes: [UInt8], file: String, terms: [TermDates], known: KnownSchools) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    isReadable = table.isReadable
    cells = PersonCells(terms: terms)
    self.known = known
    for row in table.rows { read(row) }
  }

  /// The faults of people whose id is one that a principal gets whom no file names.
  func suppliedFaults(schools: [School]) -> [Fault] {
    schools.filter { heads[$0.id] == nil }.compactMap { school in
      let id = TrustFacts.suppliedPrincipal(of: school.id)
      return positions[id].map { position in
        Fault(
          at: position,
          problem:
            "this id is taken by the principal of \(Excerpt.of(school.id.rawValue)), whom no "
            + "row names", found: id.rawValue,
          remedy: "give this person another id, or name the principal of that school")
      }
    }
  }

  private mutating func read(_ row: ScenarioRow) {
    let person = cells.person(in: row, known: &known, faults: &faults)
    guard let id = identifier(in: row) else { return }
    let read = person(id)
    if read.isPrincipal { noteHead(id, of: read.schools, in: row) }
    people.append(read)
  }

  private mutating func identifier(in row: ScenarioRow) -> PersonID? {
    guard let cell = row.identifier(faults: &faults) else { return nil }
    let id = PersonID(cell.text)
    if let first = positions[id] {
      faults.append(
        cell.fault(
          "this id has another person already, in line \(first.line)",
          remedy: "give each person an id of their own; several roles stand in one cell"))
      return nil
    }
    positions[id] = cell.position
    return id
  }

  private mutating func noteHead(_ id: PersonID, of schools: [SchoolID], in row: ScenarioRow) {
    if Set(schools).count > 2 {
      faults.append(
        Fault(
          at: row.position("school"), problem: "a principal heads \(schools.count) schools",
          found: row["school"]?.text, remedy: "name at most two; supply the others' own principals")
      )
    }
    for school in schools {
      guard let other = heads[school], other != id else {
        heads[school] = id
        continue
      }
      faults.append(
        Fault(
          at: row.position("school"),
          problem: "\(Excerpt.of(school.rawValue)) has a principal already, "
            + "\(Excerpt.of(other.rawValue)) in line \(positions[other]?.line ?? 1)",
          found: school.rawValue, remedy: "keep one; give the other the role deputy"))
    }
  }
}
