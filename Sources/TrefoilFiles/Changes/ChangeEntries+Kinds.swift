import TrefoilModel

/// Reads what each kind of change says.
extension ChangeEntries {
  mutating func kind(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    switch details.word {
    case "remove-school": id(details).map { .removeSchool(SchoolID($0)) }
    case "add-school": addSchool(details)
    case "move-school": moveSchool(details)
    case "change-school": changeSchool(details)
    case "remove-person": id(details).map { .removePerson(PersonID($0)) }
    case "add-person": addPerson(details)
    case "change-person": changePerson(details)
    case "unavailable": absence(details).map { .unavailable($0) }
    case "set-rule": setRule(details)
    case "override": override(details)
    case "pin": groupsAndSeats(details).map { .pin($0) }
    case "forbid": groupsAndSeats(details).map { .forbid($0) }
    case "keep-apart": wish(details).map { .keepApart($0) }
    case "together": wish(details).map { .together($0) }
    case "add-opening": addOpening(details)
    case "remove-opening": id(details).map { .removeOpening(OpeningID($0)) }
    case "add-candidate": addCandidate(details)
    case "remove-candidate": id(details).map { .removeCandidate(PersonID($0)) }
    default: nil
    }
  }

  /// The id that the change is about; nil, with a fault, where there is none.
  private mutating func id(_ details: ChangeDetails) -> String? {
    identifier(details.object, what: details.word)
  }

  private mutating func identifier(_ node: SettingNode?, what: String) -> String? {
    let text = node?.scalar.map { ScenarioRow.trimmed($0) } ?? ""
    guard let node, !node.isEmpty, !text.isEmpty, !text.contains(";") else {
      if let node {
        faults.append(
          node.fault("an id is needed", remedy: "write '\(what): ash', and one id alone"))
      }
      return nil
    }
    return text
  }

  private mutating func row(_ details: ChangeDetails, _ columns: [String]) -> ScenarioRow {
    row(details.fields, columns, at: details.position)
  }

  private mutating func row(
    _ fields: [String: SettingNode], _ columns: [String], at position: SourcePosition
  ) -> ScenarioRow {
    var cells = ChangeCells()
    defer { faults += cells.faults }
    return cells.row(fields, columns: columns, at: position)
  }

  private mutating func rejectEmpty(_ details: ChangeDetails) {
    faults.append(
      details.object.fault(
        "nothing is said to be different",
        remedy: "add one of \(ChangeLayout.parts(of: details.word).joined(separator: ", "))"))
  }

  // MARK: Schools

  private var schoolCells: SchoolCells {
    SchoolCells(terms: dates, places: PlaceCells(table: nil))
  }

  private mutating func addSchool(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    let row = row(details, ChangeLayout.school + ChangeLayout.place)
    let read = schoolCells.school(in: row, faults: &faults)
    guard let id = id(details).map({ SchoolID($0) }) else { return nil }
    var school = read(id)
    // A place that is faulty is some place, so that nobody is told that there is none.
    if school.place == nil, schoolCells.places.areTried(row) {
      school.set(.geographic(latitude: 0, longitude: 0))
    }
    return .addSchool(school, people: details.fields["people"].map { people($0, of: id) } ?? [])
  }

  /// The people whom a school brings along; each belongs to it unless more is said.
  private mutating func people(_ node: SettingNode, of school: SchoolID) -> [Person] {
    guard case .list(let items) = node.content else {
      faults.append(
        node.fault("people must be a list", remedy: "write '- {id: kim, name: ..., role: ...}'"))
      return []
    }
    return items.compactMap { item in
      var reader = SettingReader(rule: "people")
      let fields = reader.fields(item, allowed: ["id"] + ChangeLayout.person)
      faults += reader.faults
      guard var fields else { return nil }
      let home = SettingNode(.scalar(school.rawValue), at: item.position)
      fields["school"] = fields["school"] ?? home
      let read = person(in: row(fields, ChangeLayout.person, at: item.position))
      if fields["id"] == nil {
        faults.append(item.fault("the id is missing", remedy: "write 'id: ...'"))
      }
      return identifier(fields["id"], what: "id").map { read(PersonID($0)) }
    }
  }

  private mutating func moveSchool(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    let row = row(details, ChangeLayout.place)
    let before = faults.count
    let place = schoolCells.places.read(row, faults: &faults)
    if place == nil, faults.count == before { rejectEmpty(details) }
    guard let id = id(details), let place else { return nil }
    return .moveSchool(SchoolID(id), to: place)
  }

  private mutating func changeSchool(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    let row = row(details, ChangeLayout.school)
    var parts: [SchoolPart] = []
    if row.states("name"), let cell = row.required("name", faults: &faults) {
      parts.append(.name(cell.text))
    }
    if row.states("phase"),
      let phase = row.required("phase", faults: &faults)?
        .meaning(among: SchoolsTable.phases, what: "phase", faults: &faults)
    {
      parts.append(.phase(phase))
    }
    let before = faults.count
    parts += schoolCells.parts(in: row, faults: &faults)
    if parts.isEmpty, faults.count == before { rejectEmpty(details) }
    return id(details).map { .changeSchool(SchoolID($0), parts) }
  }

  // MARK: People

  private mutating func person(in row: ScenarioRow) -> (PersonID) -> Person {
    PersonCells(terms: dates).person(in: row, known: &known, faults: &faults)
  }

  private mutating func addPerson(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    let read = person(in: row(details, ChangeLayout.person))
    return id(details).map { .addPerson(read(PersonID($0))) }
  }

  private mutating func changePerson(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    let row = row(details, ChangeLayout.person)
    let before = faults.count
    var parts: [PersonPart] = []
    if row.states("name"), let cell = row.required("name", faults: &faults) {
      parts.append(.name(cell.text))
    }
    if row.states("school"), let cell = row.required("school", faults: &faults) {
      parts.append(.schools(PersonCells.home(in: cell, known: &known, faults: &faults)))
    }
    if row.states("role"), let cell = row.required("role", faults: &faults) {
      parts.append(.roles(PersonCells.roles(in: cell, faults: &faults)))
    }
    parts += PersonCells(terms: dates)
      .parts(in: row, home: [], known: &known, faults: &faults)
    if parts.isEmpty, faults.count == before { rejectEmpty(details) }
    return id(details).map { .changePerson(PersonID($0), parts) }
  }

  private mutating func absence(_ details: ChangeDetails) -> Absence? {
    var reader = SettingReader(rule: "unavailable")
    let words = ["person", "school", "hub"]
    let fields = reader.fields(details.object, allowed: words)
    faults += reader.faults
    let row = row(details, ["days", "acting"])
    let days = days(of: row)
    guard let fields else { return nil }
    let named = words.filter { fields[$0] != nil }
    guard named.count == 1, let word = named.first else {
      faults.append(
        details.object.fault(
          "one person, one school or one hub is away",
          remedy: "write {person: kim}, {school: ash} or {hub: west}"))
      return nil
    }
    guard let id = identifier(fields[word], what: word) else { return nil }
    let who: Absence.Who =
      switch word {
      case "person": .person(PersonID(id))
      case "school": .school(SchoolID(id))
      default: .hub(id)
      }
    return Absence(
      who, days: days, acting: row["acting"].map { PersonID($0.text) })
  }

  /// The days of an absence; nil for all term.
  ///
  /// A blank is a fault: what somebody meant to fill in would close a school for the whole term.
  private mutating func days(of row: ScenarioRow) -> DaySet? {
    guard row.states("days") else { return nil }
    guard let cell = row["days"] else {
      faults.append(
        Fault(
          at: row.position("days"), problem: "the days are blank",
          remedy: "write the days, or take 'days' out for all term"))
      return nil
    }
    if dates.isEmpty {
      faults.append(
        cell.fault(
          "the term has no dates, so that days mean nothing",
          remedy:
            "write when the term starts and ends in scenario.yaml, or take 'days' out for all "
            + "term"))
    }
    return DaySet(cell.dayRanges(terms: dates, faults: &faults))
  }

  // MARK: Secondments

  private mutating func addOpening(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    let row = row(details, ChangeLayout.opening)
    let read = OpeningCells(terms: terms).opening(in: row, known: &known, faults: &faults)
    guard let id = id(details) else { return nil }
    return read(OpeningID(id)).map { .addOpening($0) }
  }

  private mutating func addCandidate(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    let row = row(details, ChangeLayout.candidate)
    let read = CandidateCells(terms: terms).candidate(in: row, faults: &faults)
    for consent in ["consent", "head-consent"] { _ = row.required(consent, faults: &faults) }
    let choices = row["choices"]?.list.map { OpeningID($0) } ?? []
    if let cell = row["choices"], Set(choices).count < choices.count {
      faults.append(cell.fault("the same opening stands twice", remedy: "write it once"))
    }
    return id(details).map { .addCandidate(read(PersonID($0), choices)) }
  }
}
