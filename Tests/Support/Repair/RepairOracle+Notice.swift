import TrefoilModel

/// Who is asked at short notice: nobody has a duty that they did not have before the notice is over, but a
/// new or acting head stands in at once.
extension RepairOracle {
  /// Duties of a plan that begin within the notice and are new to whoever has them, in words.
  public func newWithinNotice(in plan: TermPlan) -> [String] {
    let reviews = published.groups.flatMap(\.reviews)
    return plan.groups.flatMap(\.reviews).flatMap { review -> [String] in
      let old = reviews.first { $0.host == review.host }
      return asked(review, old) + ledAtOnce(review, old)
    }
  }

  private func isWithinNotice(_ day: CalendarDay?) -> Bool {
    day.map { !isFrozen($0) && !mayBegin($0) } ?? false
  }

  private func asked(_ review: Review, _ old: Review?) -> [String] {
    guard let day = review.dates.first, isWithinNotice(day) else { return [] }
    let isMoved = review.dates != old?.dates
    let reviewers = review.reviewers.filter { person in
      isMoved || !(old.map { hasDuty(person, $0) } ?? false)
    }
    let champions = review.champions.filter { person in
      isMoved || !(old?.champions.contains(person) ?? false)
    }
    return (reviewers + champions).map { "\($0) is asked to \(review.host) on \(day)" }
  }

  private func ledAtOnce(_ review: Review, _ old: Review?) -> [String] {
    guard let lead = review.workshopLead, let day = review.workshopDate, isWithinNotice(day),
      lead != old?.workshopLead || day != old?.workshopDate
    else { return [] }
    return ["\(lead) is asked to the workshop at \(review.host) on \(day)"]
  }

  /// Whether somebody reviews by a published review, or heads a school in place of one who does.
  func hasDuty(_ person: PersonID, _ old: Review) -> Bool {
    if old.reviewers.contains(person) { return true }
    return facts.scenario.schools.contains { school in
      guard facts.principal(of: school.id)?.id == person,
        let head = before.principal(of: school.id)?.id
      else { return false }
      return head != person && old.reviewers.contains(head)
    }
  }
}
