import TrefoilModel

/// Reads what is said of one person: in a row of people.csv, or in a change file.
struct PersonCells {
  /// A person who knows no phase at all.
  static let noPhases = "none"
  private static let mostDuties = 1000

  let terms: [TermDates]

  /// The person of a row, whatever id they get; without a name they are called by their id.
  func person(
    in row: ScenarioRow, known: inout KnownSchools, faults: inout [Fault]
  ) -> (PersonID) -> Person {
    let name = row.required("name", faults: &faults)?.text
    let schools = row.required("school", faults: &faults).map {
      Self.home(in: $0, known: &known, faults: &faults)
    }
    let roles = row.required("role", faults: &faults).map { Self.roles(in: $0, faults: &faults) }
    let parts = parts(in: row, home: schools ?? [], known: &known, faults: &faults)
    return { id in
      var person = Person(
        id: id, name: name ?? id.rawValue, schools: schools ?? [], roles: roles ?? [])
      person.set(parts)
      return person
    }
  }

  /// Everything that a row states beside id, name, school and role; what is blank is cleared.
  ///
  /// - Parameter home: the person's own schools, where they are known.
  func parts(
    in row: ScenarioRow, home: [SchoolID], known: inout KnownSchools, faults: inout [Fault]
  ) -> [PersonPart] {
    var parts: [PersonPart] = []
    if row.states("phases") {
      parts.append(.phases(row["phases"].map { Self.phases(in: $0, faults: &faults) }))
    }
    if row.states("capacity") {
      parts.append(
        .capacity(
          row["capacity"]?
            .whole(in: 0...Self.mostDuties, what: "the capacity", faults: &faults)))
    }
    if row.states("unavailable") {
      let (days, weekdays) = absences(in: row["unavailable"], faults: &faults)
      parts.append(.unavailable(days, weekdays))
    }
    if row.states("conflicts") {
      parts.append(
        .conflicts(row["conflicts"].map { Self.find($0, &known, &faults) } ?? []))
    }
    if row.states("seconded") {
      parts.append(.seconded(Self.secondment(in: row, from: home, &known, &faults)))
    }
    return parts
  }

  private static func find(
    _ cell: CSVCell, _ known: inout KnownSchools, _ faults: inout [Fault]
  ) -> [SchoolID] {
    cell.list.compactMap { known.find($0, at: cell.position, faults: &faults) }
  }

  /// The schools that a person belongs to.
  static func home(
    in cell: CSVCell, known: inout KnownSchools, faults: inout [Fault]
  ) -> [SchoolID] {
    let schools = find(cell, &known, &faults)
    if Set(schools).count < schools.count {
      faults.append(cell.fault("the same school stands twice", remedy: "write it once"))
    }
    return schools
  }

  /// The roles that a cell lists, each once.
  static func roles(in cell: CSVCell, faults: inout [Fault]) -> [Role] {
    var roles: [Role] = []
    for word in cell.list {
      let role = CSVCell.meaning(
        of: word, among: PeopleTable.roles, at: cell.position, what: "role", faults: &faults)
      if let role, !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// The phases that a cell lists; none for the word `none`.
  static func phases(in cell: CSVCell, faults: inout [Fault]) -> PhaseSet {
    if cell.text.lowercased() == noPhases { return [] }
    return cell.list.reduce(into: PhaseSet()) { known, word in
      let phase = CSVCell.meaning(
        of: word, among: SchoolsTable.phases, at: cell.position, what: "phase", faults: &faults)
      known.formUnion(phase?.taught ?? [])
    }
  }

  /// Days, runs of days and weekdays, mixed in one cell.
  private func absences(in cell: CSVCell?, faults: inout [Fault]) -> (DaySet, WeekdaySet) {
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

  private static func secondment(
    in row: ScenarioRow, from home: [SchoolID], _ known: inout KnownSchools,
    _ faults: inout [Fault]
  ) -> SchoolID? {
    guard let cell = row["seconded"], let school = known.find(cell, faults: &faults) else {
      return nil
    }
    if home.contains(school) {
      faults.append(
        cell.fault("nobody is seconded to a school of their own", remedy: "clear the cell"))
    }
    return school
  }
}
