/// Who travels longest in a part of a plan, and what it would cost that nobody travels so long.
public struct WorstOff: Sendable, Hashable {
  /// A plan in which nobody travels so long.
  public struct Relief: Sendable, Hashable {
    /// Person-minutes that every such plan costs more, at least 1.
    public var price: Int
    /// Who travels longest in one that costs no more than that, and how long; nil and 0 where nobody
    /// travels at all.
    public var person: PersonID?
    public var minutes: Int

    public init(price: Int, person: PersonID?, minutes: Int) {
      self.price = price
      self.person = person
      self.minutes = minutes
    }
  }

  public var person: PersonID
  /// As ``TravelByPerson`` counts them.
  public var minutes: Int
  /// Whether it is proven that in every plan of this cost somebody travels as long.
  public var isProven: Bool
  /// Whether it is proven that in every plan, whatever it costs, somebody travels as long.
  public var isUnavoidable: Bool
  /// The cheapest way out; nil where there is none, or where its price is not proven.
  public var relief: Relief?

  public init(
    person: PersonID, minutes: Int, isProven: Bool = false, isUnavoidable: Bool = false,
    relief: Relief? = nil
  ) {
    self.person = person
    self.minutes = minutes
    self.isProven = isProven
    self.isUnavoidable = isUnavoidable
    self.relief = relief
  }
}

/// How long everybody travels in a part of a plan.
public struct TravelByPerson: Sendable, Hashable {
  /// People without a minute are left out.
  public let minutes: [PersonID: Int]

  /// In the reviews of a term: all journeys of a person there and back, one a day, on every duty.
  /// O(visits).
  public init(of term: TermPlan, facts: TrustFacts) {
    var minutes: [PersonID: Int] = [:]
    for planned in term.visits(of: facts) {
      let visit = planned.visit
      let roundTrip =
        facts.minutes(from: visit.from, to: visit.host)
        + facts.minutes(from: visit.host, to: visit.from)
      minutes[visit.person.id, default: 0] +=
        facts.days(of: visit.duty, at: visit.host) * roundTrip
    }
    self.minutes = minutes.filter { $0.value > 0 }
  }

  /// On secondment: the minutes a week there and back on each of a person's days, in the term in which
  /// these are most. O(secondments x terms).
  public init(of secondments: [Secondment], facts: SecondmentFacts) {
    var byTerm: [PersonID: [Int: Int]] = [:]
    for move in secondments.compactMap({ facts.move($0) }) {
      for term in move.span {
        byTerm[move.person.id, default: [:]][term, default: 0] += facts.weeklyMinutes(move)
      }
    }
    minutes = byTerm.compactMapValues { $0.values.max() }.filter { $0.value > 0 }
  }

  /// Coaching: the journeys of a coach there and back, one to each coachee; nothing where nobody travels
  /// by the rule `coaching-travel`. O(pairs).
  public init(of pairs: [CoachingPair], facts: CoachingFacts) {
    var minutes: [PersonID: Int] = [:]
    if facts.trust.scenario.rules[CoachingTravel.self].setting > 0 {
      for match in pairs.compactMap({ facts.match(coach: $0.coach, coachee: $0.coachee) }) {
        minutes[match.coach.id, default: 0] += facts.roundTrip(match)
      }
    }
    self.minutes = minutes.filter { $0.value > 0 }
  }

  /// Who travels longest, of several the first by id; nil where nobody travels.
  public var worstOff: WorstOff? {
    minutes.min { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .map { WorstOff(person: $0.key, minutes: $0.value) }
  }
}
