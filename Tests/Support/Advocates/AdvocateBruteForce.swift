import TrefoilModel

/// The least cost of the advocates of a small scenario, by trying every trustee, and nobody, at every
/// school; what holds and what it costs is asked of ``AdvocateAssessment`` alone.
public enum AdvocateBruteForce {
  /// Never nil: no school needs to have an advocate.
  public static func leastCost(of scenario: Scenario) -> Int {
    let facts = AdvocateFacts(TrustFacts(scenario))
    var best = Int.max
    var pairs: [Advocacy] = []
    func choose(_ school: Int) {
      if school == facts.schools.count {
        let assessment = AdvocateAssessment(of: pairs, facts: facts)
        if assessment.violations.isEmpty { best = min(best, assessment.cost) }
        return
      }
      choose(school + 1)
      for trustee in facts.trustees {
        pairs.append(Advocacy(trustee: trustee.id, school: facts.schools[school].id))
        choose(school + 1)
        pairs.removeLast()
      }
    }
    choose(0)
    return best
  }
}
