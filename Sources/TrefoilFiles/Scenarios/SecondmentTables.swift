import TrefoilModel

/// Reads `openings.csv` and `candidates.csv`.
struct SecondmentTables {
  private(set) var openings: [Opening] = []
  private(set) var candidates: [Candidate] = []
  private(set) var faults: [Fault] = []

  init(
    in files: inout FolderFiles, settings: SettingsFile, schools: SchoolsTable,
    people: PeopleTable?, ledger: Ledger
  ) {
    let terms = TermCells(settings.terms)
    let openingsBytes = files.optional(OpeningsTable.name)
    let candidatesBytes = files.optional(CandidatesTable.name)
    var known: Set<OpeningID>?
    if let bytes = openingsBytes {
      let table = OpeningsTable(
        bytes, file: files.path(OpeningsTable.name), terms: terms, known: schools.known,
        filled: Self.filled(in: ledger, terms: terms))
      openings = table.openings
      faults += table.faults
      known = table.isReadable ? Set(openings.map(\.id)) : nil
    }
    guard let bytes = candidatesBytes else { return }
    let table = CandidatesTable(
      bytes, file: files.path(CandidatesTable.name), terms: terms,
      people: people.map { $0.isReadable ? $0.people : nil } ?? [], openings: known ?? [],
      knowsOpenings: openingsBytes == nil || known != nil,
      past: Set(ledger.entries.compactMap(\.opening)))
    candidates = table.candidates
    faults += table.faults
  }

  /// Openings to which a plan of another term sent somebody for the planned term or a later one, with
  /// the name of that plan's term.
  private static func filled(in ledger: Ledger, terms: TermCells) -> [OpeningID: String] {
    var filled: [OpeningID: String] = [:]
    for entry in ledger.entries {
      guard let opening = entry.opening, let published = entry.published,
        terms.place(of: published) != 0, terms.place(of: entry.term) != nil
      else { continue }
      filled[opening] = published
    }
    return filled
  }
}
