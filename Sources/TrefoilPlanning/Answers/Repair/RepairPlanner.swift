import TrefoilModel
import TrefoilSolver

/// Keeps a published plan through a change, but for what must move.
///
/// The groups stay as long as any plan with them fits the change: then champions, leads and days are
/// chosen so that the fewest visits move, proven, and of those plans the one that costs least. Where no
/// plan with these groups fits, groups are made anew with a high price on each that is lost, and days and
/// people are kept in them as far as can be.
public struct RepairPlanner: Sendable {
  let before: TrustFacts
  let after: TrustFacts
  let published: Plan
  let repair: RepairOptions
  let options: PlanningOptions

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
  /// - Parameters:
  ///   - stop: ends the search soon; the best found by then is handed over.
  ///   - datesStop: ends the search for days alone too, which is made where nothing was found by then.
  /// - Throws: ``PlanningError`` as ``ReviewPlanner`` does.
  public func plan(
    stop: StopSignal = StopSignal(), datesStop: StopSignal? = nil
  ) async throws -> PlanRepair {
    guard let term = published.terms.first else {
      return unplanned(["The plan has no term that could be repaired."], status: .unknown)
    }
    let course = RepairCourse(term, from: before, to: after, repair)
    switch try await attempt(course.term, madeFor: before, course, stop) {
    case .made(let made):
      return finish(course).repair(made.plan, made.verdict, found: made.found, notes: [])
    case .none(let shortfall):
      if case .unknown = shortfall,
        let made = try await redated(course.term, course, datesStop ?? stop)
      {
        return finish(course).repair(
          made.plan, made.verdict, found: nil,
          notes: [
            "The search was cut short: people are as published, but for new and acting heads, and days as "
              + "near to it as a quick search found."
          ])
      }
      return try await regrouping(course, shortfall, stop, datesStop ?? stop)
    }
  }

  func finish(_ course: RepairCourse) -> RepairFinish {
    RepairFinish(
      from: before, to: after, published: published, course, freezeBefore: repair.freezeBefore)
  }

  // MARK: With given groups

  struct Made {
    let plan: TermPlan
    let verdict: RepairFitness.Verdict
    /// Nil where the days alone were sought.
    let found: RepairSearch.Found?
  }

  /// Why nothing was made of some groups.
  enum Shortfall {
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

    /// What there is to say when the search was stopped before other groups were found.
    var stoppedNote: String {
      let search = "The search was stopped before a plan was found"
      return switch self {
      case .unknown: "\(search); one may fit, with the published groups too."
      case .broken(let finding):
        "\(search). That with the published groups does not do: \(finding.sentence)."
      case .impossible, .otherSchools, .otherReviewers:
        "\(search); one may fit. The published groups cannot stay."
      }
    }
  }

  enum Attempt {
    case made(Made)
    case none(Shortfall)
  }

  /// The best that can be made of the groups of a plan, close to what was published.
  func attempt(
    _ plan: TermPlan, madeFor facts: TrustFacts, _ course: RepairCourse, _ stop: StopSignal
  ) async throws -> Attempt {
    let resting = plan.resting.filter(after.participates)
    let sizes = Dictionary(grouping: plan.groups, by: \.schools.count).mapValues(\.count)
    let shape = Remainder.Shape(groups: sizes, resting: resting.count)
    let compiled = try await ReviewCompiler.compile(
      after, shape: shape, threads: options.threads, stop: stop)
    guard let model = compiled else { return .none(.unknown) }
    guard
      let frame = RepairFrame(
        model, groups: plan.groups, resting: resting, madeFor: facts,
        published: course.published, of: before, options: repair)
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
      let verdict = fitness(course).verdict(on: made)
      if let finding = verdict.broken.first { return .none(.broken(finding)) }
      return .made(Made(plan: made, verdict: verdict, found: found))
    }
  }

  /// Whether a plan has every school that takes part now, and no other.
  private func hasItsSchools(_ plan: TermPlan) -> Bool {
    Set(plan.groups.flatMap(\.schools) + plan.resting) == Set(after.participants.map(\.id))
  }

  func fitness(_ course: RepairCourse) -> RepairFitness {
    RepairFitness(after, course, options: repair)
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

  func unplanned(_ notes: [String], status: PlanStatus) -> PlanRepair {
    var plan = published
    plan.terms = []
    (plan.status, plan.cost, plan.bound, plan.notes) = (status, nil, nil, notes)
    plan.misstatedGap = nil
    let none = TermPlan(term: after.scenario.term.name, groups: [])
    return PlanRepair(
      plan: plan, moves: VisitMoves(from: none, to: none), fewest: nil, isCheapest: false,
      keepsGroups: false, unhelped: [], notes: notes, published: none)
  }
}
