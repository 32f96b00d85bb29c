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
  /// A person who knows no phase at all.
  static let noPhases = "none"
  static let mostDuties = 1000

  private(set) var people: [Person] = []
  private(set) var faults: [Fault]
  private(set) var known: KnownSchools
  let isReadable: Bool

  private let terms: [TermDates]
  /// Where each person's row begins.
  private(set) var positions: [PersonID: SourcePosition] = [:]
  private var heads: [SchoolID: PersonID] = [:]

  /// Reads the people; days outside the terms are faults when these have dates. Linear.
  init(_ bytes: [UInt8], file: String, terms: [TermDates], known: KnownSchools) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    isReadable = table.isReadable
    self.terms = terms
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
    let name = row.required("name", faults: &faults)?.text
    let schools = home(in: row)
    let roles = heldRoles(in: row)
    let phases = row["phases"].map { knownPhases(in: $0) }
    let capacity = row["capacity"]?
      .whole(in: 0...Self.mostDuties, what: "the capacity", faults: &faults)
    let (days, weekdays) = absences(in: row["unavailable"])
    let conflicts = row["conflicts"].map { find($0) } ?? []
    let seconded = secondment(in: row, from: schools)
    guard let id = identifier(in: row) else { return }
    if roles.contains(.principal) { noteHead(id, of: schools, in: row) }
    people.append(
      Person(
        id: id, name: name ?? id.rawValue, schools: schools, roles: roles, phases: phases,
        capacity: capacity, unavailable: days, nonWorking: weekdays, conflicts: conflicts,
        seconded: seconded))
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

  private mutating func find(_ cell: CSVCell) -> [SchoolID] {
    cell.list.compactMap { known.find($0, at: cell.position, faults: &faults) }
  }

  private mutating func home(in row: ScenarioRow) -> [SchoolID] {
    guard let cell = row.required("school", faults: &faults) else { return [] }
    let schools = find(cell)
    if Set(schools).count < schools.count {
      faults.append(cell.fault("the same school stands twice", remedy: "write it once"))
    }
    return schools
  }

  private mutating func heldRoles(in row: ScenarioRow) -> [Role] {
    guard let cell = row.required("role", faults: &faults) else { return [] }
    var roles: [Role] = []
    for word in cell.list {
      let role = CSVCell.meaning(
        of: word, among: Self.roles, at: cell.position, what: "role", faults: &faults)
      if let role, !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  private mutating func knownPhases(in cell: CSVCell) -> PhaseSet {
    if cell.text.lowercased() == Self.noPhases { return [] }
    return cell.list.reduce(into: PhaseSet()) { known, word in
      let phase = CSVCell.meaning(
        of: word, among: SchoolsTable.phases, at: cell.position, what: "phase", faults: &faults)
      known.formUnion(phase?.taught ?? [])
    }
  }

  /// Days, runs of days and weekdays, mixed in one cell.
  private mutating func absences(in cell: CSVCell?) -> (DaySet, WeekdaySet) {
    guard let cell else { return (DaySet(), []) }
    var weekdays = WeekdaySet()
    var ranges: [DayRange] = []
    for part in cell.list {
      if let weekday = Weekday(reading: part) {
        weekdays.insert(WeekdaySet(weekday))
      } else if let range = DayRange(reading: part) {
        if let fault = CSVCell.outside(range, terms: terms, at: cell.position) {
          faults.append(fault)
        }
        ranges.append(range)
      } else {
        faults.append(
          Fault(
            at: cell.position, problem: "this is no day, no run of days and no weekday",
            found: part, remedy: "write 2026-10-26, 2026-10-26..2026-10-30 or Fri"))
      }
    }
    return (DaySet(ranges), weekdays)
  }

  private mutating func secondment(in row: ScenarioRow, from home: [SchoolID]) -> SchoolID? {
    guard let cell = row["seconded"], let school = known.find(cell, faults: &faults) else {
      return nil
    }
    if home.contains(school) {
      faults.append(
        cell.fault(
          "nobody is seconded to a school of their own", remedy: "clear the cell"))
    }
    return school
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
