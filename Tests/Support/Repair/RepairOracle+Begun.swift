import TrefoilModel

/// What of a broken rule nobody can help any more.
extension RepairOracle {
  /// A group in which a review has begun goes on as it is with two to four who still take part.
  static func goingOn(
    _ published: TermPlan, _ facts: TrustFacts, _ freezeBefore: CalendarDay?
  ) -> TermPlan {
    guard let freezeBefore else { return published }
    var term = published
    for (index, group) in published.groups.enumerated() {
      let left = group.schools.filter(facts.participates)
      let hasBegun = group.reviews.contains { $0.dates.first.map { $0 < freezeBefore } ?? false }
      guard hasBegun, left.count < group.schools.count, (2...4).contains(left.count) else {
        continue
      }
      term.groups[index].schools = left
      term.groups[index].reviews.removeAll { !left.contains($0.host) }
    }
    return term
  }

  /// By host, who reviews in a begun group that goes on with those who are left: all others, or of four
  /// schools the two of whom fewest rules break, fewest are new, and the cost is least.
  static func reviewersGoingOn(
    _ group: Group, _ before: TrustFacts, _ facts: TrustFacts, _ freezeBefore: CalendarDay?
  ) -> [SchoolID: [PersonID]] {
    func hasBegun(_ review: Review) -> Bool {
      zip(freezeBefore.map { [$0] } ?? [], review.dates).contains { $0 > $1 }
    }
    var ways: [[Review]] = [[]]
    for review in group.reviews {
      let heads = group.schools.filter { $0 != review.host }.compactMap { school in
        let before = before.principal(of: school)?.id
        return before.map(review.reviewers.contains) == true
          ? before : facts.principal(of: school)?.id
      }
      var teams = heads.count < 3 ? [heads] : []
      for leftOut in heads.reversed() where heads.count == 3 {
        teams.append(heads.filter { $0 != leftOut })
      }
      if hasBegun(review) { teams = [review.reviewers] }
      ways = ways.flatMap { way in
        teams.map { team in
          way + [
            Review(
              host: review.host, reviewers: team, champions: [], lead: team.first ?? review.lead)
          ]
        }
      }
    }
    func fault(_ way: [Review]) -> [Int] {
      let plan = TermPlan(term: "", groups: [Group(schools: group.schools, reviews: way)])
      let assessment = Assessment(of: plan, facts: facts)
      let new = zip(way, group.reviews).map { Set($0.reviewers).subtracting($1.reviewers).count }
      return [assessment.violations.count, new.reduce(0, +), assessment.cost]
    }
    let best = ways.min { fault($0).lexicographicallyPrecedes(fault($1)) } ?? []
    return Dictionary(uniqueKeysWithValues: best.map { ($0.host, $0.reviewers) })
  }

  /// Whether nobody can help it any more: it is of a review or workshop that has begun, or of who reviews
  /// whom in a group where one has; limits that these alone pass are too.
  func cannotBeHelped(_ finding: Finding, in plan: TermPlan) -> Bool {
    guard let freezeBefore else { return false }
    if finding.rule == Remainder.key { return hasLostSchools }
    func isOpen(_ day: CalendarDay?) -> Bool { day.map { $0 >= freezeBefore } ?? true }
    func breaks(_ other: TermPlan) -> Bool {
      Assessment(of: other, facts: facts).violations.contains {
        ($0.rule, $0.sentence, $0.group) == (finding.rule, finding.sentence, finding.group)
      }
    }
    var past = plan
    var bare = plan
    for group in plan.groups.indices {
      let reviews = plan.groups[group].reviews
      if reviews.allSatisfy({ isOpen($0.dates.first) }) {
        (past.groups[group].reviews, bare.groups[group].reviews) = ([], [])
        (past.groups[group].schools, bare.groups[group].schools) = ([], [])
        continue
      }
      for index in reviews.indices {
        if isOpen(reviews[index].workshopDate) {
          bare.groups[group].reviews[index].workshopLead = nil
          bare.groups[group].reviews[index].workshopDate = nil
        }
        guard isOpen(reviews[index].dates.first) else { continue }
        bare.groups[group].reviews[index].champions = []
        bare.groups[group].reviews[index].dates = []
        bare.groups[group].reviews[index].dataDue = nil
        bare.groups[group].reviews[index].lead =
          reviews[index].reviewers.first ?? reviews[index].lead
      }
      past.groups[group].reviews = bare.groups[group].reviews.filter { !isOpen($0.dates.first) }
    }
    guard finding.group != nil else { return !Self.wantsTogether(finding) && breaks(bare) }
    return (breaks(past) && breaks(published)) || (Self.isOfReviewers(finding) && breaks(bare))
  }

  private static func wantsTogether(_ finding: Finding) -> Bool {
    ["groups", Together.key, Pin.key, Forbid.key, Change.key, StandingRule.key]
      .contains(finding.rule)
  }

  private static func isOfReviewers(_ finding: Finding) -> Bool {
    ![Champions.key, WorkshopLead.key, Need.key, PhaseRule.key, Pin.key].contains(finding.rule)
  }
}
