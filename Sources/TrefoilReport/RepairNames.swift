import TrefoilModel

/// Names of schools and people of whom some have left, and some have come.
struct RepairNames {
  private let before: TrustFacts
  private let after: TrustFacts

  init(from before: TrustFacts, to after: TrustFacts) {
    self.before = before
    self.after = after
  }

  func of(_ id: PersonID) -> String {
    after.person(id) == nil ? before.name(id) : after.name(id)
  }

  func of(_ id: SchoolID) -> String {
    after.school(id) == nil ? before.name(id) : after.name(id)
  }
}
