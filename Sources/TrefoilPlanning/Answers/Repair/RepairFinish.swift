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
    notes += sentences(verdict)
    notes += elsewhere(verification, unhelped)
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

  /// What nobody can help: it has happened, or its group goes on as it is.
  private func sentences(_ verdict: RepairFitness.Verdict) -> [String] {
    let staying = Set(verdict.staying.map(\.finding))
    return verdict.unhelped.map { finding in
      if !staying.contains(finding) {
        "Has begun and cannot be helped: \(finding.sentence)."
      } else if finding.group == nil {
        "Groups that have begun have to stay, so \(finding.sentence)."
      } else {
        "The group has begun and has to stay, so \(finding.sentence)."
      }
    }
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

  /// What the change breaks, or makes otherwise than the plan says, beyond the term that was repaired.
  private func elsewhere(_ now: Verification, _ unhelped: [Finding]) -> [String] {
    let was = Verification(of: published, facts: before)
    let known = Set(was.violations + unhelped)
    let broken = now.violations.filter { !known.contains($0) }
    let differ = now.differences.filter { !was.differences.contains($0) }
    return broken.map { "The repair leaves as it was: \($0.sentence)." }
      + differ.map {
        "The repair leaves as it was: \($0.figure), stated as \($0.stated), is now \($0.computed)."
      }
  }

  private static func haveSameGroups(_ one: TermPlan, _ other: TermPlan) -> Bool {
    Set(one.groups.map { Set($0.schools) }) == Set(other.groups.map { Set($0.schools) })
  }
}
