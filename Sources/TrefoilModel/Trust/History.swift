/// Who met whom in earlier terms.
public struct History: Sendable, Hashable {
  /// One earlier term, with its groups and who rested.
  public struct PastTerm: Sendable, Hashable {
    public let name: String
    /// How many terms before the planned one: 1 is the term just before.
    public let termsAgo: Int
    public let groups: [[SchoolID]]
    public let rested: [SchoolID]

    public init(name: String, termsAgo: Int, groups: [[SchoolID]], rested: [SchoolID]) {
      self.name = name
      self.termsAgo = termsAgo
      self.groups = groups
      self.rested = rested
    }
  }

  /// Latest first.
  public let terms: [PastTerm]

  public init(terms: [PastTerm] = []) {
    self.terms = terms.sorted { $0.termsAgo < $1.termsAgo }
  }
}
