import TrefoilModel

/// Reads `candidates.csv`: people who may be seconded.
struct CandidatesTable {
  static let name = "candidates.csv"
  static let layout = TableLayout(
    required: ["person", "days", "consent", "head-consent"],
    optional: [
      "roles", "phases", "skills", "from", "until", "commute-limit", "aim", "choices", "acting",
    ],
    otherNames: ["id": "person", "role": "roles", "fte": "days", "phase": "phases"])

  static let mostMinutes = 1_000

  private(set) var candidates: [Candidate] = []
  private(set) var faults: [Fault]
  private let terms: TermCells
  /// Nil where people.csv could not be read: then every name passes.
  private let people: [PersonID: Person]?
  private let openings: Set<OpeningID>
  private let knowsOpenings: Bool
  /// Openings that earlier plans filled; whoever named one has no choice among them any more.
  private let past: Set<OpeningID>
  private var lines: [PersonID: Int] = [:]

  init(
    _ bytes: [UInt8], file: String, terms: TermCells, people: [Person]?, openings: Set<OpeningID>,
    knowsOpenings: Bool, past: Set<OpeningID> = []
  ) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    self.terms = terms
    self.people = people.map { people in
      Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    }
    self.openings = openings
    self.knowsOpenings = knowsOpenings
    self.past = past.subtracting(openings)
    let rows = table.rows
    for row in rows { read(row) }
    for row in rows { checkActing(row) }
  }

  private mutating func read(_ row: ScenarioRow) {
    let days = row.required("days", faults: &faults)?.daysAWeek(faults: &faults)
    let roles = row["roles"].map { held(in: $0) } ?? []
    let phases = row["phases"].map { known(in: $0) }
    // Whoever was on offer from an earlier term is on offer now.
    let from =
      row["from"].map { terms.isOver($0) ? 0 : terms.find($0, faults: &faults) } ?? 0
    let until = row["until"].flatMap { terms.find($0, faults: &faults) }
    if let from, let until, until < from, let cell = row["until"] {
      faults.append(
        cell.fault("the last term is before the first", remedy: "write the first term in 'from'"))
    }
    let limit = row["commute-limit"]?
      .whole(in: 0...Self.mostMinutes, what: "the limit in minutes", faults: &faults)
    let consent = answer("consent", in: row)
    let release = answer("head-consent", in: row)
    let choices = row["choices"].map { ranked(in: $0) } ?? []
    guard let cell = row.required("person", faults: &faults) else { return }
    let id = PersonID(cell.text)
    guard isKnown(id, cell) else { return }
    if let line = lines[id] {
      faults.append(
        cell.fault(
          "this person is a candidate already, in line \(line)", remedy: "keep one of the rows"))
      return
    }
    lines[id] = cell.position.line
    candidates.append(
      Candidate(
        person: id, roles: roles, phases: phases, skills: row["skills"]?.list ?? [],
        days: days ?? 1, from: from ?? 0, until: until, commuteLimit: limit, hasConsent: consent,
        hasReleaseConsent: release, aim: row["aim"]?.text, choices: choices,
        acting: row["acting"].map { PersonID($0.text) }))
  }

  private mutating func isKnown(_ id: PersonID, _ cell: CSVCell) -> Bool {
    guard let people, people[id] == nil else { return true }
    let near = Spelling.nearest(to: id.rawValue, among: people.keys.map(\.rawValue).sorted())
    let hint = near.map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
    faults.append(
      cell.fault("there is no such person", remedy: "\(hint)write an id from people.csv"))
    return false
  }

  private mutating func answer(_ column: String, in row: ScenarioRow) -> Bool {
    row[column]?.meaning(among: SchoolsTable.answers, what: "answer", faults: &faults) ?? false
  }

  private mutating func held(in cell: CSVCell) -> [Role] {
    cell.list.compactMap {
      CSVCell.meaning(
        of: $0, among: PeopleTable.roles, at: cell.position, what: "role", faults: &faults)
    }
  }

  private mutating func known(in cell: CSVCell) -> PhaseSet {
    if cell.text.lowercased() == PeopleTable.noPhases { return [] }
    return cell.list.reduce(into: PhaseSet()) { known, word in
      let phase = CSVCell.meaning(
        of: word, among: SchoolsTable.phases, at: cell.position, what: "phase", faults: &faults)
      known.formUnion(phase?.taught ?? [])
    }
  }

  private mutating func ranked(in cell: CSVCell) -> [OpeningID] {
    let ids = cell.list.map { OpeningID($0) }.filter { !past.contains($0) }
    for id in ids where knowsOpenings && !openings.contains(id) {
      let near = Spelling.nearest(to: id.rawValue, among: openings.map(\.rawValue).sorted())
      let hint = near.map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
      faults.append(
        Fault(
          at: cell.position, problem: "there is no such opening", found: id.rawValue,
          remedy: "\(hint)write ids from openings.csv"))
    }
    if Set(ids).count < ids.count {
      faults.append(cell.fault("the same opening stands twice", remedy: "write it once"))
    }
    return ids
  }

  /// A principal away most of the week leaves somebody in charge, who stays.
  private mutating func checkActing(_ row: ScenarioRow) {
    guard let people, let cell = row["person"], let person = people[PersonID(cell.text)] else {
      return
    }
    let candidate = candidates.first { $0.person == person.id }
    guard let acting = row["acting"] else {
      if person.isPrincipal, candidate?.days ?? 0 >= Scenario.daysOfAbsence {
        faults.append(
          Fault(
            at: row.position("person"),
            problem:
              "a principal who may be away \(Scenario.daysOfAbsence) days a week or more has "
              + "nobody to act in their place", found: cell.text,
            remedy: "name one of the school in the column 'acting', or offer fewer days"))
      }
      return
    }
    guard let stand = people[PersonID(acting.text)] else {
      faults.append(
        acting.fault("there is no such person", remedy: "write an id from people.csv"))
      return
    }
    if stand.id == person.id || Set(stand.schools).isDisjoint(with: person.schools) {
      faults.append(
        acting.fault(
          "this is nobody else of the same school", remedy: "name somebody of that school"))
    } else if candidates.contains(where: { $0.person == stand.id }) {
      faults.append(
        acting.fault(
          "this person is a candidate too, and may be away as well",
          remedy: "name somebody who stays"))
    }
  }
}
