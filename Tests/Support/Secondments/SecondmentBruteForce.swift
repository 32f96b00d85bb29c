import TrefoilModel

/// The least cost of the secondments of a small scenario, by trying everything.
///
/// For each candidate and each opening: no move, or any number of days over any run of terms; for each
/// move from a school that needs cover anybody who comes there. What keeps the rules, and what it
/// costs, is asked of the verifier's ``SecondmentAssessment`` alone.
public enum SecondmentBruteForce {
  /// Never nil: nobody has to go anywhere.
  public static func leastCost(of scenario: Scenario) -> Int {
    outcomes(of: scenario).map(\.cost).min() ?? .max
  }

  /// What every choice that keeps the rules costs, and how long whoever travels longest does so.
  static func outcomes(of scenario: Scenario) -> Set<WorstOffOracle.Outcome> {
    let facts = SecondmentFacts(TrustFacts(scenario))
    let options = facts.candidates.flatMap { candidate in
      facts.openings.map { self.options(candidate, $0, facts) }
    }.filter { !$0.isEmpty }
    var outcomes: Set<WorstOffOracle.Outcome> = []
    var chosen: [Secondment] = []
    func choose(_ pair: Int) {
      if pair == options.count {
        if let cost = cheapestCover(chosen, facts) {
          let worst = TravelByPerson(of: chosen, facts: facts).worstOff
          outcomes.insert(.init(cost: cost, minutes: worst?.minutes ?? 0))
        }
        return
      }
      choose(pair + 1)
      for option in options[pair] {
        chosen.append(option)
        choose(pair + 1)
        chosen.removeLast()
      }
    }
    choose(0)
    return outcomes
  }

  /// The rules that other moves can mend.
  private static let mendable: Set<RuleKey> = [NeedsCover.key, LeastKept.key]

  private static func options(
    _ candidate: Candidate, _ opening: Opening, _ facts: SecondmentFacts
  ) -> [Secondment] {
    guard let home = facts.trust.person(candidate.person)?.schools.first else { return [] }
    var options: [Secondment] = []
    for first in opening.span {
      for terms in 1...(opening.span.upperBound - first) {
        for days in 1...Opening.mostDays {
          let secondment = Secondment(
            person: candidate.person, opening: opening.id, from: home, to: opening.school,
            days: days, firstTerm: facts.termName(first), terms: terms)
          let violations = SecondmentAssessment(of: [secondment], facts: facts).violations
          if violations.allSatisfy({ mendable.contains($0.rule) }) { options.append(secondment) }
        }
      }
    }
    return options
  }

  /// The cost of these moves, if some choice of who covers whom keeps every rule.
  private static func cheapestCover(_ chosen: [Secondment], _ facts: SecondmentFacts) -> Int? {
    var secondments = chosen
    let needing = secondments.indices.filter {
      facts.trust.school(secondments[$0].from)?.release.needsCover == true
    }
    func cover(_ next: Int) -> Int? {
      if next == needing.count {
        let assessment = SecondmentAssessment(of: secondments, facts: facts)
        return assessment.violations.isEmpty ? assessment.cost : nil
      }
      let place = needing[next]
      for other in secondments.indices where secondments[other].to == secondments[place].from {
        secondments[place].coveredBy = secondments[other].person
        if let cost = cover(next + 1) { return cost }
      }
      return nil
    }
    return cover(0)
  }
}
