/// A rule about coaching.
public protocol CoachingRule: Rule {
  /// What the rule says about all pairs of a plan; ``Finding/group`` is the place of the pair.
  func findings(in matches: [PlannedMatch], of facts: CoachingFacts) -> [Finding]
}

/// A coach and a coachee as they stand in a plan.
public struct PlannedMatch: Sendable {
  public let match: CoachingMatch
  /// The place among the pairs of the plan.
  public let place: Int

  public init(match: CoachingMatch, place: Int) {
    self.match = match
    self.place = place
  }
}

extension CoachingRule {
  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] { [] }
}

/// What a rule says about one coach and coachee, whatever else is planned.
public struct CoachingCharge: Sendable {
  public let charge: Charge
  public let sentence: String

  public init(_ charge: Charge, _ sentence: String) {
    self.charge = charge
    self.sentence = sentence
  }
}

/// A rule that charges a single coach and coachee.
public protocol CoachingPairRule: CoachingRule {
  func charges(for match: CoachingMatch, of facts: CoachingFacts) -> [CoachingCharge]
}

extension CoachingPairRule {
  public func findings(in matches: [PlannedMatch], of facts: CoachingFacts) -> [Finding] {
    matches.flatMap { planned in
      charges(for: planned.match, of: facts).map {
        finding($0.charge, group: planned.place, $0.sentence)
      }
    }
  }
}
