import TrefoilModel

/// A trust that was asked for and that a register does not have, or has several times.
public struct NoSuchTrust: Error, Sendable, CustomStringConvertible {
  /// What was asked for.
  public let text: String
  /// The trusts that may be meant.
  public let candidates: [Register.Trust]
  /// Whether all of them fit, rather than none.
  public let isAmbiguous: Bool

  /// The error on one line, with the first few that may be meant.
  public var description: String {
    let shown = candidates.prefix(5).map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
    let more = candidates.count > 5 ? " and \(candidates.count - 5) more" : ""
    let name = Excerpt.of(text)
    if isAmbiguous {
      return Excerpt.escaped("several trusts are called '\(name)': \(shown)\(more); give the id")
    }
    let hint =
      candidates.isEmpty ? "give an id or a name from the register" : "did you mean \(shown)?"
    return Excerpt.escaped("there is no trust '\(name)'; \(hint)")
  }
}
