import TrefoilModel

/// Reads what is said of one opening: in a row of openings.csv, or in a change file.
struct OpeningCells {
  private static let priorities = Priority.allCases.map { ($0.rawValue, $0) }
  /// What marks a phase or a skill as one that nobody comes without.
  private static let mark: Character = "!"

  let terms: TermCells

  /// The opening of a row, whatever id it gets; nil, with faults, where too little can be read.
  func opening(
    in row: ScenarioRow, known: inout KnownSchools, faults: inout [Fault]
  ) -> (OpeningID) -> Opening? {
    let school = row.required("school", faults: &faults)
      .flatMap { known.find($0, faults: &faults) }
    let role = row.required("role", faults: &faults)?
      .meaning(among: PeopleTable.roles, what: "role", faults: &faults)
    let days = row.required("days", faults: &faults)?.daysAWeek(faults: &faults)
    let phase = row["phase"].flatMap { wantedPhase(in: $0, faults: &faults) }
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
    return { id in
      guard let school, let role, let days, let first, let count else { return nil }
      return Opening(
        id: id, school: school, role: role, phase: phase, skills: skills, days: days,
        firstTerm: first, terms: count, priority: priority ?? .normal)
    }
  }

  private func wanted(_ text: String) -> Wanted<String> {
    text.last == Self.mark
      ? Wanted(ScenarioRow.trimmed(text.dropLast()), isMust: true) : Wanted(text)
  }

  private func wantedPhase(in cell: CSVCell, faults: inout [Fault]) -> Wanted<Phase>? {
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
