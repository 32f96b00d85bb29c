import TrefoilModel
import TrefoilSolver

/// Plans a trust as ``TrustPlanner`` does; where there is no plan it says why, or plans anyway.
public struct ReasonedPlanner: Sendable {
  /// With more schools taking part reasons are left to ``TrustDiagnosis``.
  static let mostSchools = 60
  /// Of the questions that a diagnosis may ask.
  static let share = 0.5

  private let scenario: Scenario
  private let terms: Int?
  private let options: PlanningOptions
  private let isBestEffort: Bool

  /// - Parameter isBestEffort: whether as little as can be is broken where not everything can be kept.
  public init(
    _ scenario: Scenario, terms: Int? = nil, options: PlanningOptions = PlanningOptions(),
    isBestEffort: Bool = false
  ) {
    self.scenario = scenario
    self.terms = terms
    self.options = options
    self.isBestEffort = isBestEffort
  }

  /// Makes the plan. Parameters and errors are those of
  /// ``TrustPlanner/plan(stop:firstStop:datesStop:progress:)``; `stop` ends the search for reasons too.
  public func plan(
    stop: StopSignal = StopSignal(), firstStop: StopSignal? = nil, datesStop: StopSignal? = nil,
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async throws -> Plan {
    func plan(_ scenario: Scenario) async throws -> Plan {
      try await TrustPlanner(scenario, terms: terms, options: options)
        .plan(stop: stop, firstStop: firstStop, datesStop: datesStop, progress: progress)
    }
    var first = try await plan(scenario)
    let isSmall = isBestEffort || TrustFacts(scenario).participants.count <= Self.mostSchools
    guard first.terms.isEmpty, isSmall, !stop.isSent else { return first }
    let diagnosis = TrustDiagnosis(scenario, terms: terms, options: options)
    // The planner proves only that one term cannot be; that all of them as one cannot takes a diagnosis.
    guard first.status == .infeasible || diagnosis.terms > 1 else {
      if isBestEffort { first.notes.append(BestEffort.isNotAsked) }
      return first
    }
    let found = try await diagnosis.verdict(
      on: diagnosis.settled(stop).scenario, share: isBestEffort ? 1 : Self.share, isTried: true,
      stop: stop)
    take(found, terms: diagnosis.terms, into: &first)
    guard isBestEffort else { return first }
    return try await BestEffort(diagnosis: diagnosis, first: first).made(stop: stop, by: plan)
  }

  /// What was not known before is known then.
  private func take(_ found: Diagnosis, terms: Int, into plan: inout Plan) {
    plan.reasons = found.reasons
    plan.notes += found.notes
    // A term's own notes begin with its name where there are several.
    if !found.reasons.isEmpty { plan.notes.removeAll { $0.hasSuffix(GroupObstacles.unknown) } }
    guard found.status == .impossible, plan.status != .infeasible else { return }
    plan.status = .infeasible
    plan.notes.removeAll { $0 == HorizonNotes.isNotProven(terms: terms) }
  }
}
