/// What makes a plan a plan, before any rule: every school in one group, every team complete.
///
/// Its findings carry the keys `groups` and `teams`; there is nothing to set.
struct Structure {
  static let groups: RuleKey = "groups"
  static let teams: RuleKey = "teams"

  let facts: TrustFacts

  func findings(in plan: TermPlan) -> [Finding] {
    unknownNames(in: plan) + coverage(in: plan) + reviews(in: plan)
  }

  private func broken(_ key: RuleKey, _ group: Int? = nil, _ sentence: String) -> Finding {
    Finding(rule: key, charge: .must, group: group, sentence: sentence)
  }

  private func unknownNames(in plan: TermPlan) -> [Finding] {
    var findings: [Finding] = []
    for (index, group) in plan.groups.enumerated() {
      let schools = group.schools + group.reviews.map(\.host)
      for id in Self.distinct(schools) where facts.school(id) == nil {
        findings.append(broken(Self.groups, index, "there is no school '\(id)'"))
      }
      let people = group.reviews.flatMap { review in
        review.team + [review.lead] + (review.workshopLead.map { [$0] } ?? [])
      }
      for id in Self.distinct(people) where facts.person(id) == nil {
        findings.append(broken(Self.teams, index, "there is no person '\(id)'"))
      }
    }
    for id in Self.distinct(plan.resting) where facts.school(id) == nil {
      findings.append(broken(Self.groups, nil, "there is no school '\(id)'"))
    }
    return findings
  }

  private func coverage(in plan: TermPlan) -> [Finding] {
    var times: [SchoolID: Int] = [:]
    for id in plan.groups.flatMap(\.schools) + plan.resting { times[id, default: 0] += 1 }
    var findings: [Finding] = []
    for school in facts.scenario.schools {
      let count = times[school.id] ?? 0
      if facts.participates(school.id) {
        if count == 0 {
          findings.append(
            broken(Self.groups, nil, "\(school.name) is in no group and does not rest"))
        } else if count > 1 {
          findings.append(broken(Self.groups, nil, "\(school.name) stands \(count) times"))
        }
      } else if count > 0 {
        findings.append(
          broken(Self.groups, nil, "\(school.name) takes no part this term, but is planned"))
      }
    }
    return findings
  }

  private func reviews(in plan: TermPlan) -> [Finding] {
    plan.groups.enumerated().flatMap { index, group -> [Finding] in
      var findings: [Finding] = []
      for school in group.schools {
        let hosted = group.reviews.filter { $0.host == school }.count
        if hosted != 1 {
          findings.append(
            broken(
              Self.teams, index, "\(facts.name(school)) hosts \(hosted) reviews in its group, not 1"
            ))
        }
      }
      for review in group.reviews {
        findings += team(of: review, in: group, index: index)
      }
      return findings + visitsMade(in: group, index: index)
    }
  }

  private func team(of review: Review, in group: Group, index: Int) -> [Finding] {
    let place = facts.name(review.host)
    var findings: [Finding] = []
    func fail(_ sentence: String) { findings.append(broken(Self.teams, index, sentence)) }

    if !group.schools.contains(review.host) {
      fail("\(place) hosts a review in a group it is not in")
    }
    let reviewers = min(2, group.schools.count - 1)
    if review.reviewers.count != reviewers {
      fail("\(review.reviewers.count) principals review \(place); it should be \(reviewers)")
    }
    let principals = group.schools.filter { $0 != review.host }.compactMap {
      facts.principal(of: $0)?.id
    }
    for id in review.reviewers where !principals.contains(id) {
      fail("\(facts.name(id)) is no principal of another school of the group of \(place)")
    }
    let members = review.team + (review.workshopLead.map { [$0] } ?? [])
    if Set(review.team).count < review.team.count {
      fail("somebody stands twice on the team at \(place)")
    }
    for person in Self.distinct(members).compactMap(facts.person)
    where facts.served(by: person).contains(review.host) {
      fail("\(person.name) reviews \(place), a school of her own")
    }
    let champions = review.champions + (review.workshopLead.map { [$0] } ?? [])
    for person in Self.distinct(champions).compactMap(facts.person) where !person.isChampion {
      fail("\(person.name), at \(place), is no champion")
    }
    if !review.team.contains(review.lead) {
      fail("\(facts.name(review.lead)) leads the review at \(place) but is not on its team")
    }
    return findings
  }

  /// In every group each principal makes as many visits as each host receives.
  private func visitsMade(in group: Group, index: Int) -> [Finding] {
    let wanted = min(2, group.schools.count - 1)
    return group.schools.compactMap { school in
      guard let principal = facts.principal(of: school) else { return nil }
      let made = group.reviews.filter { $0.reviewers.contains(principal.id) }.count
      return made == wanted
        ? nil
        : broken(
          Self.teams, index,
          "\(principal.name) of \(facts.name(school)) makes \(made) visits in the group, not \(wanted)"
        )
    }
  }

  private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
