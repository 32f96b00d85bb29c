import TrefoilModel

/// Reads `openings.csv` and `candidates.csv`.
struct SecondmentTables {
  private(set) var openings: [Opening] = []
  private(set) var candidates: [Candidate] = []
  private(set) var faults: [Fault] = []

  init(
    in files: inout FolderFiles, settings: SettingsFile, schools: SchoolsTable,
    people: PeopleTable?
  ) {
    let terms = TermCells(settings.terms)
    let openingsBytes = files.optional(OpeningsTable.name)
    let candidatesBytes = files.optional(CandidatesTable.name)
    var known: Set<OpeningID>?
    if let bytes = openingsBytes {
      let table = OpeningsTable(
        bytes, file: files.path(OpeningsTable.name), terms: terms, known: schools.known)
      openings = table.openings
      faults += table.faults
      known = table.isReadable ? Set(openings.map(\.id)) : nil
    }
    guard let bytes = candidatesBytes else { return }
    let table = CandidatesTable(
      bytes, file: files.path(CandidatesTable.name), terms: terms,
      people: people.map { $0.isReadable ? $0.people : nil } ?? [], openings: known ?? [],
      knowsOpenings: openingsBytes == nil || known != nil)
    candidates = table.candidates
    faults += table.faults
  }
}
