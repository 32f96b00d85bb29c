/// The best plans of a term's reviews that differ from one another, the cheapest first.
///
/// Each is the cheapest plan that differs from all before it by at least so many schools. Two plans
/// differ by the schools that are in a group which the other plan has not.
public struct Alternatives: Sendable {
  public struct Alternative: Sendable {
    /// Of the reviews of one term.
    public let plan: Plan
    /// Whether it is proven that no plan costs less that differs so much from those before it.
    public let isProven: Bool

    public init(plan: Plan, isProven: Bool) {
      self.plan = plan
      self.isProven = isProven
    }
  }

  public let facts: TrustFacts
  /// How many terms the scenario plans. Of several these are plans of the first alone, and what they mean
  /// for later ones is not looked at.
  public let termCount: Int
  /// How many were asked for.
  public let count: Int
  /// By how many schools every two of them differ at least.
  public let difference: Int
  public let found: [Alternative]
  /// Whether it is proven that there are no more than those found; false where more were not looked for.
  public let isExhausted: Bool
  /// Why there is no plan at all, or what cut the search short.
  public let notes: [String]

  public init(
    facts: TrustFacts, termCount: Int = 1, count: Int, difference: Int, found: [Alternative],
    isExhausted: Bool, notes: [String]
  ) {
    self.facts = facts
    self.termCount = termCount
    self.count = count
    self.difference = difference
    self.found = found
    self.isExhausted = isExhausted
    self.notes = notes
  }
}

extension TermPlan {
  /// How many schools are in a group that the other plan has not; schools that rest are not counted.
  /// O(schools).
  public func schoolsInOtherGroups(than other: TermPlan) -> Int {
    let known = Set(other.groups.map { Set($0.schools) })
    return groups.reduce(0) { $0 + (known.contains(Set($1.schools)) ? 0 : $1.schools.count) }
  }
}
