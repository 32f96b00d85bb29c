import TrefoilModel

/// The least cost of the coaching of a small scenario, by trying everything: for everybody who asks
/// nobody, or anybody at all. What keeps the rules, and what it costs, is asked of the verifier's
/// ``CoachingAssessment`` alone.
public enum CoachingBruteForce {
  /// Nil where no coaching keeps every must, which the rule `coaching-stable` can bring about.
  public static func leastCost(of scenario: Scenario) -> Int? {
    outcomes(of: scenario).map(\.cost).min()
  }

  /// What every coaching that keeps each must costs, and how long whoever travels longest does so.
  static func outcomes(of scenario: Scenario) -> Set<WorstOffOracle.Outcome> {
    let facts = CoachingFacts(TrustFacts(scenario))
    let askers = scenario.coaching.filter { !$0.wants.isEmpty }
    let options = askers.map { asker in
      scenario.coaching.compactMap { other -> CoachingPair? in
        let offered = Set(other.offers.map { $0.lowercased() })
        guard let topic = asker.wants.first(where: { offered.contains($0.lowercased()) }) else {
          return nil
        }
        let pair = CoachingPair(coach: other.person, coachee: asker.person, topic: topic)
        // What one pair breaks by itself no other mends; that it is stable others can.
        let broken = CoachingAssessment(of: [pair], facts: facts).violations.map(\.rule)
        return broken.allSatisfy { $0 == CoachingStable.key } ? pair : nil
      }
    }
    var outcomes: Set<WorstOffOracle.Outcome> = []
    var chosen: [CoachingPair] = []
    func choose(_ place: Int) {
      if place == options.count {
        let assessment = CoachingAssessment(of: chosen, facts: facts)
        guard assessment.violations.isEmpty else { return }
        let worst = TravelByPerson(of: chosen, facts: facts).worstOff
        outcomes.insert(.init(cost: assessment.cost, minutes: worst?.minutes ?? 0))
        return
      }
      choose(place + 1)
      for pair in options[place] {
        chosen.append(pair)
        choose(place + 1)
        chosen.removeLast()
      }
    }
    choose(0)
    return outcomes
  }
}
