import TrefoilModel

/// Reads what is said of one candidate: in a row of candidates.csv, or in a change file.
struct CandidateCells {
  private static let mostMinutes = 1_000

  let terms: TermCells

  /// The candidate of a row, whoever it is and whatever they choose.
  func candidate(
    in row: ScenarioRow, faults: inout [Fault]
  ) -> (PersonID, [OpeningID]) -> Candidate {
    let days = row.required("days", faults: &faults)?.daysAWeek(faults: &faults)
    let roles = row["roles"].map { PersonCells.roles(in: $0, faults: &faults) } ?? []
    let phases = row["phases"].map { PersonCells.phases(in: $0, faults: &faults) }
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
    let consent = answer("consent", in: row, faults: &faults)
    let release = answer("head-consent", in: row, faults: &faults)
    return { person, choices in
      Candidate(
        person: person, roles: roles, phases: phases, skills: row["skills"]?.list ?? [],
        days: days ?? 1, from: from ?? 0, until: until, commuteLimit: limit, hasConsent: consent,
        hasReleaseConsent: release, aim: row["aim"]?.text, choices: choices,
        acting: row["acting"].map { PersonID($0.text) })
    }
  }

  private func answer(_ column: String, in row: ScenarioRow, faults: inout [Fault]) -> Bool {
    row[column]?.meaning(among: SchoolsTable.answers, what: "answer", faults: &faults) ?? false
  }
}
