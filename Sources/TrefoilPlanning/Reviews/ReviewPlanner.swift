import TrefoilModel
import TrefoilSolver

/// Plans the reviews of one term: groups, teams, workshop leads and dates.
///
/// Groups, teams and leads are one decision with one cost. Dates come after and never make a team
/// dearer, unless a team has none: then it is ruled out, and the plan says so.
public struct ReviewPlanner: Sendable {
  /// The most schools that are planned with tables of all pairs in memory.
  public static let mostSchools = 2_500
  /// From here on schools without champions and dates are planned without such tables.
  static let leastWide = 900

  let facts: TrustFacts
  let options: PlanningOptions
  /// What a plan of several terms asks of this one.
  let place: TermPlace
  /// What the search begins with.
  var start = PartitionSolver.Start()

  public init(_ scenario: Scenario, options: PlanningOptions = PlanningOptions()) {
    self.init(TrustFacts(scenario), options: options, place: TermPlace())
  }

  init(_ facts: TrustFacts, options: PlanningOptions, place: TermPlace) {
    self.facts = facts
    self.options = options
    self.place = place
  }

  /// Makes the plan. The same scenario, seed and effort give the same plan, on any number of
  /// threads, unless it is stopped.
  ///
  /// - Parameters:
  ///   - stop: ends the search for groups and teams soon. The best found by then still get their
  ///     dates.
  ///   - datesStop: ends the search for dates too; teams without dates are then handed over as
  ///     they are, and the notes say so. Without it, `stop` does that at once.
  ///   - progress: called now and then, from any thread.
  /// - Throws: ``PlanningError`` when the plan does not stand up to its own verification, which
  ///   only a fault in this library can cause, or when a school's review calls for more than 64
  ///   different things, which no scenario read from files does.
  public func plan(
    stop: StopSignal = StopSignal(), datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Plan {
    let count = facts.participants.count
    let isWide = count >= Self.leastWide
    let obstacles = isWide ? wideObstacles : []
    guard count <= Self.mostSchools || obstacles.isEmpty else {
      return unplanned([
        "\(count) schools take part; more than \(Self.mostSchools) are planned only "
          + "\(obstacles.joined(separator: ", "))."
      ])
    }
    let remainder = facts.scenario.rules[Remainder.self]
    guard let shape = remainder.shape(of: count) else {
      let who = count == 1 ? "1 school takes" : "\(count) schools take"
      return infeasible([
        "\(who) part, and no groups can be made of them by 'remainder: "
          + "\(remainder.setting.rawValue)'. A triad needs three; two make a pair by "
          + "'remainder: pairs'."
      ])
    }
    if isWide, obstacles.isEmpty {
      return try await planWide(shape, stop: stop, progress: progress)
    }
    guard
      var model = try await ReviewCompiler.compile(
        facts, shape: shape, threads: options.threads, stop: stop)
    else {
      return unplanned(["The search was stopped before it began."])
    }
    place.restrict(&model)
    return try await plan(model, stop: stop, datesStop: datesStop, progress: progress)
  }

  /// The plan of a compiled term, narrowed or not.
  func plan(
    _ model: ReviewModel, stop: StopSignal, datesStop: StopSignal?,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) async throws -> Plan {
    try await planned(model, stop: stop, datesStop: datesStop, progress: progress).plan
  }

  /// The same, with groups that the proof came upon.
  func planned(
    _ model: ReviewModel, stop: StopSignal, datesStop: StopSignal?,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) async throws -> (plan: Plan, columns: [StaffedGroup]) {
    guard model.obstacles.isEmpty else { return (infeasible(model.obstacles), []) }
    let obstacles = GroupObstacles(model).sentences
    guard obstacles.isEmpty else { return (infeasible(obstacles), []) }
    let search = TermSearch(
      model: model, calendar: TermCalendar(facts), stop: stop, datesStop: datesStop ?? stop,
      progress: progress, patience: DatingPatience.forPlans(options.effort))
    let answer = try await answer(search)
    let (plan, columns) = (try finish(answer, stop: stop), answer.outcome.columns)
    guard sparesWorstOff, !plan.terms.isEmpty else { return (plan, columns) }
    return (try await sparing(plan, answer, search), columns)
  }

  func solve(
    _ model: ReviewModel, check: PartitionSolver.Check?, stop: StopSignal,
    progress: @escaping @Sendable (SearchProgress) -> Void
  ) async -> PartitionSolver.Outcome {
    await PartitionSolver(
      model.problem, effort: options.effort, seed: options.seed, threads: options.threads,
      check: check
    ).solve(from: start, stop: stop, progress: progress)
  }

  // MARK: The plan

  func infeasible(_ notes: [String]) -> Plan {
    Plan(
      trust: facts.scenario.trust, status: .infeasible, cost: nil, bound: nil, seed: options.seed,
      terms: [], notes: notes + PlanNotes(facts).sentences)
  }

  func unplanned(_ notes: [String], bound: Int? = nil) -> Plan {
    Plan(
      trust: facts.scenario.trust, status: .unknown, cost: nil, bound: bound, seed: options.seed,
      terms: [], notes: notes + PlanNotes(facts).sentences)
  }

  func finish(_ answer: Answer, stop: StopSignal) throws -> Plan {
    let outcome = answer.outcome
    var notes = answer.notes
    if stop.isSent { notes.append("The search was stopped before it ended.") }
    if answer.isHopeless { return infeasible(notes) }
    guard let solution = outcome.solution else {
      if outcome.isInfeasible {
        notes += GroupObstacles(answer.model).sentences
        if notes.isEmpty { notes.append(GroupObstacles.unknown) }
        return infeasible(notes)
      }
      notes.append("No plan was found within the effort, and it is not proven that there is none.")
      return unplanned(notes, bound: outcome.bound)
    }
    var term = PlanReader(model: answer.model).termPlan(solution)
    if let dates = answer.dates { term.set(dates) }
    return try assess(
      &term, cost: solution.cost, bound: outcome.bound,
      isOptimal: outcome.isOptimal && !answer.isUndated, notes: notes)
  }

  /// The plan with what the rules say of it, which must agree with the engine.
  func assess(
    _ term: inout TermPlan, cost: Int, bound: Int?, isOptimal: Bool, notes: [String]
  ) throws -> Plan {
    let assessment = Assessment(of: term, facts: facts)
    try PlanningError.compare(assessment, with: cost)
    term.costs = assessment.costs
    term.calendar = assessment.calendar
    for index in term.groups.indices {
      term.groups[index].costs = assessment.costs(ofGroup: index)
    }
    return Plan(
      trust: facts.scenario.trust, status: isOptimal ? .optimal : .feasible, cost: cost,
      bound: bound, seed: options.seed, terms: [term],
      notes: notes + PlanNotes(facts).sentences(for: term))
  }
}

extension TermPlan {
  /// Sets the dates of every review, in the order of groups and reviews.
  mutating func set(_ dates: [ReviewDating.Dates]) {
    var next = dates.makeIterator()
    for group in groups.indices {
      for review in groups[group].reviews.indices {
        guard let found = next.next() else { return }
        groups[group].reviews[review].dates = found.review
        groups[group].reviews[review].workshopDate = found.workshop
        groups[group].reviews[review].dataDue = found.dataDue
      }
    }
  }
}
