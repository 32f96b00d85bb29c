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

  /// Makes the repair; its plan has no terms, and says why, where none was found that fits the change.
  ///
  /// The same input gives the same plan unless it is stopped. The time is that of a small choice where the
  /// groups stay, and of a plan of the term where they do not.
  ///
  /// - Throws: ``PlanningError`` as ``ReviewPlanner`` does.
  public func plan(stop: StopSignal = StopSignal()) async throws -> PlanRepair {
    guard let term = published.terms.first else {
      return unplanned(["The plan has no term that could be repaired."], status: .unknown)
    }
    switch try await attempt(term, madeFor: before, from: term, stop) {
    case .made(let made):
      return finish.repair(made.plan, made.verdict, found: made.found, notes: [])
    case .none(let shortfall):
      return try await regrouping(term, shortfall, stop)
    }
  }

  private var finish: RepairFinish {
    RepairFinish(
      from: before, to: after, published: published, freezeBefore: repair.freezeBefore)
  }

  // MARK: With given groups

  private struct Made {
    let plan: TermPlan
    let verdict: RepairFitness.Verdict
    let found: RepairSearch.Found
  }

  /// Why nothing was made of some groups.
  private enum Shortfall {
    /// They are not those of the schools that take part now.
    case otherSchools
    /// Their reviews or reviewers are not such as groups have.
    case otherReviewers
    /// What was found with them breaks a rule.
    case broken(Finding)
    /// Proven: no days and people do.
    case impossible
    /// The search ended before it knew.
    case unknown

    var note: String {
      switch self {
      case .otherSchools: "Other schools take part now than the published groups have."
      case .otherReviewers:
        "The published groups have reviews or reviewers that are not those of their schools."
      case .broken(let finding):
        "No plan with the published groups was found that keeps every rule: \(finding.sentence)."
      case .impossible: "No plan with the published groups fits the change."
      case .unknown:
        "No plan with the published groups was found before the search ended; one may fit."
      }
    }
  }

  private enum Attempt {
    case made(Made)
    case none(Shortfall)
  }

  /// The best that can be made of the groups of a plan, close to what was published.
  private func attempt(
    _ plan: TermPlan, madeFor facts: TrustFacts, from term: TermPlan, _ stop: StopSignal
  ) async throws -> Attempt {
    let resting = plan.resting.filter(after.participates)
    let sizes = Dictionary(grouping: plan.groups, by: \.schools.count).mapValues(\.count)
    let shape = Remainder.Shape(groups: sizes, resting: resting.count)
    let compiled = try await ReviewCompiler.compile(
      after, shape: shape, threads: options.threads, stop: stop)
    guard let model = compiled else { return .none(.unknown) }
    guard
      let frame = RepairFrame(
        model, groups: plan.groups, resting: resting, madeFor: facts, published: term, of: before,
        options: repair)
    else { return .none(hasItsSchools(plan) ? .otherReviewers : .otherSchools) }
    let search = RepairSearch(frame, options: repair, effort: options.effort)
    switch search.run(stop: stop) {
    case .impossible: return .none(.impossible)
    case .unknown: return .none(.unknown)
    case .found(let found):
      let made = TermPlan(
        term: after.scenario.term.name,
        groups: groups(plan, found.program.reviews(found.values, calendar: search.calendar)),
        resting: resting, costs: nil, calendar: nil)
      let verdict = fitness(term).verdict(on: made)
      if let finding = verdict.broken.first { return .none(.broken(finding)) }
      return .made(Made(plan: made, verdict: verdict, found: found))
    }
  }

  /// Whether a plan has every school that takes part now, and no other.
  private func hasItsSchools(_ plan: TermPlan) -> Bool {
    Set(plan.groups.flatMap(\.schools) + plan.resting) == Set(after.participants.map(\.id))
  }

  private func fitness(_ term: TermPlan) -> RepairFitness {
    RepairFitness(after, published: term, options: repair)
  }

  /// The groups of a plan with other reviews, in the same order.
  private func groups(_ plan: TermPlan, _ reviews: [Review]) -> [Group] {
    var reviews = reviews.makeIterator()
    return plan.groups.map { group in
      Group(
        schools: group.schools, reviews: group.reviews.compactMap { _ in reviews.next() },
        costs: nil)
    }
  }

  private func unplanned(_ notes: [String], status: PlanStatus) -> PlanRepair {
    var plan = published
    plan.terms = []
    (plan.status, plan.cost, plan.bound, plan.notes) = (status, nil, nil, notes)
    plan.misstatedGap = nil
    let none = TermPlan(term: after.scenario.term.name, groups: [])
    return PlanRepair(
      plan: plan, moves: VisitMoves(from: none, to: none), fewest: nil, isCheapest: false,
      keepsGroups: false, unhelped: [], notes: notes, published: none)
  }

  // MARK: With other groups

  private func regrouping(
    _ term: TermPlan, _ shortfall: Shortfall, _ stop: StopSignal
  ) async throws -> PlanRepair {
    let planner = ReviewPlanner(
      RepairReplan(after, keeping: term, repair).scenario, options: options)
    let plan = try await planner.plan(stop: stop)
    guard let planned = plan.terms.first else { return nothing(term, shortfall, plan) }
    if case .made(let made) = try await attempt(planned, madeFor: after, from: term, stop) {
      return finish.repair(made.plan, made.verdict, found: nil, notes: [shortfall.note])
    }
    let verdict = fitness(term).verdict(on: planned)
    guard repair.freezeBefore == nil, verdict.broken.isEmpty else {
      return nothing(term, shortfall, plan)
    }
    return finish.repair(planned, verdict, found: nil, notes: [shortfall.note])
  }

  /// Why no plan was found, when this one is all that was.
  private func nothing(_ term: TermPlan, _ shortfall: Shortfall, _ plan: Plan) -> PlanRepair {
    let isKnown = repair.freezeBefore == nil && plan.terms.isEmpty
    let status = isKnown ? plan.status : .unknown
    let away = AwayHeads(after, published: term, repair).sentences
    if !away.isEmpty { return unplanned([shortfall.note] + away, status: status) }
    if isKnown { return unplanned([shortfall.note] + plan.notes, status: status) }
    // Rules that a begun group breaks may still bind here, so that nothing found proves nothing.
    let unproven =
      "No plan was found that keeps what has begun and fits the change; it is not proven that there is "
      + "none."
    return unplanned([shortfall.note, unproven], status: .unknown)
  }
}
