/// Figures of a term's plan that people look at beside its cost, and that no rule's price changes.
public struct TermFigures: Sendable {
  /// The longer way of the longest journey of anybody, in minutes; 0 where nobody travels.
  public let longest: Int
  /// The first visit of the plan with such a journey.
  public let longestVisit: Visit?
  /// Pairs of schools in one group that were in one group before, in any term of the history.
  public let repeats: Int

  /// O(visits + pairs).
  public init(of plan: TermPlan, facts: TrustFacts) {
    var longest = 0
    var longestVisit: Visit?
    for planned in plan.visits(of: facts) {
      let visit = planned.visit
      let minutes = max(
        facts.minutes(from: visit.from, to: visit.host),
        facts.minutes(from: visit.host, to: visit.from))
      if minutes > longest { (longest, longestVisit) = (minutes, visit) }
    }
    self.longest = longest
    self.longestVisit = longestVisit
    repeats = plan.groups.reduce(0) { sum, group in
      sum + group.schools.pairs.count { !facts.meetings($0, $1).isEmpty }
    }
  }
}
