import TrefoilModel

/// What nobody can help of a repaired plan, in sentences: it has happened, or its group goes on as it is.
///
/// What a school leaves behind that has gone is said once for its group, and not as each rule has it.
struct RepairUnhelped {
  private let course: RepairCourse
  private let before: TrustFacts
  private let after: TrustFacts
  private let names: RepairNames
  private let freezeBefore: CalendarDay?

  init(
    _ course: RepairCourse, from before: TrustFacts, to after: TrustFacts,
    freezeBefore: CalendarDay?
  ) {
    self.course = course
    self.before = before
    self.after = after
    self.freezeBefore = freezeBefore
    names = RepairNames(from: before, to: after)
  }

  func sentences(_ verdict: RepairFitness.Verdict, in term: TermPlan) -> [String] {
    let staying = Set(verdict.staying.map(\.finding))
    let lessened = Set(course.lessened.map { Set($0.left) })
    var sentences = course.lessened.map(goingOn)
    var standing: [PersonID] = []
    var others: [String] = []
    var hasSizes = false
    for finding in verdict.unhelped {
      let group = finding.group.map { term.groups[$0] }
      let isLessened = group.map { lessened.contains(Set($0.schools)) } ?? false
      if finding.rule == Remainder.key {
        hasSizes = true
      } else if staying.contains(finding) {
        others.append(stays(finding))
      } else if isLessened, [RepairFitness.teams, Champions.key].contains(finding.rule) {
        continue
      } else if finding.rule == RepairFitness.teams, let group, !formers(of: group).isEmpty {
        standing += formers(of: group).filter { !standing.contains($0) }
      } else {
        others.append("Has begun and cannot be helped: \(finding.sentence).")
      }
    }
    if hasSizes, lessened.isEmpty || hasOtherGroups(term) {
      sentences.append(RepairSizes(after, course).sentence)
    }
    if !standing.isEmpty {
      sentences.append(
        "Visits of \(Listing.of(standing.map(names.of))) that have begun stay in the plan, though others "
          + "would be asked now.")
    }
    return sentences + others
  }

  private func stays(_ finding: Finding) -> String {
    finding.group == nil
      ? "Groups that have begun have to stay, although \(finding.sentence)."
      : "The group has begun and has to stay, although \(finding.sentence)."
  }

  private func goingOn(_ group: RepairCourse.Lessened) -> String {
    let size = [2: "a pair", 3: "three"][group.left.count] ?? "four"
    return "\(Listing.of(group.left.map(names.of))) go on as \(size), since "
      + "\(Listing.of(group.gone.map(names.of))) \(group.gone.count == 1 ? "takes" : "take") no part any "
      + "more."
  }

  /// Whether groups that have not begun are others than were published.
  private func hasOtherGroups(_ term: TermPlan) -> Bool {
    func groups(_ plan: TermPlan) -> Set<Set<SchoolID>> {
      Set(course.others(in: plan).map { Set($0.schools) })
    }
    return groups(term) != groups(course.term)
  }

  /// Whoever has begun a visit in a group and would not be asked for it now: they have left, or head none of
  /// its schools any more.
  private func formers(of group: Group) -> [PersonID] {
    let heads = Set(group.schools.compactMap { after.principal(of: $0)?.id })
    func isGone(_ person: PersonID) -> Bool { after.person(person) == nil }
    var formers: [PersonID] = []
    for review in group.reviews {
      if PlanRepair.hasBegun(review.dates.first, before: freezeBefore) {
        formers += review.reviewers.filter { !heads.contains($0) }
        formers += review.champions.filter(isGone)
      }
      if PlanRepair.hasBegun(review.workshopDate, before: freezeBefore),
        let lead = review.workshopLead, isGone(lead)
      {
        formers.append(lead)
      }
    }
    var seen: Set<PersonID> = []
    return formers.filter { seen.insert($0).inserted }
  }
}
