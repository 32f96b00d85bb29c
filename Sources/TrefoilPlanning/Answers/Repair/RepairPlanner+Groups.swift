import TrefoilModel
import TrefoilSolver

/// Repairs in other groups, where no plan with the published ones fits.
extension RepairPlanner {
  /// Groups that were made anew, or why there are none.
  private enum Regrouped {
    case made(PlanRepair)
    /// The plan that was found, or not, without what a repair needs.
    case none(Plan)
  }

  func regrouping(
    _ course: RepairCourse, _ shortfall: Shortfall, _ stop: StopSignal, _ datesStop: StopSignal
  ) async throws -> PlanRepair {
    if stop.isSent { return unplanned([shortfall.stoppedNote], status: .unknown) }
    // Planned with the others, a group that lost a school would have to take other schools in.
    if course.hasLostSchools, let repair = try await apart(course, shortfall, stop) {
      return repair
    }
    switch try await together(course, shortfall, stop, datesStop) {
    case .made(let repair): return repair
    case .none(let plan):
      if !course.hasLostSchools, let repair = try await apart(course, shortfall, stop) {
        return repair
      }
      return try await nothing(course, shortfall, plan, stop)
    }
  }

  /// All schools are planned, those of groups that have begun as they are in them.
  private func together(
    _ course: RepairCourse, _ shortfall: Shortfall, _ stop: StopSignal, _ datesStop: StopSignal
  ) async throws -> Regrouped {
    let planner = ReviewPlanner(
      RepairReplan(after, keeping: course).scenario, options: options)
    let plan = try await planner.plan(stop: stop, datesStop: datesStop)
    guard let planned = plan.terms.first else { return .none(plan) }
    if case .made(let made) = try await attempt(planned, madeFor: after, course, stop) {
      return .made(
        finish(course).repair(made.plan, made.verdict, found: nil, notes: [shortfall.note]))
    }
    let verdict = fitness(course).verdict(on: planned)
    guard repair.freezeBefore == nil, verdict.broken.isEmpty else { return .none(plan) }
    if let made = try await redated(planned, course, datesStop) {
      return .made(
        finish(course).repair(made.plan, made.verdict, found: nil, notes: [shortfall.note]))
    }
    // A plan that was published with its days is not sent back without.
    guard after.scenario.term.dates == nil || planned.hasDates else { return .none(plan) }
    return .made(
      finish(course).repair(
        planned, verdict, found: nil, notes: [shortfall.note, "All days were set anew."]))
  }

  /// Only the schools of groups that have not begun are planned: what the others break, as they go on,
  /// would bind them too.
  private func apart(
    _ course: RepairCourse, _ shortfall: Shortfall, _ stop: StopSignal
  ) async throws -> PlanRepair? {
    let sizes = RepairSizes(after, course)
    guard !course.begun.isEmpty, !sizes.others.isEmpty, let setting = sizes.setting
    else { return nil }
    let planner = ReviewPlanner(
      RepairReplan(after, besides: course, by: setting).scenario, options: options)
    guard let others = try await planner.plan(stop: stop).terms.first else { return nil }
    var planned = others
    planned.groups = course.begun.map(withHeads) + others.groups
    guard case .made(let made) = try await attempt(planned, madeFor: after, course, stop)
    else { return nil }
    return finish(course).repair(
      made.plan, made.verdict, found: nil, notes: [shortfall.note])
  }

  /// A published group whose reviewers are those who head its schools now.
  func withHeads(_ group: Group) -> Group {
    var group = group
    for index in group.reviews.indices {
      let review = group.reviews[index]
      if repair.hasBegun(review.dates.first) { continue }
      group.reviews[index].reviewers = review.reviewers.map { reviewer in
        let school = group.schools.first {
          $0 != review.host && before.principal(of: $0)?.id == reviewer
        }
        return school.flatMap { after.principal(of: $0)?.id } ?? reviewer
      }
    }
    return group
  }

  private func nothing(
    _ course: RepairCourse, _ shortfall: Shortfall, _ plan: Plan, _ stop: StopSignal
  ) async throws -> PlanRepair {
    if let sentence = uncounted(course) {
      return unplanned([shortfall.note, sentence], status: .infeasible)
    }
    if stop.isSent { return unplanned([shortfall.stoppedNote], status: .unknown) }
    let isKnown = repair.freezeBefore == nil && plan.terms.isEmpty
    let status = isKnown ? plan.status : .unknown
    let away = AwayHeads(after, course, repair)
    if !away.sentences.isEmpty {
      let known = isKnown && !away.isAnyAwayThroughout ? plan.notes : []
      return unplanned([shortfall.note] + away.sentences + known, status: status)
    }
    if isKnown { return unplanned([shortfall.note] + plan.notes, status: status) }
    let alone = course.alone.map { school in
      "\(after.name(school)) is left alone of a group that has begun, and its own review has been. Say "
        + "that it takes no further part, with 'unavailable' in the change file."
    }
    if !alone.isEmpty { return unplanned([shortfall.note] + alone, status: .unknown) }
    // Rules that a begun group breaks may still bind the others, so that nothing found proves nothing.
    let unproven =
      "No plan was found that keeps what has begun and fits the change; it is not proven that there is "
      + "none."
    let tip = try await fitsByPairs(course, stop) ? [Self.pairsTip] : []
    return unplanned([shortfall.note, unproven] + tip, status: .unknown)
  }

  private static let pairsTip =
    "With pairs in place of larger groups there is a plan: write 'set-rule: remainder' with 'value: pairs' "
    + "in the change file."

  /// Whether a plan is found when schools that do not divide by three make pairs, where they are not asked to.
  private func fitsByPairs(_ course: RepairCourse, _ stop: StopSignal) async throws -> Bool {
    let others = RepairSizes(after, course).others.count
    guard after.scenario.rules[Remainder.self].setting == .quads, !others.isMultiple(of: 3)
    else { return false }
    let paired = after.scenario.with(rules: after.scenario.rules.with(Remainder(.pairs)))
    let planner = RepairPlanner(
      from: before.scenario, to: paired, published: published, repair: repair, options: options)
    return try await !planner.plan(stop: stop).plan.terms.isEmpty
  }

  /// That so few schools are left beside the begun groups that counting alone leaves no plan; nil where it
  /// may leave one.
  private func uncounted(_ course: RepairCourse) -> String? {
    let sizes = RepairSizes(after, course)
    guard !course.begun.isEmpty, let school = sizes.others.first, sizes.isImpossible(of: after)
    else { return nil }
    return
      "\(after.name(school)) is left alone: groups that have begun take no school in, and one school "
      + "makes no group. Say that it takes no part this term, with 'unavailable' in the change file."
  }
}
