import TrefoilModel

/// The people that other files may name, principals whom no file names among them, with a guess for a
/// name that is none of them.
struct KnownPeople {
  /// Nil when the people could not be read: then every name passes.
  private let ids: Set<PersonID>?
  private let names: [String]
  /// How many more names may be compared in search of a guess, as for schools.
  private var comparisonsLeft = 500_000

  init(_ ids: Set<PersonID>?) {
    self.ids = ids
    names = (ids ?? []).map(\.rawValue).sorted()
  }

  /// The person of this id, or nil and a fault.
  mutating func find(
    _ text: String, at position: SourcePosition, faults: inout [Fault]
  ) -> PersonID? {
    let id = PersonID(text)
    if ids?.contains(id) ?? true { return id }
    var hint = ""
    if comparisonsLeft >= names.count {
      comparisonsLeft -= names.count
      hint =
        Spelling.nearest(to: text, among: names).map { "did you mean '\(Excerpt.of($0))'? " } ?? ""
    }
    faults.append(
      Fault(
        at: position, problem: "there is no such person", found: text,
        remedy: "\(hint)write an id from people.csv"))
    return nil
  }
}
