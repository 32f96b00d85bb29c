/// What someone does at another school.
public enum Duty: String, Sendable, Hashable, CaseIterable {
  /// Visits as a principal of the group.
  case reviewer
  /// Visits as an Improvement Champion.
  case champion
  /// Leads the workshop after the review.
  case workshopLead = "workshop-lead"
}

/// One duty of one person at one host.
public struct Visit: Sendable {
  public let person: Person
  /// The school travelled from: for a principal the school that is in the group, otherwise the
  /// person's first school.
  public let from: School
  public let host: School
  public let duty: Duty

  public init(person: Person, from: School, host: School, duty: Duty) {
    self.person = person
    self.from = from
    self.host = host
    self.duty = duty
  }
}

/// A visit found in a plan.
public struct PlannedVisit: Sendable {
  public let visit: Visit
  /// Index of the group, and of the review within it.
  public let group: Int
  public let review: Int
  /// The days it takes; empty when the plan has no dates.
  public let dates: [CalendarDay]
}

extension TermPlan {
  /// Every visit of the plan whose people and schools are known, in the order of the plan.
  public func visits(of facts: TrustFacts) -> [PlannedVisit] {
    var visits: [PlannedVisit] = []
    for (groupIndex, group) in groups.enumerated() {
      for (reviewIndex, review) in group.reviews.enumerated() {
        guard let host = facts.school(review.host) else { continue }
        func add(_ id: PersonID, _ duty: Duty, _ dates: [CalendarDay]) {
          guard let person = facts.person(id),
            let from = facts.start(of: person, duty: duty, in: group)
          else { return }
          let visit = Visit(person: person, from: from, host: host, duty: duty)
          visits.append(
            PlannedVisit(visit: visit, group: groupIndex, review: reviewIndex, dates: dates))
        }
        for id in review.reviewers { add(id, .reviewer, review.dates) }
        for id in review.champions { add(id, .champion, review.dates) }
        if let id = review.workshopLead {
          add(id, .workshopLead, review.workshopDate.map { [$0] } ?? [])
        }
      }
    }
    return visits
  }
}
