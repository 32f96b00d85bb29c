import TrefoilModel

/// Whether a repaired plan keeps every rule, apart from what has begun and cannot be helped.
///
/// A group in which a review has begun stays, and so does who reviews whom in it. What its schools, its
/// reviewers and what has happened break by themselves is not counted against a repair. `remainder` is asked of
/// the other groups alone (``RepairSizes``).
struct RepairFitness {
  struct Verdict {
    /// Broken by what has begun: whatever is planned now, it stays so.
    let unhelped: [Finding]
    /// Those of them that lie in what is still to come of groups that have begun.
    let staying: [StayingBreach]
    /// Broken by the plan.
    let broken: [Finding]
  }

  private let facts: TrustFacts
  private let course: RepairCourse
  private let options: RepairOptions
  private let sizes: RepairSizes

  /// - Parameter facts: the trust as it is now.
  init(_ facts: TrustFacts, _ course: RepairCourse, options: RepairOptions) {
    self.facts = facts
    self.course = course
    self.options = options
    sizes = RepairSizes(facts, course)
  }

  func verdict(on plan: TermPlan) -> Verdict {
    let violations = Assessment(of: plan, facts: facts).violations
    guard !violations.isEmpty, options.freezeBefore != nil else {
      return Verdict(unhelped: [], staying: [], broken: violations)
    }
    let begun = Set(course.begun.map { Set($0.schools) })
    let haveSizes = sizes.fit(plan)
    let kept = plan.groups.filter { begun.contains(Set($0.schools)) }
    // What has happened, as it was published: without what is open, which might be no fault of its own.
    let past = said(in: stripped(kept, keepsOpenReviews: false))
    let happened = past.intersection(said(in: course.term))
    let fixed = said(in: stripped(kept, keepsOpenReviews: true))
    var unhelped: [Finding] = []
    var staying: [StayingBreach] = []
    var broken: [Finding] = []
    for finding in violations {
      let words = Said(finding, in: plan)
      let isOfSizes = finding.rule == Remainder.key && !begun.isEmpty && haveSizes
      let isFixed = fixed.contains(words) && mayBeFixed(finding) || isOfSizes
      guard happened.contains(words) && finding.group != nil || isFixed else {
        broken.append(finding)
        continue
      }
      unhelped.append(finding)
      // That there are other heads, or fewer, than the plan was made for is no news to any of them.
      if past.contains(words) || isOfSizes || finding.rule == Self.teams { continue }
      staying.append(StayingBreach(finding, concerned: concerned(by: finding, in: plan)))
    }
    return Verdict(unhelped: unhelped, staying: staying, broken: broken)
  }

  static let teams: RuleKey = "teams"

  // MARK: Whom it concerns

  /// The schools of a group without any of which a finding of it would not be there.
  private func concerned(by finding: Finding, in plan: TermPlan) -> [SchoolID] {
    guard let index = finding.group else { return [] }
    let group = plan.groups[index]
    return group.schools.filter { school in
      let rest = stripped([without(school, group)], keepsOpenReviews: true)
      return !Assessment(of: rest, facts: facts).violations.contains {
        $0.rule == finding.rule && $0.sentence == finding.sentence
      }
    }
  }

  /// A group less a school, its review and the visits of its principal.
  private func without(_ school: SchoolID, _ group: Group) -> Group {
    let principal = facts.principal(of: school)?.id
    let reviews = group.reviews.filter { $0.host != school }.map { review in
      var review = review
      review.reviewers.removeAll { $0 == principal }
      return review
    }
    return Group(schools: group.schools.filter { $0 != school }, reviews: reviews)
  }

  // MARK: What is said

  /// What of a finding is the same in two plans whose groups are numbered otherwise.
  private struct Said: Hashable {
    let rule: RuleKey
    let sentence: String
    let schools: Set<SchoolID>

    init(_ finding: Finding, in plan: TermPlan) {
      (rule, sentence) = (finding.rule, finding.sentence)
      schools = finding.group.map { Set(plan.groups[$0].schools) } ?? []
    }
  }

  private func said(in plan: TermPlan) -> Set<Said> {
    Set(Assessment(of: plan, facts: facts).violations.map { Said($0, in: plan) })
  }

  /// Groups with what has happened in them and, if wanted, who reviews in what is to come.
  private func stripped(_ groups: [Group], keepsOpenReviews: Bool) -> TermPlan {
    let groups = groups.map { group in
      let reviews = group.reviews.compactMap { review -> Review? in
        if !options.hasBegun(review.dates.first) {
          return keepsOpenReviews ? Self.bare(review) : nil
        }
        var review = review
        if !options.hasBegun(review.workshopDate) {
          (review.workshopLead, review.workshopDate) = (nil, nil)
        }
        return review
      }
      return Group(schools: group.schools, reviews: reviews)
    }
    return TermPlan(term: course.term.term, groups: groups)
  }

  private static func bare(_ review: Review) -> Review {
    Review(
      host: review.host, reviewers: review.reviewers, champions: [],
      lead: review.reviewers.first ?? review.lead)
  }

  /// Whether what has begun alone can break a rule, however the rest is planned. Rules that want somebody
  /// somewhere, or schools together, are not among them: what is still open may keep those.
  private func mayBeFixed(_ finding: Finding) -> Bool {
    if finding.rule == Self.teams || finding.rule == "dates" { return true }
    let rule = facts.scenario.rules.rules.first { type(of: $0).key == finding.rule }
    guard let rule else { return false }
    if finding.group == nil { return !(rule is any GroupRule) }
    return !(rule is any CoverRule) && !(rule is Pin)
      && (rule is any PairRule || rule is any VisitRule || rule is any GroupRule)
  }
}
