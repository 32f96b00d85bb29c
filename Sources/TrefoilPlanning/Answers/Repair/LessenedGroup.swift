import TrefoilModel

/// Who reviews whom in a begun group that goes on without a school.
///
/// Two or three who are left review one another. Of four, two visit each school whose review is still to
/// come: such that as few rules break as can be, then as few reviewers change, then at the least cost.
struct LessenedGroup {
  private let before: TrustFacts
  private let after: TrustFacts
  private let options: RepairOptions
  private let left: [SchoolID]
  private let reviews: [Review]

  /// - Parameter left: the schools of the group that still take part, two or more.
  init(
    _ group: Group, _ left: [SchoolID], from before: TrustFacts, to after: TrustFacts,
    _ options: RepairOptions
  ) {
    (self.before, self.after, self.options, self.left) = (before, after, options, left)
    reviews = group.reviews.filter { left.contains($0.host) }
  }

  private func hasBegun(_ review: Review) -> Bool { options.hasBegun(review.dates.first) }

  /// The group as it goes on. Four schools take 81 looks at most.
  var group: Group {
    if left.count > 3 { return best }
    return Group(
      schools: left,
      reviews: reviews.map { hasBegun($0) ? $0 : with(reviewers(of: $0), $0) })
  }

  /// How good a group is, the smaller the better.
  private typealias Rank = (broken: Int, changed: Int, cost: Int)

  private var best: Group {
    var best: (rank: Rank, reviews: [Review])?
    func extend(_ made: [Review]) {
      guard made.count < reviews.count else {
        let rank = rank(made)
        if best.map({ rank < $0.rank }) ?? true { best = (rank, made) }
        return
      }
      let review = reviews[made.count]
      for way in ways(of: review) { extend(made + [way]) }
    }
    extend([])
    return Group(schools: left, reviews: best?.reviews ?? reviews)
  }

  /// What a review can be: as it was once it has begun, otherwise by any two of the others.
  private func ways(of review: Review) -> [Review] {
    if hasBegun(review) { return [review] }
    let heads = reviewers(of: review)
    return heads.indices.flatMap { first in
      heads[(first + 1)...].map { with([heads[first], $0], review) }
    }
  }

  private func rank(_ made: [Review]) -> Rank {
    let bare = made.map { review in
      let reviewers = hasBegun(review) ? review.reviewers : review.reviewers.map(standIn)
      return Review(
        host: review.host, reviewers: reviewers, champions: [],
        lead: reviewers.first ?? review.lead)
    }
    let assessment = Assessment(
      of: TermPlan(term: after.scenario.term.name, groups: [Group(schools: left, reviews: bare)]),
      facts: after)
    let changed = zip(made, reviews).reduce(0) { sum, pair in
      sum + pair.0.reviewers.count { !pair.1.reviewers.contains($0) }
    }
    return (assessment.violations.count, changed, assessment.cost)
  }

  /// The principals of all other schools that are left: who was to come, or heads one now.
  private func reviewers(of review: Review) -> [PersonID] {
    left.filter { $0 != review.host }.compactMap { school in
      let heads = [before, after].compactMap { $0.principal(of: school)?.id }
      return heads.first(where: review.reviewers.contains) ?? heads.last
    }
  }

  /// Who heads the school now that somebody headed.
  private func standIn(_ head: PersonID) -> PersonID {
    let school = left.first { before.principal(of: $0)?.id == head }
    return school.flatMap { after.principal(of: $0)?.id } ?? head
  }

  private func with(_ reviewers: [PersonID], _ review: Review) -> Review {
    var review = review
    review.reviewers = reviewers
    return review
  }
}
