import TrefoilModel

/// Reads `openings.csv`: places for people on secondment.
struct OpeningsTable {
  static let name = "openings.csv"
  static let layout = TableLayout(
    required: ["id", "school", "role", "days"],
    optional: ["phase", "skills", "first-term", "terms", "priority"],
    otherNames: ["fte": "days", "term": "first-term", "roles": "role"])

  private static let priorities = Priority.allCases.map { ($0.rawValue, $0) }
  /// What marks a phase or a skill as one that nobody comes without.
  private static let mark: Character = "!"

  private(set) var openings: [Opening] = []
  private(set) var faults: [Fault]
  let isReadable: Bool
  private let terms: TermCells
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
    self.terms = terms
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
    let school = row.required("school", faults: &faults)
      .flatMap { known.find($0, faults: &faults) }
    let role = row.required("role", faults: &faults)?
      .meaning(among: PeopleTable.roles, what: "role", faults: &faults)
    let days = row.required("days", faults: &faults)?.daysAWeek(faults: &faults)
    let phase = row["phase"].flatMap { wantedPhase(in: $0) }
    let skills = row["skills"]?.list.map { wanted($0) } ?? []
    let first = row["first-term"].map { terms.find($0, faults: &faults) } ?? 0
    let count =
      row["terms"].map {
        $0.whole(in: 1...Scenario.mostTerms, what: "the number of terms", faults: &faults)
      } ?? 1
    let priority = row["priority"]?
      .meaning(among: Self.priorities, what: "priority", faults: &faults)
    if let first, let count, first + count > Scenario.mostTerms, let cell = row["terms"] {
      faults.append(
        cell.fault(
          "the opening ends after the \(Scenario.mostTerms) terms that can be planned",
          remedy: "give fewer terms"))
    }
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
    guard let school, let role, let days, let first, let count else { return }
    openings.append(
      Opening(
        id: id, school: school, role: role, phase: phase, skills: skills, days: days,
        firstTerm: first, terms: count, priority: priority ?? .normal))
  }

  private func wanted(_ text: String) -> Wanted<String> {
    text.last == Self.mark
      ? Wanted(ScenarioRow.trimmed(text.dropLast()), isMust: true) : Wanted(text)
  }

  private mutating func wantedPhase(in cell: CSVCell) -> Wanted<Phase>? {
    let word = wanted(cell.text)
    let phase = CSVCell.meaning(
      of: word.value, among: SchoolsTable.phases, at: cell.position, what: "phase",
      faults: &faults)
    return phase.map { Wanted($0, isMust: word.isMust) }
  }
}

extension CSVCell {
  /// Whole days a week; part of a day has a fault of its own.
  func daysAWeek(faults: inout [Fault]) -> Int? {
    if let part = Double(text), part > 0, part < 1 {
      faults.append(
        fault(
          "less than a whole day a week cannot be seconded",
          remedy: "write 1 for a day a week, 5 for full time; join smaller parts into one opening"))
      return nil
    }
    return whole(in: 1...Opening.mostDays, what: "the number of days a week", faults: &faults)
  }
}
