import TrefoilModel

/// Makes a repaired term into a whole plan: every figure anew, and what a reader should know of it.
struct RepairFinish {
  private let before: TrustFacts
  private let after: TrustFacts
  private let published: Plan
  private let course: RepairCourse
  private let freezeBefore: CalendarDay?

  init(
    from before: TrustFacts, to after: TrustFacts, published: Plan, _ course: RepairCourse,
    freezeBefore: CalendarDay?
  ) {
    self.before = before
    self.after = after
    self.published = published
    self.course = course
    self.freezeBefore = freezeBefore
  }

  /// - Parameters:
  ///   - verdict: what has begun and breaks rules as the trust is now.
  ///   - found: how the repair was found; nil where the groups are others.
  ///   - notes: what else there is to say, first.
  func repair(
    _ term: TermPlan, _ verdict: RepairFitness.Verdict, found: RepairSearch.Found?, notes: [String]
  ) -> PlanRepair {
    let unhelped = verdict.unhelped
    var plan = published
    plan.terms[0] = term
    plan.status = .feasible
    (plan.cost, plan.bound, plan.misstatedGap) = (nil, nil, nil)
    for (index, facts) in TermSequence(plan, facts: after).facts.enumerated() {
      state(&plan.terms[index], facts)
    }
    let verification = Verification(of: plan, facts: after)
    plan.cost = verification.cost
    var notes = notes
    if let found, !found.isCheapest {
      notes.append(
        found.fewest == found.moves
          ? "Of the plans that move so few visits, one may cost less: the search ended early."
          : "Fewer visits may do: the search ended early.")
    }
    notes += course.lost.map {
      "The review at \(before.name($0.host)) has begun, and the plan leaves it out: the school takes no "
        + "part any more."
    }
    notes += RepairUnhelped(course, from: before, to: after, freezeBefore: freezeBefore)
      .sentences(verdict, in: term)
    notes += RepairElsewhere(published, now: verification, from: before, to: after)
      .sentences(besides: unhelped)
    plan.notes = notes + PlanNotes(after).sentences(for: term)
    let moves = VisitMoves(from: course.comparable, to: term)
    return PlanRepair(
      plan: plan, moves: moves, fewest: found.map { $0.fewest + cancelled(moves) },
      isCheapest: found?.isCheapest ?? false,
      keepsGroups: Self.haveSameGroups(course.term, term), unhelped: unhelped,
      staying: verdict.staying, notes: notes, published: course.published,
      freezeBefore: freezeBefore)
  }

  /// Visits to schools that take no part any more: whatever is planned, nobody makes them.
  private func cancelled(_ moves: VisitMoves) -> Int {
    moves.moves.count { !after.participates($0.host) }
  }

  private func state(_ term: inout TermPlan, _ facts: TrustFacts) {
    let assessment = Assessment(of: term, facts: facts)
    term.costs = assessment.costs
    term.calendar = assessment.calendar
    term.worstOff = nil
    for index in term.groups.indices {
      term.groups[index].costs = assessment.costs(ofGroup: index)
    }
  }

  private static func haveSameGroups(_ one: TermPlan, _ other: TermPlan) -> Bool {
    Set(one.groups.map { Set($0.schools) }) == Set(other.groups.map { Set($0.schools) })
  }
}
