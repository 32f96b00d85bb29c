import TrefoilModel
import TrefoilSolver

/// Plans who coaches whom in the planned term: one choice of all pairs, with one cost and one bound.
public struct CoachingPlanner: Sendable {
  public struct Outcome: Sendable {
    /// Nil where the rule `coaching-stable` is a must and no plan that keeps it was found.
    public var plan: CoachingPlan?
    /// Person-minutes; 0 without a plan.
    public var cost: Int
    /// No coaching costs less; nil when nothing is known.
    public var bound: Int?
    /// Proven: no coaching keeps every rule.
    public var isInfeasible: Bool
    public var notes: [String]
  }

  private let facts: CoachingFacts
  private let options: PlanningOptions

  /// - Parameter scenario: with the secondments that are planned, if any: who serves a school coaches
  ///   nobody there.
  public init(_ scenario: Scenario, options: PlanningOptions = PlanningOptions()) {
    facts = CoachingFacts(TrustFacts(scenario.scenario(ofTerm: 0, after: [])))
    self.options = options
  }

  /// Makes the plan. The same scenario and effort give the same plan, unless it is stopped.
  ///
  /// - Throws: ``PlanningError`` where more people ask and offer than can be looked at, and when the
  ///   plan does not stand up to its own verification, which only a fault in this library can cause.
  public func plan(
    stop: StopSignal = StopSignal(), progress: (SearchProgress) -> Void = { _ in }
  ) throws(PlanningError) -> Outcome {
    let preferences = CoachingPreferences(facts)
    let stability = facts.trust.scenario.rules[CoachingStable.self].setting
    let free = try solved(preferences, stability == .must ? nil : stability, stop, progress)
    guard stability == .must else { return try sparing(free, stop: stop, progress) }
    let chosen = free.chosen.map { preferences.matches[$0] }
    if preferences.blocking(chosen).isEmpty {
      return try sparing(free, costOfStability: free.isOptimal ? 0 : nil, stop: stop, progress)
    }
    let stable = try solved(preferences, .must, stop, progress)
    guard stable.values != nil else { return without(stable) }
    let areProven = free.isOptimal && stable.isOptimal
    return try sparing(
      stable, costOfStability: areProven ? stable.cost - free.cost : nil, stop: stop, progress)
  }

  /// The plan that was found, or with the rule `worst-off` one of the same cost in which the coach who
  /// travels longest travels least.
  private func sparing(
    _ first: Search, costOfStability: Int? = nil, stop: StopSignal,
    _ progress: (SearchProgress) -> Void
  ) throws(PlanningError) -> Outcome {
    let rules = facts.trust.scenario.rules
    guard rules[WorstOffRule.self].setting, first.values != nil else {
      return try planned(first, isProven: first.isOptimal, costOfStability: costOfStability)
    }
    var descent = WorstOffDescent<Search>(cost: first.cost, worst: worst(first))
    while first.isOptimal, let limit = descent.limit, !stop.isSent,
      limit <= SelectionProblem.largestCoefficient
    {
      let next = try solved(
        first.preferences, rules[CoachingStable.self].setting, most: limit, stop, progress)
      descent.take(
        .init(found: next.values.map { _ in (next, next.cost, worst(next)) }, bound: next.bound))
    }
    // One that was found on the way down costs as much, so that it is as cheap as the first.
    var outcome = try planned(
      descent.better ?? first, isProven: first.isOptimal, costOfStability: costOfStability)
    outcome.bound = first.bound
    outcome.plan?.worstOff = descent.worstOff
    outcome.notes +=
      WorstOffNotes(
        descent.worstOff, isCheapest: first.isOptimal, of: "coaching"
      ).sentences
    return outcome
  }

  private func worst(_ search: Search) -> WorstOff? {
    TravelByPerson(of: pairs(search), facts: facts).worstOff
  }

  /// What a search came to.
  private struct Search {
    let preferences: CoachingPreferences
    /// Nil where there is no choice, or none was found.
    let values: [Int]?
    /// The places of the matches that are taken.
    let chosen: [Int]
    let cost: Int
    let bound: Int?
    let isInfeasible: Bool

    var isOptimal: Bool { values != nil && bound == cost }
  }

  private func solved(
    _ preferences: CoachingPreferences, _ stability: Charge?, most: Int? = nil, _ stop: StopSignal,
    _ progress: (SearchProgress) -> Void
  ) throws(PlanningError) -> Search {
    let compiler = try CoachingCompiler(facts, preferences, stability: stability, most: most)
    let values = start(of: compiler, stability)
    let most = options.effort
    var effort = effort(for: compiler.problem, stability)
    func search() -> SelectionSolver.Outcome {
      SelectionSolver(compiler.problem, effort: effort)
        .solve(from: values, stop: stop, progress: progress)
    }
    var outcome = search()
    // Where there is neither a plan nor a proof, it is worth more.
    while outcome.values == nil, !outcome.isInfeasible, !stop.isSent, effort.level < most.level {
      effort = Effort(level: min(most.level, 4 * effort.level))
      outcome = search()
    }
    return Search(
      preferences: preferences, values: outcome.values,
      chosen: outcome.values.map { compiler.chosen($0) } ?? [], cost: outcome.cost ?? 0,
      bound: outcome.bound, isInfeasible: outcome.isInfeasible)
  }

  /// What a search begins with, and what there is where it is stopped before it found anything: the
  /// stable plan where stability counts and there is one that may be, otherwise the cheapest pairs.
  private func start(of compiler: CoachingCompiler, _ stability: Charge?) -> [Int] {
    if stability != nil {
      let stable = compiler.values(DeferredAcceptance(facts, compiler.preferences).chosen)
      if stability == .must || compiler.problem.allows(stable) { return stable }
    }
    let cheapest = compiler.values(compiler.cheapestFirst)
    return compiler.problem.allows(cheapest) ? cheapest : compiler.values([])
  }

  /// A step of a search with a row for each pair takes long, so that fewer are taken, 3 to 10 in a
  /// hundred: the engine itself counts a step for more the more rows there are. Hundreds of people are
  /// planned in minutes, not hours.
  private func effort(for problem: SelectionProblem, _ stability: Charge?) -> Effort {
    if stability == nil { return options.effort }
    let share = min(10, max(3, problem.rows.count / 400))
    return Effort(level: options.effort.level * share / 100)
  }

  private func pairs(_ search: Search) -> [CoachingPair] {
    search.chosen.map { index in
      let match = search.preferences.matches[index]
      return CoachingPair(
        coach: match.coach.id, coachee: match.coachee.id, topic: match.topic ?? "")
    }
  }

  private func planned(
    _ search: Search, isProven: Bool, costOfStability: Int? = nil
  ) throws(PlanningError) -> Outcome {
    var pairs = pairs(search)
    let assessment = CoachingAssessment(of: pairs, facts: facts)
    guard search.values != nil, assessment.violations.isEmpty, search.cost == assessment.cost else {
      throw PlanningError.coaching(
        planned: search.cost, assessed: assessment.cost,
        broken: assessment.violations.map(\.sentence))
    }
    for place in pairs.indices { pairs[place].costs = assessment.costs(ofPair: place) }
    let plan = CoachingPlan(
      pairs: pairs, uncoached: UncoachedReasons(facts, pairs, isProven: isProven).people,
      costs: assessment.costs, costOfStability: costOfStability)
    return Outcome(
      plan: plan, cost: search.cost, bound: search.bound, isInfeasible: false, notes: [])
  }

  private func without(_ search: Search) -> Outcome {
    let sentence =
      search.isInfeasible
      ? "No coaching is stable: whoever is paired, some coach and coachee would both rather work "
        + "together. This is proven. Give 'coaching-stable' a cost in place of must."
      : "No stable coaching was found; it is not proven that there is none. Give 'coaching-stable' a "
        + "cost in place of must, or the search more effort."
    return Outcome(
      plan: nil, cost: 0, bound: nil, isInfeasible: search.isInfeasible, notes: [sentence])
  }
}
