extension TermPlan {
  /// Every two schools of a group, with the index of the group; unknown schools are left out.
  func schoolPairs(of facts: TrustFacts) -> [(group: Int, one: School, other: School)] {
    groups.enumerated().flatMap { index, group in
      group.schools.compactMap(facts.school).pairs.map { (index, $0.0, $0.1) }
    }
  }

  /// Every review whose host is known, with the indices of its group and of itself.
  func hostedReviews(
    of facts: TrustFacts
  ) -> [(group: Int, host: School, review: Review)] {
    groups.enumerated().flatMap { index, group in
      group.reviews.compactMap { review in
        facts.school(review.host).map { (index, $0, review) }
      }
    }
  }

  /// The members of a review's team with the schools they come from; unknown people are left out.
  func members(
    of review: Review, inGroup index: Int, facts: TrustFacts
  ) -> [(person: Person, from: School)] {
    let group = groups[index]
    let reviewers = review.reviewers.map { ($0, Duty.reviewer) }
    let champions = review.champions.map { ($0, Duty.champion) }
    return (reviewers + champions).compactMap { id, duty in
      guard let person = facts.person(id), let from = facts.start(of: person, duty: duty, in: group)
      else { return nil }
      return (person, from)
    }
  }
}
