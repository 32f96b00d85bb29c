/// Who coaches whom in the planned term.
public struct CoachingPlan: Sendable, Hashable {
  /// In the order of the coachees' rows in the scenario.
  public var pairs: [CoachingPair]
  /// Those who asked for a coach and have none.
  public var uncoached: [UncoachedPerson]
  /// Person-minutes of all coaching by rule; nil where they are not stated.
  public var costs: [RuleKey: Int]?
  /// Person-minutes that the best plan without the rule `coaching-stable` would save; nil where the
  /// rule is no must, and where either of the two is not proven.
  public var costOfStability: Int?
  /// The coach who travels longest for a session; nil without the rule `worst-off`.
  public var worstOff: WorstOff?

  public init(
    pairs: [CoachingPair] = [], uncoached: [UncoachedPerson] = [], costs: [RuleKey: Int]? = [:],
    costOfStability: Int? = nil
  ) {
    self.pairs = pairs
    self.uncoached = uncoached
    self.costs = costs
    self.costOfStability = costOfStability
  }
}

/// One person coaching another.
public struct CoachingPair: Sendable, Hashable {
  public var coach: PersonID
  public var coachee: PersonID
  /// In the coachee's words.
  public var topic: String
  /// Person-minutes by rule that fall on this pair; nil where they are not stated.
  public var costs: [RuleKey: Int]?

  public init(coach: PersonID, coachee: PersonID, topic: String, costs: [RuleKey: Int]? = [:]) {
    self.coach = coach
    self.coachee = coachee
    self.topic = topic
    self.costs = costs
  }
}

/// Somebody who asked for a coach and has none.
public struct UncoachedPerson: Sendable, Hashable {
  public var person: PersonID
  /// Why, in words that the person would accept.
  public var reasons: [String]

  public init(person: PersonID, reasons: [String] = []) {
    self.person = person
    self.reasons = reasons
  }
}
