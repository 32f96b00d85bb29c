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
  private let stop: StopSignal

  package init(
    _ scenario: Scenario, term: Int = 0, options: PlanningOptions = PlanningOptions(),
    stop: StopSignal = StopSignal()
  ) {
    self.scenario = scenario
    self.term = term
    facts = TrustFacts(scenario.scenario(ofTerm: term, after: []))
    self.options = options
    self.stop = stop
  }

  package var isStopped: Bool { stop.isSent }

  /// Answers for the scenario as it is once relaxed. As long as planning that without costs takes,
  /// which is soon where there is a plan.
  ///
  /// A hundredth of the effort is tried first, since it mostly does, then a tenth.
  package func answer(_ relaxation: Relaxation = Relaxation()) async throws -> Answer {
    var worst = Answer.impossible
    let relaxed = RelaxedScenario(scenario, term: term, facts: facts, relaxation)
    for scenario in relaxed.scenarios {
      var answer = Answer.unknown
      for effort in Set([max(1, options.effort.level / 100), max(1, options.effort.level / 10)])
        .sorted()
      where answer == .unknown && !stop.isSent {
        answer = try await self.answer(
          of: scenario, Effort(level: effort), isUndated: relaxation.isUndated)
      }
      switch answer {
      case .possible: return .possible
      case .unknown: worst = .unknown
      case .impossible: break
      }
    }
    return worst
  }

  /// The term compiled without costs, once relaxed; nil where no groups can be made of its schools.
  func model(_ relaxation: Relaxation) async throws -> ReviewModel? {
    let relaxed = RelaxedScenario(scenario, term: term, facts: facts, relaxation)
    guard let scenario = relaxed.scenarios.first else { return nil }
    return try await model(TrustFacts(scenario.scenario(ofTerm: term, after: [])))
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
    of scenario: Scenario, _ effort: Effort, isUndated: Bool
  ) async throws -> Answer {
    let facts = TrustFacts(scenario.scenario(ofTerm: term, after: []))
    let count = facts.participants.count
    if count > Self.mostSchools { return .unknown }
    if scenario.rules[Remainder.self].shape(of: count) == nil { return .impossible }
    guard let model = try await model(facts), !stop.isSent else { return .unknown }
    guard model.obstacles.isEmpty, GroupObstacles(model).sentences.isEmpty else {
      return .impossible
    }
    let calendar = isUndated ? nil : TermCalendar(facts)
    if let calendar, model.problem.restCount == 0,
      !CalendarObstacles(model, calendar).proven.isEmpty
    {
      return .impossible
    }
    let ownStop = StopSignal(or: stop)
    let patience = DatingPatience(most: 20 + 4 * effort.level, stop: ownStop)
    let search = ReviewPlanner.TermSearch(
      model: model, calendar: calendar, stop: ownStop, datesStop: ownStop, progress: { _ in },
      patience: patience)
    var options = options
    options.effort = effort
    let answer = try await ReviewPlanner(facts, options: options, place: TermPlace())
      .answer(search)
    // Whatever comes after that hangs on how soon the search heard of it.
    if patience.isOver { return .unknown }
    if answer.outcome.isInfeasible { return .impossible }
    return answer.outcome.solution != nil && !answer.isUndated ? .possible : .unknown
  }
}
