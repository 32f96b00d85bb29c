import TrefoilModel

/// The schools that other files may name, with a guess for a name that is none of them.
struct KnownSchools {
  /// Nil when schools.csv could not be read: then every name passes.
  private let ids: Set<SchoolID>?
  private let names: [String]
  /// How many more names may be compared in search of a guess: guessing a thousand wrong names
  /// among a hundred thousand schools would take minutes.
  private var comparisonsLeft = 500_000

  init(_ schools: [SchoolID]?) {
    ids = schools.map(Set.init)
    names = (schools ?? []).map(\.rawValue)
  }

  func contains(_ id: SchoolID) -> Bool { ids?.contains(id) ?? true }

  /// The school of this name, or nil and a fault.
  mutating func find(
    _ text: String, at position: SourcePosition, faults: inout [Fault]
  ) -> SchoolID? {
    let id = SchoolID(text)
    if contains(id) { return id }
    var hint = ""
    if comparisonsLeft >= names.count {
      comparisonsLeft -= names.count
      hint =
        Spelling.nearest(to: text, among: names).map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
    }
    faults.append(
      Fault(
        at: position, problem: "there is no such school", found: text,
        remedy: "\(hint)write an id from schools.csv"))
    return nil
  }

  /// The school that a cell names, or nil and a fault.
  mutating func find(_ cell: CSVCell, faults: inout [Fault]) -> SchoolID? {
    find(cell.text, at: cell.position, faults: &faults)
  }
}
