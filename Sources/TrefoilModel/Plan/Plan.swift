/// What the search can say of a plan.
public enum PlanStatus: String, Sendable, Hashable, CaseIterable {
  /// The cost equals a proven bound: no plan is cheaper.
  case optimal
  /// A plan that keeps every rule; the gap to the bound is what is not proven.
  case feasible
  /// Proven: no plan keeps every rule.
  case infeasible
  /// Neither a plan nor a proof was found within the effort.
  case unknown
}

/// A plan of one or more terms, as it is published.
public struct Plan: Sendable, Hashable {
  public static let formatVersion = 1

  public var trust: String
  public var status: PlanStatus
  /// Person-minutes; nil when there is no plan, or when a plan made by hand does not state it.
  public var cost: Int?
  /// No plan costs less than this, in person-minutes; nil when nothing is known.
  public var bound: Int?
  public var seed: UInt64
  public var terms: [TermPlan]
  public var notes: [String]
  /// Who is seconded where, in the order of openings.
  public var secondments: [Secondment] = []
  /// Openings that are not filled, or not wholly.
  public var unfilled: [UnfilledOpening] = []
  /// Person-minutes of all secondments by rule; nil when none are planned, or not stated.
  public var secondmentCosts: [RuleKey: Int]?
  /// Who on secondment travels longest in a week; nil without the rule `worst-off`.
  public var secondmentWorstOff: WorstOff?
  /// Who coaches whom; nil when no coaching is planned.
  public var coaching: CoachingPlan?
  /// Who champions which school; nil for a trust without trustees.
  public var advocates: AdvocatePlan?
  /// Where each network meets; nil for a trust without networks.
  public var networks: [NetworkPlan]?
  /// Why there is no plan, or why one that was made all the same breaks what it breaks.
  public var reasons: [Reason] = []
  /// What a plan that was made all the same breaks; empty for a plan that keeps every rule.
  public var broken: [BrokenRequirement] = []
  /// The gap that a plan read from a file states, where that is not what cost and bound make of
  /// it; nil otherwise.
  public var misstatedGap: Double?

  public init(
    trust: String, status: PlanStatus, cost: Int?, bound: Int?, seed: UInt64,
    terms: [TermPlan], notes: [String]
  ) {
    self.trust = trust
    self.status = status
    self.cost = cost
    self.bound = bound
    self.seed = seed
    self.terms = terms
    self.notes = notes
  }

  /// Whether anything of secondments is in the plan, if only a figure.
  var saysOfSecondments: Bool {
    !secondments.isEmpty || !unfilled.isEmpty || secondmentCosts != nil || secondmentWorstOff != nil
  }

  /// (cost - bound) / cost, between 0 and 1; nil without both; 0 when the cost is 0.
  public var gap: Double? {
    guard let cost, let bound else { return nil }
    return cost <= 0 ? 0 : Double(cost - bound) / Double(cost)
  }
}

/// The plan of one term.
public struct TermPlan: Sendable, Hashable {
  public var term: String
  public var groups: [Group]
  /// Schools that sit this term out by the `remainder` rule.
  public var resting: [SchoolID]
  /// Person-minutes by rule, over the whole term; nil in a plan that does not state them.
  public var costs: [RuleKey: Int]?
  /// How well the dates suit, by rule; nil in a plan that does not state it.
  public var calendar: [RuleKey: Int]?
  /// Who travels longest to reviews and workshops; nil without the rule `worst-off`.
  public var worstOff: WorstOff?

  /// Whether a day stands anywhere in the plan.
  public var hasDates: Bool {
    groups.contains { group in
      group.reviews.contains {
        !$0.dates.isEmpty || $0.workshopDate != nil || $0.dataDue != nil
      }
    }
  }

  public init(
    term: String, groups: [Group], resting: [SchoolID] = [], costs: [RuleKey: Int]? = [:],
    calendar: [RuleKey: Int]? = [:]
  ) {
    self.term = term
    self.groups = groups
    self.resting = resting
    self.costs = costs
    self.calendar = calendar
  }
}

/// Schools that review one another this term: a triad, or a group that stands in for one.
public struct Group: Sendable, Hashable {
  /// How many schools a group may have, by any rule.
  public static let sizes = 2...5

  public var schools: [SchoolID]
  public var reviews: [Review]
  /// Person-minutes by rule that fall on this group; nil in a plan that does not state them.
  public var costs: [RuleKey: Int]?

  public init(schools: [SchoolID], reviews: [Review], costs: [RuleKey: Int]? = [:]) {
    self.schools = schools
    self.reviews = reviews
    self.costs = costs
  }
}

/// The review of one host: its team, its workshop and its days.
public struct Review: Sendable, Hashable {
  public var host: SchoolID
  /// Principals of other schools of the group.
  public var reviewers: [PersonID]
  public var champions: [PersonID]
  /// The member who leads the team.
  public var lead: PersonID
  public var workshopLead: PersonID?
  /// The days of the review, empty when the term has no dates.
  public var dates: [CalendarDay]
  public var workshopDate: CalendarDay?
  public var dataDue: CalendarDay?

  public init(
    host: SchoolID, reviewers: [PersonID], champions: [PersonID], lead: PersonID,
    workshopLead: PersonID? = nil, dates: [CalendarDay] = [], workshopDate: CalendarDay? = nil,
    dataDue: CalendarDay? = nil
  ) {
    self.host = host
    self.reviewers = reviewers
    self.champions = champions
    self.lead = lead
    self.workshopLead = workshopLead
    self.dates = dates
    self.workshopDate = workshopDate
    self.dataDue = dataDue
  }

  public var team: [PersonID] { reviewers + champions }
}
