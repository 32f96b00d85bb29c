/// What one plan costs and achieves, all of it computed from the scenario.
public struct PlanFigures: Sendable {
  /// One person's way to one host.
  public struct Journey: Sendable, Hashable {
    public let person: PersonID
    public let from: SchoolID
    public let to: SchoolID
    /// One way, the longer of there and back.
    public let minutes: Int
  }

  /// Person-minutes; nil where there is no plan.
  public let cost: Int?
  /// As the plan states it; nil where it states none, and where it cannot be one of this scenario: for
  /// a plan that breaks rules or costs otherwise than it says, and for a bound above the cost. Beside
  /// other plans no more of it is believed than these leave possible: see ``PlanComparison``.
  public internal(set) var bound: Int?
  public let costs: [RuleKey: Int]
  /// How well the dates suit, summed over rules and terms.
  public let calendar: Int
  /// Rules that the plan breaks.
  public let violations: [Finding]
  /// Schools in groups, in the first term.
  public let schools: Int
  /// People with a duty in any term.
  public let people: Int
  /// The longest journey to a review or a workshop; of several the first in the plan.
  public let worstJourney: Journey?
  /// Pairs in one group that were in one before, counted in each term.
  public let repeatedPairs: Int
  /// Needs of hosts that nobody on the team brings.
  public let unmetNeeds: Int
  /// Openings that are not filled on all their days in all their terms.
  public let unfilledOpenings: Int
  /// Reviews without a day, in terms that have dates.
  public let undatedReviews: Int
  /// Reviews without a champion, where champions are asked for.
  public let reviewsWithoutChampion: Int

  /// O(rules x (visits + pairs)).
  public init(of plan: Plan, facts: TrustFacts) {
    let verification = Verification(of: plan, facts: facts)
    (cost, costs, violations) = (
      verification.cost, verification.costs, verification.violations
    )
    let isOwn =
      verification.violations.isEmpty && (plan.cost == nil || plan.cost == verification.cost)
    bound = plan.bound.flatMap { isOwn && $0 <= verification.cost ?? $0 ? $0 : nil }
    var sums = TermSums()
    for (term, facts) in zip(plan.terms, TermSequence(plan, facts: facts).facts) {
      sums.add(term, facts)
    }
    calendar = sums.calendar
    schools = plan.terms.first?.groups.reduce(0) { $0 + $1.schools.count } ?? 0
    people = sums.people.count
    worstJourney = sums.worst
    repeatedPairs = sums.repeatedPairs
    unmetNeeds = sums.unmetNeeds
    undatedReviews = sums.undated
    reviewsWithoutChampion = sums.withoutChampion
    let secondments = SecondmentFacts(facts)
    let moves = plan.secondments.compactMap { secondments.move($0) }
    unfilledOpenings =
      plan.terms.isEmpty
      ? 0 : secondments.openings.filter { Unfilled.missing(at: $0, in: moves) > 0 }.count
  }

  /// Whether the cost equals the bound.
  public var isProven: Bool { cost != nil && cost == bound }

  /// The share of the cost that could still be saved; nil without a bound.
  public var gap: Double? {
    guard let cost, let bound else { return nil }
    return cost <= 0 ? 0 : Double(cost - bound) / Double(cost)
  }
}

/// Figures summed over the terms of a plan.
private struct TermSums {
  var calendar = 0
  var people: Set<PersonID> = []
  var worst: PlanFigures.Journey?
  var repeatedPairs = 0
  var unmetNeeds = 0
  var undated = 0
  var withoutChampion = 0

  mutating func add(_ term: TermPlan, _ facts: TrustFacts) {
    calendar += Assessment(of: term, facts: facts).calendar.values.reduce(0, +)
    people.formUnion(term.visits(of: facts).map(\.visit.person.id))
    let figures = TermFigures(of: term, facts: facts)
    if let visit = figures.longestVisit, figures.longest > worst?.minutes ?? 0 {
      worst = PlanFigures.Journey(
        person: visit.person.id, from: visit.from.id, to: visit.host.id, minutes: figures.longest)
    }
    repeatedPairs += figures.repeats
    unmetNeeds += Need.unmet(in: term, of: facts).count
    let champions = facts.scenario.rules[Champions.self]
    for (group, host, review) in term.hostedReviews(of: facts) {
      if facts.scenario.term.dates != nil, review.dates.isEmpty { undated += 1 }
      let size = term.groups[group].schools.count
      if review.champions.isEmpty, champions.wanted(at: host.id, groupSize: size, facts: facts) > 0
      {
        withoutChampion += 1
      }
    }
  }
}
