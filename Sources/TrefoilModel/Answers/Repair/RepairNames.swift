/// Names of schools and people of whom some have left, and some have come.
public struct RepairNames: Sendable {
  private let before: TrustFacts
  private let after: TrustFacts

  public init(from before: TrustFacts, to after: TrustFacts) {
    self.before = before
    self.after = after
  }

  /// As the trust has it now, or as it had it.
  public func of(_ id: PersonID) -> String {
    after.person(id) == nil ? before.name(id) : after.name(id)
  }

  /// As the trust has it now, or as it had it.
  public func of(_ id: SchoolID) -> String {
    after.school(id) == nil ? before.name(id) : after.name(id)
  }
}
