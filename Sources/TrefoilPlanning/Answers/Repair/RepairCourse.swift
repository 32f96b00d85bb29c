import TrefoilModel

/// How a published term goes on after a change, before anything is planned.
///
/// A group in which a review has begun stays: where a school of it takes no part any more, with those who
/// are left, each of whom then reviews all others.
struct RepairCourse {
  let published: TermPlan
  /// As published, but for groups that have begun and go on without a school.
  let term: TermPlan
  /// The groups of that term in which a review has begun.
  let begun: [Group]
  /// Whether a group goes on without a school.
  let hasLostSchools: Bool
  /// Reviews that have begun at schools that take no part any more: no plan has them, and nobody's duty
  /// there moves.
  let lost: [Review]

  private let options: RepairOptions
  private static let sizes = 2...3

  init(
    _ published: TermPlan, from before: TrustFacts, to after: TrustFacts, _ options: RepairOptions
  ) {
    func hasBegun(_ review: Review) -> Bool { options.hasBegun(review.dates.first) }
    var term = published
    var begun: [Group] = []
    var hasLostSchools = false
    for (index, group) in published.groups.enumerated()
    where group.reviews.contains(where: hasBegun) {
      let left = group.schools.filter(after.participates)
      if left.count < group.schools.count {
        guard Self.sizes.contains(left.count) else { continue }
        hasLostSchools = true
        let reviews = group.reviews.filter { left.contains($0.host) }.map { review in
          hasBegun(review) ? review : Self.review(review, among: left, before, after)
        }
        term.groups[index] = Group(schools: left, reviews: reviews)
      }
      begun.append(term.groups[index])
    }
    self.options = options
    self.published = published
    self.term = term
    self.begun = begun
    self.hasLostSchools = hasLostSchools
    lost = published.groups.flatMap(\.reviews).filter {
      hasBegun($0) && !after.participates($0.host)
    }
  }

  /// The review by the principals of all other schools that are left: who was to come, or heads one now.
  private static func review(
    _ review: Review, among left: [SchoolID], _ before: TrustFacts, _ after: TrustFacts
  ) -> Review {
    var review = review
    review.reviewers = left.filter { $0 != review.host }.compactMap { school in
      let heads = [before, after].compactMap { $0.principal(of: school)?.id }
      return heads.first(where: review.reviewers.contains) ?? heads.last
    }
    return review
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
