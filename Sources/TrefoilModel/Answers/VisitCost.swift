/// What one visit of a plan costs, by each rule that charges visits.
public struct VisitCost: Sendable {
  public let visit: Visit
  /// Index of the group.
  public let group: Int
  /// Minutes there and back.
  public let roundTrip: Int
  /// On how many days it is travelled.
  public let days: Int
  /// Person-minutes by rule; rules that charge nothing are left out.
  public let costs: [RuleKey: Int]

  public var minutes: Int { costs.values.reduce(0, +) }
}

extension TermPlan {
  /// Every visit with its cost, in the order of the plan. O(visits x rules).
  public func visitCosts(of facts: TrustFacts) -> [VisitCost] {
    let rules = facts.scenario.rules.rules.compactMap { $0 as? any VisitRule }
    return visits(of: facts).map { planned in
      let visit = planned.visit
      var costs: [RuleKey: Int] = [:]
      for rule in rules {
        for case .minutes(let minutes) in rule.charges(for: visit, of: facts) where minutes != 0 {
          costs[type(of: rule).key, default: 0] += minutes
        }
      }
      return VisitCost(
        visit: visit, group: planned.group,
        roundTrip: facts.minutes(from: visit.from, to: visit.host)
          + facts.minutes(from: visit.host, to: visit.from),
        days: facts.days(of: visit.duty, at: visit.host), costs: costs)
    }
  }

  /// What a person's seats cost beyond the visits themselves, by the rule `load`. O(reviews).
  public func loadCost(of person: PersonID, facts: TrustFacts) -> Int {
    var own = self
    for group in own.groups.indices {
      for review in own.groups[group].reviews.indices {
        own.groups[group].reviews[review].champions.removeAll { $0 != person }
      }
    }
    return facts.scenario.rules[Load.self].findings(in: own, of: facts).reduce(0) { sum, finding in
      if case .minutes(let minutes) = finding.charge { sum + minutes } else { sum }
    }
  }
}
