import TrefoilModel

/// What the rule `worst-off` has to come to, by looking at every plan there is.
public struct WorstOffOracle: Equatable, Sendable {
  /// A plan that keeps every rule, as far as the rule `worst-off` looks at it.
  public struct Outcome: Hashable, Sendable {
    public let cost: Int
    /// Of the person who travels longest; 0 where nobody travels.
    public let minutes: Int

    public init(cost: Int, minutes: Int) {
      (self.cost, self.minutes) = (cost, minutes)
    }
  }

  /// The least cost of any plan.
  public let cost: Int
  /// The shortest that the longest travel can be in a plan of that cost.
  public let minutes: Int
  /// What the cheapest plans with less cost more; nil where there are none.
  public let price: Int?
  /// How long the longest travel can be in these.
  public let minutesThen: Set<Int>

  /// Nil where there is no plan.
  public init?(_ outcomes: Set<Outcome>) {
    guard let best = outcomes.min(by: { ($0.cost, $0.minutes) < ($1.cost, $1.minutes) }) else {
      return nil
    }
    let shorter = outcomes.filter { $0.minutes < best.minutes }
    let least = shorter.map(\.cost).min()
    (cost, minutes) = (best.cost, best.minutes)
    price = least.map { $0 - best.cost }
    minutesThen = Set(shorter.filter { $0.cost == least }.map(\.minutes))
  }

  /// Every plan of the reviews of one term: only for three schools, four with few champions, or seven
  /// without.
  public static func reviews(of scenario: Scenario) throws -> WorstOffOracle? {
    guard scenario.term.dates == nil else { throw BruteForce.Failure.hasDates }
    let facts = TrustFacts(scenario)
    var outcomes: Set<Outcome> = []
    for outline in Outline.all(of: facts) {
      for plan in CompletePlans.all(of: outline, facts: facts) {
        let assessment = Assessment(of: plan, facts: facts)
        guard assessment.violations.isEmpty else { continue }
        let worst = TravelByPerson(of: plan, facts: facts).worstOff
        outcomes.insert(Outcome(cost: assessment.cost, minutes: worst?.minutes ?? 0))
      }
    }
    return WorstOffOracle(outcomes)
  }

  /// Every coaching of a small scenario.
  public static func coaching(of scenario: Scenario) -> WorstOffOracle? {
    WorstOffOracle(CoachingBruteForce.outcomes(of: scenario))
  }

  /// Every choice of secondments of a small scenario.
  public static func secondments(of scenario: Scenario) -> WorstOffOracle? {
    WorstOffOracle(SecondmentBruteForce.outcomes(of: scenario))
  }
}
