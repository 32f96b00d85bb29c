import TrefoilModel
import TrefoilSolver

/// Plans a trust as ``TrustPlanner`` does; where there is no plan it says why, or plans anyway.
public struct ReasonedPlanner: Sendable {
  /// With more schools taking part reasons are left to ``TrustDiagnosis``.
  static let mostSchools = 60
  /// Of the questions that a diagnosis may ask.
  private static let share = 0.5

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
    guard first.status == .infeasible, isSmall, !stop.isSent else { return first }
    let diagnosis = TrustDiagnosis(scenario, terms: terms, options: options)
    let share = isBestEffort ? 1 : Self.share
    first.reasons = try await diagnosis.reasons(share: share, stop: stop)
    guard isBestEffort else { return first }
    // Where reviews are not what is in the way, nothing of them is broken.
    guard let breach = try await diagnosis.breach(stop: stop), !breach.broken.isEmpty else {
      first.notes.append(
        "Nothing was found that could be broken so that there would be a plan.")
      return first
    }
    var anyway = try await plan(breach.scenario)
    anyway.reasons = first.reasons
    anyway.broken = breach.broken
    anyway.notes = Self.notes(breach) + anyway.notes
    return anyway
  }

  private static func notes(_ breach: TrustDiagnosis.Breach) -> [String] {
    let little =
      breach.isLeast
      ? "as little as can be, in the order of priority,"
      : "little, in the order of priority (breaking still less may do),"
    return [
      "Not everything can be kept. This plan breaks \(little) and keeps all else; what it costs and "
        + "how good that is, is said of plans that break the same."
    ] + breach.broken.map { "Broken: \($0.sentence)" }
  }
}
