/// What makes dates possible, before any rule: schools open, people there, nobody in two places.
///
/// Its findings carry the key `dates`; there is nothing to set.
struct DateChecks {
  static let key: RuleKey = "dates"

  let facts: TrustFacts

  func findings(in plan: TermPlan) -> [Finding] {
    guard let term = facts.scenario.term.dates else { return undated(plan) }
    return plan.hostedReviews(of: facts).flatMap { group, host, review in
      days(of: review, at: host, group: group, term: term)
        + people(of: review, at: host, group: group)
    } + twoPlaces(in: plan)
  }

  private func broken(_ group: Int?, _ sentence: String) -> Finding {
    Finding(rule: Self.key, charge: .must, group: group, sentence: sentence)
  }

  private func undated(_ plan: TermPlan) -> [Finding] {
    plan.hasDates
      ? [broken(nil, "the plan has dates, but the term has none to hold them against")] : []
  }

  private func days(
    of review: Review, at host: School, group: Int, term: TermDates
  ) -> [Finding] {
    var findings: [Finding] = []
    for day in review.dates where !term.reviews.contains(day) {
      findings.append(
        broken(group, "\(day), a day of the review at \(host.name), is outside the review window"))
    }
    for day in review.dates + (review.workshopDate.map { [$0] } ?? [])
    where !facts.isOpen(host, on: day) {
      findings.append(broken(group, "\(host.name) is closed on \(day)"))
    }
    return findings
  }

  private func people(of review: Review, at host: School, group: Int) -> [Finding] {
    var findings: [Finding] = []
    func check(_ ids: [PersonID], on days: [CalendarDay]) {
      for person in ids.compactMap(facts.person) {
        for day in days where !facts.isAvailable(person, on: day) {
          findings.append(broken(group, "\(person.name) is not available on \(day)"))
        }
      }
    }
    let head = facts.principal(of: host.id).map { [$0.id] } ?? []
    check(review.team + head, on: review.dates)
    check(
      (review.workshopLead.map { [$0] } ?? []) + head, on: review.workshopDate.map { [$0] } ?? [])
    return findings
  }

  /// A person is at one school on one day: visiting, leading, or at home as the host's principal.
  private func twoPlaces(in plan: TermPlan) -> [Finding] {
    var whereabouts: [PersonID: [CalendarDay: [SchoolID]]] = [:]
    func note(_ id: PersonID, _ school: SchoolID, _ days: [CalendarDay]) {
      for day in days { whereabouts[id, default: [:]][day, default: []].append(school) }
    }
    for (_, host, review) in plan.hostedReviews(of: facts) {
      let workshop = review.workshopDate.map { [$0] } ?? []
      for id in review.team { note(id, host.id, review.dates) }
      if let id = review.workshopLead { note(id, host.id, workshop) }
      if let head = facts.principal(of: host.id) { note(head.id, host.id, review.dates + workshop) }
    }
    return whereabouts.keys.sorted().flatMap { id -> [Finding] in
      let days = whereabouts[id] ?? [:]
      return days.keys.sorted().compactMap { day in
        let schools = days[day] ?? []
        guard schools.count > 1 else { return nil }
        let names = schools.map { facts.name($0) }.joined(separator: " and ")
        return broken(nil, "\(facts.name(id)) has two duties on \(day): \(names)")
      }
    }
  }
}
