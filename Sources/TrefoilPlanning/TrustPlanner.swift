import TrefoilModel
import TrefoilSolver

/// Plans all of a trust's term, or terms: secondments first, then who coaches whom, then the reviews.
///
/// Who is away, who acts, and which schools a secondment links are known before triads are made.
/// The bound of the whole is the bound of the secondments, that of the coaching and that of the
/// reviews with these secondments, added up: that is the order in which trusts decide.
public struct TrustPlanner: Sendable {
  private let scenario: Scenario
  private let terms: Int?
  private let options: PlanningOptions

  private let seeksRemedies: Bool

  /// - Parameters:
  ///   - terms: how many terms of reviews; without it as many as the scenario says.
  ///   - seeksRemedies: whether changes that would fill openings are looked for, which takes longer.
  public init(
    _ scenario: Scenario, terms: Int? = nil, options: PlanningOptions = PlanningOptions(),
    seeksRemedies: Bool = true
  ) {
    self.seeksRemedies = seeksRemedies
    self.scenario = scenario
    self.terms = terms
    self.options = options
  }

  /// Makes the plan. Parameters and errors are those of
  /// ``ReviewPlanner/plan(stop:datesStop:progress:)``; `firstStop` ends the search for secondments and
  /// coaching, in place of `stop`. Where `stop` was sent before there were any reviews, they are planned
  /// with the least effort, of many schools until `datesStop`: a plan without reviews would lose
  /// all of it. So are advocates and networks, where `stop` was sent before them.
  public func plan(
    stop: StopSignal = StopSignal(), firstStop: StopSignal? = nil,
    datesStop: StopSignal? = nil, progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Plan {
    var scenario = scenario
    let firstStop = firstStop ?? stop
    let secondments =
      scenario.openings.isEmpty
      ? nil
      : try SecondmentPlanner(scenario, options: options, seeksRemedies: seeksRemedies)
        .plan(stop: firstStop, progress: progress)
    if let secondments { scenario.secondments = secondments.secondments }
    let coaching =
      scenario.coaching.isEmpty
      ? nil
      : try CoachingPlanner(scenario, options: options)
        .plan(stop: firstStop, progress: progress)
    if let coaching, coaching.plan == nil { return unplanned(coaching) }
    let wasFirst = secondments != nil || coaching != nil
    var plan = try await reviews(
      of: scenario, stop, datesStop, mayHurry: wasFirst, progress)
    guard !plan.terms.isEmpty else {
      guard let secondments else { return plan }
      plan.notes = secondments.notes + plan.notes
      plan.notes.append(
        "Secondments are planned before reviews; this is said of reviews with the secondments that "
          + "were planned.")
      return plan
    }
    if let secondments { plan.take(secondments) }
    if let coaching { plan.take(coaching) }
    try plan.addAdvocates(
      of: scenario, options: rest(stop, datesStop).options, stop: rest(stop, datesStop).stop,
      progress: progress)
    try plan.addNetworks(
      of: scenario, options: rest(stop, datesStop).options, stop: rest(stop, datesStop).stop,
      progress: progress)
    plan.notes += scenario.notesOfSecondmentsUnderWay(terms: plan.terms.count)
    return plan
  }

  /// No plan at all, since there is no coaching that keeps every must.
  private func unplanned(_ coaching: CoachingPlanner.Outcome) -> Plan {
    Plan(
      trust: scenario.trust, status: coaching.isInfeasible ? .infeasible : .unknown, cost: nil,
      bound: nil, seed: options.seed, terms: [], notes: coaching.notes)
  }

  /// What is left in a hurry, however great the effort that was asked for.
  private var brief: PlanningOptions {
    var brief = options
    brief.effort = Effort(level: 1)
    return brief
  }

  /// The effort and the stop of what is planned after the reviews: a stop that ended the reviews would
  /// leave nothing at all of it.
  private func rest(
    _ stop: StopSignal, _ datesStop: StopSignal?
  ) -> (options: PlanningOptions, stop: StopSignal) {
    guard let datesStop, stop.isSent else { return (options, stop) }
    return (brief, datesStop)
  }

  /// The reviews, in a hurry where a stop left none of them: before they began, while they were made
  /// ready, or before the first teams were found.
  ///
  /// - Parameter mayHurry: whether something was planned before them that would be lost.
  private func reviews(
    of scenario: Scenario, _ stop: StopSignal, _ datesStop: StopSignal?, mayHurry: Bool,
    _ progress: @escaping @Sendable (SearchProgress) -> Void
  ) async throws -> Plan {
    if let datesStop, mayHurry, stop.isSent {
      return try await briefReviews(of: scenario, datesStop, progress)
    }
    let plan = try await HorizonPlanner(scenario, terms: terms, options: options)
      .plan(stop: stop, datesStop: datesStop, progress: progress)
    guard let datesStop, mayHurry, stop.isSent, plan.terms.isEmpty, plan.status != .infeasible
    else { return plan }
    let brief = try await briefReviews(of: scenario, datesStop, progress)
    return brief.terms.isEmpty && brief.status != .infeasible ? plan : brief
  }

  /// With more reviews in all terms together even those in a hurry take long.
  private static let mostHurried = 400

  /// The least effort is not stopped: a stop that was sent by then would leave nothing of all
  /// that was planned before.
  private func briefReviews(
    of scenario: Scenario, _ stop: StopSignal,
    _ progress: @escaping @Sendable (SearchProgress) -> Void
  ) async throws -> Plan {
    let reviews = TrustFacts(scenario).participants.count * (terms ?? scenario.horizon)
    let isSmall = reviews <= Self.mostHurried
    let stop = isSmall ? StopSignal() : stop
    var plan = try await HorizonPlanner(scenario, terms: terms, options: brief)
      .plan(stop: stop, progress: progress)
    if !plan.terms.isEmpty {
      plan.notes.append(
        "The search was stopped before there were any reviews; they were planned in a hurry.")
    }
    return plan
  }
}

extension Plan {
  fileprivate mutating func take(_ outcome: SecondmentPlanner.Outcome) {
    secondments = outcome.secondments
    unfilled = outcome.unfilled
    secondmentCosts = outcome.costs
    secondmentWorstOff = outcome.worstOff
    notes = outcome.notes + notes
    add(cost: outcome.cost, bound: outcome.bound)
  }

  fileprivate mutating func take(_ outcome: CoachingPlanner.Outcome) {
    coaching = outcome.plan
    notes = outcome.notes + notes
    add(cost: outcome.cost, bound: outcome.bound)
  }

  /// Adds what one programme costs, and what it costs at least, to a plan that has both of the
  /// programmes before; no bound of one is no bound of the whole.
  mutating func add(cost more: Int, bound least: Int?) {
    cost = cost.map { $0 + more }
    bound = bound.flatMap { bound in least.map { bound + $0 } }
    status = bound != nil && bound == cost ? .optimal : .feasible
  }
}
