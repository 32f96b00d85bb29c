import TrefoilModel
import TrefoilSolver

/// Whether one term of a scenario can be planned at all, whatever it costs.
package struct Feasibility: Sendable {
  package enum Answer: Sendable, Hashable {
    /// A plan was found.
    case possible
    /// It is proven that there is none.
    case impossible
    /// Neither, within the effort or until the stop.
    case unknown
  }

  /// More schools are not asked about: each question would take too long.
  package static let mostSchools = 400

  package let scenario: Scenario
  /// The place of the term in the plan.
  package let term: Int
  /// Of the term as it was written.
  let facts: TrustFacts
  private let options: PlanningOptions
  let stop: StopSignal

  package init(
    _ scenario: Scenario, term: Int = 0, options: PlanningOptions = PlanningOptions(),
    stop: StopSignal = StopSignal()
  ) {
    self.scenario = scenario.governing(term)
    self.term = term
    facts = TrustFacts(scenario.scenario(ofTerm: term, after: []))
    self.options = options
    self.stop = stop
  }

  var effort: Effort { options.effort }

  package var isStopped: Bool { stop.isSent }

  /// Answers for the scenario as it is once relaxed. As long as planning that without costs takes,
  /// which is soon where there is a plan.
  ///
  /// A hundredth of the effort is tried first, since it mostly does, then a tenth.
  package func answer(_ relaxation: Relaxation = Relaxation()) async throws -> Answer {
    try await witnessed(relaxation, knowing: []).answer
  }

  /// Answers with the plan that shows it, where there is one; a plan that is known already may do.
  ///
  /// - Parameter isThorough: whether all of the effort is spent, and at once.
  func witnessed(
    _ relaxation: Relaxation, knowing plans: [TermPlan], isThorough: Bool = false
  ) async throws -> (answer: Answer, plan: TermPlan?) {
    let scenarios = RelaxedScenario(scenario, term: term, facts: facts, relaxation).scenarios
    for scenario in scenarios {
      let facts = TrustFacts(scenario.scenario(ofTerm: term, after: []))
      if let plan = plans.last(where: { isPlan($0, of: facts, relaxation) }) {
        return (.possible, plan)
      }
    }
    var worst = Answer.impossible
    for scenario in scenarios {
      let facts = TrustFacts(scenario.scenario(ofTerm: term, after: []))
      var found: (answer: Answer, plan: TermPlan?) = (.unknown, nil)
      for effort in isThorough ? [options.effort] : efforts
      where found.answer == .unknown && !stop.isSent {
        found = try await answer(of: facts, effort, isUndated: relaxation.isUndated)
      }
      if found.answer == .possible { return found }
      if found.answer == .unknown { worst = .unknown }
    }
    return (worst, nil)
  }

  private var efforts: [Effort] {
    let (little, more) = (max(1, options.effort.level / 100), max(1, options.effort.level / 10))
    return (little < more ? [little, more] : [more]).map { Effort(level: $0) }
  }

  /// Whether the plan keeps all that is asked once relaxed. Nothing is searched for.
  func isPlan(_ plan: TermPlan, _ relaxation: Relaxation) -> Bool {
    RelaxedScenario(scenario, term: term, facts: facts, relaxation).scenarios.contains {
      isPlan(plan, of: TrustFacts($0.scenario(ofTerm: term, after: [])), relaxation)
    }
  }

  /// The cheapest plan of a relaxed scenario that is found with a tenth of the effort, with the days that
  /// the term asks for; nil where none is.
  func cheapPlan(of relaxed: Scenario) async throws -> TermPlan? {
    let facts = TrustFacts(relaxed.scenario(ofTerm: term, after: []))
    var options = options
    options.effort = Effort(level: max(1, options.effort.level / 10))
    let plan = try await ReviewPlanner(facts, options: options, place: TermPlace())
      .plan(stop: stop)
    return plan.terms.first.flatMap { isPlan($0, of: facts, Relaxation()) ? $0 : nil }
  }

  private func isPlan(_ plan: TermPlan, of facts: TrustFacts, _ relaxation: Relaxation) -> Bool {
    let needsDates = facts.scenario.term.dates != nil && !relaxation.isUndated
    return (plan.hasDates || !needsDates)
      && Assessment(of: plan, facts: facts).violations.isEmpty
  }

  /// The term compiled without costs, once relaxed, for each of the scenarios that stand for it and of
  /// whose schools groups can be made.
  func models(_ relaxation: Relaxation) async throws -> [ReviewModel] {
    var models: [ReviewModel] = []
    for scenario in RelaxedScenario(scenario, term: term, facts: facts, relaxation).scenarios {
      let facts = TrustFacts(scenario.scenario(ofTerm: term, after: []))
      if let model = try await model(facts) { models.append(model) }
    }
    return models
  }

  private func model(_ facts: TrustFacts) async throws -> ReviewModel? {
    let count = facts.participants.count
    guard let shape = facts.scenario.rules[Remainder.self].shape(of: count),
      var model = try await ReviewCompiler.compile(
        facts, shape: shape, threads: options.threads, stop: stop)
    else { return nil }
    model.problem = model.problem.withoutCosts()
    return model
  }

  private func answer(
    of facts: TrustFacts, _ effort: Effort, isUndated: Bool
  ) async throws -> (answer: Answer, plan: TermPlan?) {
    let count = facts.participants.count
    if count > Self.mostSchools { return (.unknown, nil) }
    if facts.scenario.rules[Remainder.self].shape(of: count) == nil { return (.impossible, nil) }
    guard let model = try await model(facts), !stop.isSent else { return (.unknown, nil) }
    guard model.obstacles.isEmpty, GroupObstacles(model).sentences.isEmpty else {
      return (.impossible, nil)
    }
    let calendar = isUndated ? nil : TermCalendar(facts)
    if let calendar, model.problem.restCount == 0,
      !CalendarObstacles(model, calendar).proven.isEmpty
    {
      return (.impossible, nil)
    }
    let search = ReviewPlanner.TermSearch(
      model: model, calendar: calendar, stop: stop, datesStop: stop, progress: { _ in },
      patience: DatingPatience.forQuestions(effort))
    var options = options
    options.effort = effort
    let answer = try await ReviewPlanner(facts, options: options, place: TermPlace())
      .answer(search)
    if answer.outcome.isInfeasible || answer.isHopeless { return (.impossible, nil) }
    guard let solution = answer.outcome.solution, !answer.isUndated else { return (.unknown, nil) }
    var plan = PlanReader(model: answer.model).termPlan(solution)
    if let dates = answer.dates { plan.set(dates) }
    return (.possible, plan)
  }
}
