import TrefoilModel
import TrefoilSolver

/// What a repair keeps whatever happens: the groups, who reviews whom in them, and beside each review
/// what was published of it.
struct RepairFrame: Sendable {
  /// The review of one school.
  struct Part: Sendable {
    /// Item of the model.
    let host: Int
    let group: Int
    let members: [Int]
    /// Items whose principals are the reviewers; none for a review that is frozen.
    let visitors: [Int]
    /// As published; nil for a school that had no review.
    let old: Review?
    /// Index of the first published day in the calendar; nil without one, or when it is none of the
    /// term's working days any more.
    let oldStart: Int?
    let oldWorkshop: Int?
    /// Staff who were champions, as far as they still are.
    let oldChampions: [Int]
    /// Champions as published, whether or not they still are.
    let oldChampionCount: Int
    let oldLead: Int?
    let isReviewFrozen: Bool
    let isWorkshopFrozen: Bool
    /// Whether every visitor reviewed here by the published plan, or heads the school of one who did: to
    /// them the review is no new duty.
    let isKnownToVisitors: Bool
  }

  let model: ReviewModel
  /// Nil in a term without dates.
  let calendar: TermCalendar?
  let parts: [Part]
  let past: RepairPast
  /// By host, the days that its workshop may be on, ascending.
  let workshopDays: [[Int]]
  /// By site, the most of its people who may be out on one day; nil for no limit.
  let leadersOut: [Int?]
  let limits: RepairLimits

  /// A frame of these groups: the host and the reviewers of every review are theirs, everything else
  /// is compared with what was published.
  ///
  /// Nil when the groups are no plan of the schools that take part now: a school of them is gone, one
  /// stands in no group, or a reviewer is nobody of the group.
  ///
  /// - Parameters:
  ///   - facts: the trust as it was when the groups were made, which says whose principal a reviewer is.
  ///   - before: the trust as it was when the plan was published.
  init?(
    _ model: ReviewModel, groups: [Group], resting: [SchoolID], madeFor facts: TrustFacts,
    published: TermPlan, of before: TrustFacts, options: RepairOptions
  ) {
    self.model = model
    calendar = TermCalendar(model.facts)
    let old = Dictionary(
      published.groups.flatMap { group in group.reviews.map { ($0.host, (review: $0, in: group)) } }
    ) { first, _ in first }
    var parts: [Part] = []
    for (index, group) in groups.enumerated() {
      let members = group.schools.compactMap { model.itemIndex[$0] }
      guard members.count == group.schools.count else { return nil }
      for review in group.reviews {
        guard let host = model.itemIndex[review.host] else { return nil }
        let published = old[review.host]
        var visitors: [Int] = []
        if !options.hasBegun(published?.review.dates.first) {
          visitors = Self.visitors(of: review, in: group, model, facts)
          guard visitors.count == review.reviewers.count else { return nil }
        }
        let formers = published.map { Self.visitors(of: $0.review, in: $0.in, model, before) } ?? []
        parts.append(
          Self.part(
            host: host, group: index, members: members, visitors: visitors,
            formers: Set(formers), old: published?.review, model, calendar, options))
      }
    }
    let atRest = resting.compactMap { model.itemIndex[$0] }
    guard atRest.count == resting.count, parts.count + atRest.count == model.items.count,
      Set(parts.map(\.host) + atRest).count == model.items.count
    else { return nil }
    self.parts = parts
    let rule = model.facts.scenario.rules[LeadersOut.self]
    leadersOut = model.sites.map { rule.limit(at: $0.id) }
    past = RepairPast(model, parts, calendar)
    limits = RepairLimits(model, parts, past)
    var days = [[Int]](repeating: [0], count: model.items.count)
    if let calendar {
      for part in parts {
        let own = calendar.workshopDays(at: model.items[part.host]).days
        days[part.host] = Set(own + (part.oldWorkshop.map { [$0] } ?? [])).sorted()
      }
    }
    workshopDays = days
  }

  /// The items whose principals were the reviewers of a review.
  private static func visitors(
    of review: Review, in group: Group, _ model: ReviewModel, _ before: TrustFacts
  ) -> [Int] {
    review.reviewers.compactMap { reviewer in
      // Somebody who stands in since an earlier repair is known only as the trust is now.
      for facts in [before, model.facts] {
        let school = group.schools.first { school in
          school != review.host && facts.principal(of: school)?.id == reviewer
        }
        if let school { return model.itemIndex[school] }
      }
      return nil
    }
  }

  private static func part(
    host: Int, group: Int, members: [Int], visitors: [Int], formers: Set<Int>, old: Review?,
    _ model: ReviewModel, _ calendar: TermCalendar?, _ options: RepairOptions
  ) -> Part {
    func index(of day: CalendarDay?) -> Int? {
      guard let calendar else { return old == nil ? nil : 0 }
      return day.flatMap { calendar.days.firstIndex(of: $0) }
    }
    func isKnown(_ visitor: Int) -> Bool {
      let person = model.people[model.problem.itemPerson[visitor]].id
      return formers.contains(visitor) || old?.reviewers.contains(person) == true
    }
    let champions = Set(old?.champions ?? [])
    return Part(
      host: host, group: group, members: members, visitors: visitors, old: old,
      oldStart: index(of: old?.dates.first), oldWorkshop: index(of: old?.workshopDate),
      oldChampions: champions.compactMap { model.staffIndex[$0] }.sorted(),
      oldChampionCount: champions.count,
      oldLead: old?.workshopLead.flatMap { model.staffIndex[$0] },
      isReviewFrozen: options.hasBegun(old?.dates.first),
      isWorkshopFrozen: options.hasBegun(old?.workshopDate),
      isKnownToVisitors: visitors.allSatisfy(isKnown))
  }

  // MARK: What a review may be

  /// The principal who reviews for an item.
  func reviewer(_ item: Int) -> Person { model.people[model.problem.itemPerson[item]] }

  /// Persons who review, by index.
  func visitorPersons(of part: Part) -> [Int] {
    part.visitors.map { model.problem.itemPerson[$0] }
  }

  /// Persons who are on the team whatever is chosen, by index: the reviewers, or all of a team that is
  /// frozen.
  func certainTeam(of part: Part) -> [Int] {
    guard part.isReviewFrozen else { return visitorPersons(of: part) }
    return part.old?.team.compactMap { model.personIndex[$0] } ?? []
  }

  /// Champions who were on the team and cannot be any more, as it has fewer seats.
  func surplus(of part: Part) -> Int {
    part.isReviewFrozen ? 0 : max(0, part.oldChampionCount - seats(of: part))
  }

  /// How many reviewers of the published review differ when it keeps its days.
  func reviewersMoved(_ part: Part) -> Int {
    let old = part.old?.reviewers ?? []
    let new = part.visitors.map { reviewer($0).id }
    return max(old.count { !new.contains($0) }, new.count { !old.contains($0) })
  }

  /// Champions wanted on the team.
  func seats(of part: Part) -> Int {
    let seats = model.problem.seats[part.host]
    return seats > 0 && part.members.count == 2 ? seats + 1 : seats
  }
}
