import TrefoilModel

extension BruteForce {
  /// Duties that somebody has in one plan and not in another.
  public static func newDuties(in plan: TermPlan, against other: TermPlan) -> Int {
    Set(duties(of: plan)).subtracting(duties(of: other)).count
  }

  /// The fewest new duties of any plan of least cost; only for three schools, and nil for more, or where
  /// there is no plan.
  public static func fewestNewDuties(
    in scenario: Scenario, against other: TermPlan
  ) throws -> Int? {
    guard scenario.term.dates == nil else { throw Failure.hasDates }
    let facts = TrustFacts(scenario)
    guard facts.participants.count == 3 else { return nil }
    var best: (cost: Int, new: Int)?
    for outline in Outline.all(of: facts) {
      for plan in CompletePlans.all(of: outline, facts: facts) {
        let assessment = Assessment(of: plan, facts: facts)
        guard assessment.violations.isEmpty else { continue }
        let found = (assessment.cost, newDuties(in: plan, against: other))
        if best.map({ found < ($0.cost, $0.new) }) ?? true { best = found }
      }
    }
    return best?.new
  }

  private static func duties(of plan: TermPlan) -> [[String]] {
    plan.groups.flatMap(\.reviews).flatMap { review in
      let host = review.host.rawValue
      return review.reviewers.map { [host, "reviewer", $0.rawValue] }
        + review.champions.map { [host, "champion", $0.rawValue] }
        + (review.workshopLead.map { [[host, "lead", $0.rawValue]] } ?? [])
    }
  }
}
