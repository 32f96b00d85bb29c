import TrefoilModel
import TrefoilSolver

/// Keeps a published plan through a change, but for what must move.
///
/// The groups stay as long as any plan with them fits the change: then champions, leads and days are
/// chosen so that the fewest visits move, proven, and of those plans the one that costs least. Where no
/// plan with these groups fits, groups are made anew with a high price on each that is lost, and days and
/// people are kept in them as far as can be.
public struct RepairPlanner: Sendable {
  private let before: TrustFacts
  private let after: TrustFacts
  private let published: Plan
  private let repair: RepairOptions
  private let options: PlanningOptions

  /// - Parameters:
  ///   - before: the trust for which the plan was made.
  ///   - after: the trust as it is now; the same term.
  ///   - published: the plan; its first term is the one that is repaired, its secondments stand.
  public init(
    from before: Scenario, to after: Scenario, published: Plan, repair: RepairOptions,
    options: PlanningOptions = PlanningOptions()
  ) {
    var (old, new) = (before, after)
    old.secondments = published.secondments
    new.secondments = published.secondments
    self.before = TrustFacts(old)
    self.after = TrustFacts(new)
    self.published = published
    self.repair = repair
    self.options = options
  }

  /// Makes the repair; its plan has no terms, and says why, where no plan fits the change.
  ///
  /// The same input gives the same plan unless it is stopped. The time is that of a small choice where the
  /// groups stay, and of a plan of the term where they do not.
  ///
  /// - Throws: ``PlanningError`` as ``ReviewPlanner`` does.
  public func plan(stop: StopSignal = StopSignal()) async throws -> PlanRepair {
    guard let term = published.terms.first else {
      return unplanned(["The plan has no term that could be repaired."], status: .unknown)
    }
    if let (made, found) = try await best(term, madeFor: before, from: term, stop) {
      return finish(made, from: term, found)
    }
    return try await regrouping(term, stop)
  }

  // MARK: With the same groups

  /// The best that can be made of the groups of a plan, close to what was published; nil when none of
  /// them fits.
  private func best(
    _ plan: TermPlan, madeFor facts: TrustFacts, from term: TermPlan, _ stop: StopSignal
  ) async throws -> (TermPlan, RepairSearch.Found)? {
    let sizes = Dictionary(grouping: plan.groups, by: \.schools.count).mapValues(\.count)
    let shape = Remainder.Shape(groups: sizes, resting: plan.resting.count)
    guard
      let model = try await ReviewCompiler.compile(
        after, shape: shape, threads: options.threads, stop: stop),
      let frame = RepairFrame(
        model, groups: plan.groups, resting: plan.resting, madeFor: facts, published: term,
        options: repair)
    else { return nil }
    let search = RepairSearch(frame, options: repair, effort: options.effort)
    guard case .found(let found) = search.run(stop: stop) else { return nil }
    var reviews = found.program.reviews(found.values, calendar: search.calendar).makeIterator()
    let groups = plan.groups.map { group in
      Group(
        schools: group.schools, reviews: group.reviews.compactMap { _ in reviews.next() },
        costs: nil)
    }
    let made = TermPlan(
      term: after.scenario.term.name, groups: groups, resting: plan.resting, costs: nil,
      calendar: nil)
    return fits(made, from: term) ? (made, found) : nil
  }

  /// Whether a plan keeps every rule, apart from what has happened and cannot be helped.
  private func fits(_ plan: TermPlan, from term: TermPlan) -> Bool {
    let broken = Assessment(of: plan, facts: after).violations
    if broken.isEmpty { return true }
    guard let first = repair.freezeBefore else { return false }
    let was = Set(Assessment(of: term, facts: after).violations)
    let past = plan.groups.indices.filter { index in
      plan.groups[index].reviews.contains { review in
        review.dates.first.map { $0 < first } ?? false
      }
    }
    return broken.allSatisfy { finding in
      was.contains(finding) && finding.group.map(past.contains) ?? true
    }
  }

  private func finish(
    _ plan: TermPlan, from term: TermPlan, _ found: RepairSearch.Found?, notes: [String] = []
  ) -> PlanRepair {
    var made = plan
    let assessment = Assessment(of: plan, facts: after)
    made.costs = assessment.costs
    made.calendar = assessment.calendar
    for index in made.groups.indices {
      made.groups[index].costs = assessment.costs(ofGroup: index)
    }
    let moves = VisitMoves(from: term, to: made)
    var whole = published
    whole.terms[0] = made
    whole.status = .feasible
    whole.bound = nil
    whole.cost = published.cost.map { cost in
      cost - Assessment(of: term, facts: before).cost + assessment.cost
    }
    whole.misstatedGap = nil
    whole.notes = notes + PlanNotes(after).sentences(for: made)
    return PlanRepair(
      plan: whole, moves: moves, fewest: found?.fewest, keepsGroups: keepsGroups(term, made))
  }

  private func keepsGroups(_ term: TermPlan, _ made: TermPlan) -> Bool {
    Set(term.groups.map { Set($0.schools) }) == Set(made.groups.map { Set($0.schools) })
  }

  private func unplanned(_ notes: [String], status: PlanStatus) -> PlanRepair {
    var plan = published
    plan.terms = []
    (plan.status, plan.cost, plan.bound, plan.notes) = (status, nil, nil, notes)
    let none = TermPlan(term: after.scenario.term.name, groups: [])
    return PlanRepair(
      plan: plan, moves: VisitMoves(from: none, to: none), fewest: nil, keepsGroups: false)
  }

  // MARK: With other groups

  private func regrouping(_ term: TermPlan, _ stop: StopSignal) async throws -> PlanRepair {
    let planner = ReviewPlanner(
      RepairReplan(after, keeping: term, repair).scenario, options: options)
    let plan = try await planner.plan(stop: stop)
    guard let planned = plan.terms.first else {
      return unplanned(plan.notes, status: plan.status)
    }
    let notes = ["No plan with the published groups fits the change, so groups were made anew."]
    if let (made, _) = try await best(planned, madeFor: after, from: term, stop) {
      return finish(made, from: term, nil, notes: notes)
    }
    guard repair.freezeBefore == nil else {
      return unplanned(
        [
          "No plan was found that keeps what has happened and fits the change; it is not proven that "
            + "there is none."
        ], status: .unknown)
    }
    return finish(planned, from: term, nil, notes: notes)
  }
}
