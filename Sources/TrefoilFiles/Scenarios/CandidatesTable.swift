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

  private(set) var candidates: [Candidate] = []
  private(set) var faults: [Fault]
  private let cells: CandidateCells
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
    cells = CandidateCells(terms: terms)
    self.people = people.map { people in
      Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    }
    self.openings = openings
    self.knowsOpenings = knowsOpenings
    self.past = past.subtracting(openings)
    let rows = table.rows
    for row in rows { read(row) }
    let found = Dictionary(candidates.map { ($0.person, $0) }) { first, _ in first }
    let ids = Set(found.keys)
    for row in rows { checkActing(row, found, ids) }
  }

  private mutating func read(_ row: ScenarioRow) {
    let candidate = cells.candidate(in: row, faults: &faults)
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
    candidates.append(candidate(id, choices))
  }

  private mutating func isKnown(_ id: PersonID, _ cell: CSVCell) -> Bool {
    guard let people, people[id] == nil else { return true }
    let near = Spelling.nearest(to: id.rawValue, among: people.keys.map(\.rawValue).sorted())
    let hint = near.map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
    faults.append(
      cell.fault("there is no such person", remedy: "\(hint)write an id from people.csv"))
    return false
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

  private mutating func checkActing(
    _ row: ScenarioRow, _ found: [PersonID: Candidate], _ ids: Set<PersonID>
  ) {
    guard let people, let cell = row["person"],
      let candidate = found[PersonID(cell.text)],
      let wrong = candidate.faultOfActing(among: people, candidates: ids)
    else { return }
    faults.append((row["acting"] ?? cell).fault(wrong.problem, remedy: wrong.remedy))
  }
}
