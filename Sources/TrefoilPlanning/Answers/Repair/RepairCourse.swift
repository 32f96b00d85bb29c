import TrefoilModel

/// How a published term goes on after a change, before anything is planned.
///
/// A group in which a review has begun stays: where schools of it take no part any more, with the two, three
/// or four who are left. One school that is left alone is no group, and is planned with the others.
struct RepairCourse {
  /// A begun group that goes on without schools of it.
  struct Lessened {
    let left: [SchoolID]
    let gone: [SchoolID]
  }

  let published: TermPlan
  /// As published, but for groups that have begun and go on without a school.
  let term: TermPlan
  /// The groups of that term in which a review has begun.
  let begun: [Group]
  let lessened: [Lessened]
  /// Schools that are left alone of their groups after their own review has begun.
  let alone: [SchoolID]
  /// Reviews that have begun at schools that take no part any more: no plan has them, and nobody's duty
  /// there moves.
  let lost: [Review]

  private let options: RepairOptions
  /// Larger groups are none that may be, and are planned with the others.
  private static let sizes = 2...4

  init(
    _ published: TermPlan, from before: TrustFacts, to after: TrustFacts, _ options: RepairOptions
  ) {
    func hasBegun(_ review: Review) -> Bool { options.hasBegun(review.dates.first) }
    var term = published
    var begun: [Group] = []
    var lessened: [Lessened] = []
    var alone: [SchoolID] = []
    for (index, group) in published.groups.enumerated()
    where group.reviews.contains(where: hasBegun) {
      let left = group.schools.filter(after.participates)
      if left.count < group.schools.count {
        if left.count == 1 {
          alone += group.reviews.filter { hasBegun($0) && left.contains($0.host) }.map(\.host)
        }
        guard Self.sizes.contains(left.count) else { continue }
        lessened.append(
          Lessened(left: left, gone: group.schools.filter { !after.participates($0) }))
        term.groups[index] = LessenedGroup(group, left, from: before, to: after, options).group
      }
      begun.append(term.groups[index])
    }
    self.options = options
    self.published = published
    self.term = term
    self.begun = begun
    self.lessened = lessened
    self.alone = alone
    lost = published.groups.flatMap(\.reviews).filter {
      hasBegun($0) && !after.participates($0.host)
    }
  }

  /// Whether a group goes on without a school.
  var hasLostSchools: Bool { !lessened.isEmpty }

  /// The groups of a plan that are none of those that have begun.
  func others(in plan: TermPlan) -> [Group] {
    let begun = Set(begun.map { Set($0.schools) })
    return plan.groups.filter { !begun.contains(Set($0.schools)) }
  }

  /// The published term without the visits that have been made, and that no plan has any more; workshops
  /// that were to follow them are in it.
  var comparable: TermPlan {
    let gone = Set(lost.map(\.host))
    var term = published
    for index in term.groups.indices {
      term.groups[index].reviews = term.groups[index].reviews.compactMap { review in
        if !gone.contains(review.host) { return review }
        if options.hasBegun(review.workshopDate) || review.workshopLead == nil { return nil }
        return Review(
          host: review.host, reviewers: [], champions: [], lead: review.lead,
          workshopLead: review.workshopLead, workshopDate: review.workshopDate)
      }
    }
    return term
  }
}
