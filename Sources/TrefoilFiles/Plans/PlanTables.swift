import TrefoilModel

/// The tables that go with a plan, for spreadsheet programs.
public enum PlanTables {
  /// `reviews.csv`: a row for each review, in the order of the plan.
  ///
  /// Groups are numbered from 1 in each term. People and days in one cell are separated by `;`.
  /// `travel-minutes` are the minutes there and back of every visit that the review and its
  /// workshop cause, on each of its days. Linear in the size of the plan.
  public static func reviews(of plan: Plan, facts: TrustFacts) -> String {
    var table = CSVWriter(header: [
      "term", "group", "host", "host-name", "reviewers", "reviewer-names", "champions",
      "champion-names", "lead", "lead-name", "workshop-lead", "workshop-lead-name", "dates",
      "workshop-date", "data-due", "travel-minutes",
    ])
    for (term, facts) in zip(plan.terms, TermSequence(plan, facts: facts).facts) {
      let minutes = minutesByReview(of: term, facts: facts)
      for (groupIndex, group) in term.groups.enumerated() {
        for (reviewIndex, review) in group.reviews.enumerated() {
          let workshop = review.workshopLead.map { [$0] } ?? []
          table.append(
            [term.term, "\(groupIndex + 1)", review.host.rawValue, facts.name(review.host)]
              + people(review.reviewers, facts) + people(review.champions, facts)
              + people([review.lead], facts) + people(workshop, facts) + [
                joined(review.dates), review.workshopDate?.description ?? "",
                review.dataDue?.description ?? "",
                "\(minutes[ReviewPlace(group: groupIndex, review: reviewIndex)] ?? 0)",
              ])
        }
      }
    }
    return table.text
  }

  /// `people.csv` of a plan: a row for each principal and champion in each term, in the order of
  /// the scenario, with or without duties, and for anybody else who has one.
  ///
  /// `minutes` are those travelled there and back, on each day of a visit; `days-out` the days of
  /// all visits and workshops, also where no dates are set. Linear in the size of plan and trust.
  public static func people(of plan: Plan, facts: TrustFacts) -> String {
    var table = CSVWriter(header: [
      "term", "id", "name", "school", "reviews-as-principal", "reviews-as-champion", "workshops",
      "visits", "minutes", "days-out", "dates",
    ])
    for (term, facts) in zip(plan.terms, TermSequence(plan, facts: facts).facts) {
      var visits: [PersonID: [PlannedVisit]] = [:]
      for planned in term.visits(of: facts) {
        visits[planned.visit.person.id, default: []].append(planned)
      }
      for person in facts.people {
        let own = visits[person.id] ?? []
        guard !own.isEmpty || person.isPrincipal || person.isChampion else { continue }
        func count(_ duty: Duty) -> String { "\(own.count { $0.visit.duty == duty })" }
        table.append([
          term.term, person.id.rawValue, person.name,
          person.schools.map(\.rawValue).joined(separator: ";"), count(.reviewer),
          count(.champion), count(.workshopLead), "\(own.count)",
          "\(own.reduce(0) { $0 + minutes(of: $1.visit, facts) })",
          "\(own.reduce(0) { $0 + facts.days(of: $1.visit.duty, at: $1.visit.host) })",
          joined(own.flatMap(\.dates).sorted()),
        ])
      }
    }
    return table.text
  }

  private struct ReviewPlace: Hashable {
    let group: Int
    let review: Int
  }

  private static func minutesByReview(
    of term: TermPlan, facts: TrustFacts
  ) -> [ReviewPlace: Int] {
    var minutes: [ReviewPlace: Int] = [:]
    for planned in term.visits(of: facts) {
      let place = ReviewPlace(group: planned.group, review: planned.review)
      minutes[place, default: 0] += self.minutes(of: planned.visit, facts)
    }
    return minutes
  }

  /// Minutes there and back, on each day of the visit.
  private static func minutes(of visit: Visit, _ facts: TrustFacts) -> Int {
    let roundTrip =
      facts.minutes(from: visit.from, to: visit.host)
      + facts.minutes(from: visit.host, to: visit.from)
    return roundTrip * facts.days(of: visit.duty, at: visit.host)
  }

  /// Two cells: the ids and the names.
  private static func people(_ ids: [PersonID], _ facts: TrustFacts) -> [String] {
    [
      ids.map(\.rawValue).joined(separator: ";"), ids.map { facts.name($0) }.joined(separator: ";"),
    ]
  }

  private static func joined(_ days: [CalendarDay]) -> String {
    days.map(\.description).joined(separator: ";")
  }
}
