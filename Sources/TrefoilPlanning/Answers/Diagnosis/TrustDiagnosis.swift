import TrefoilModel
import TrefoilSolver

/// Says whether a trust can be planned at all; if not why, and what would help; if so what is only just
/// possible.
///
/// Every statement is proven or found by solving. The terms are looked at one by one, each with the
/// secondments as they are planned, up to the first that cannot be planned.
public struct TrustDiagnosis: Sendable {
  /// Questions that are asked of one term at most.
  static let mostQuestions = 4_000

  private let scenario: Scenario
  private let terms: Int
  private let options: PlanningOptions

  /// - Parameter terms: how many terms; without it as many as the scenario says.
  public init(
    _ scenario: Scenario, terms: Int? = nil, options: PlanningOptions = PlanningOptions()
  ) {
    self.scenario = scenario
    self.terms = min(max(1, terms ?? scenario.horizon), Scenario.mostTerms)
    self.options = options
  }

  /// Makes the diagnosis. The same scenario, seed and effort give the same one on any number of
  /// threads, unless it is stopped.
  ///
  /// - Throws: ``PlanningError`` as planning does.
  public func diagnose(stop: StopSignal = StopSignal()) async throws -> Diagnosis {
    var scenario = scenario
    var notes: [String] = []
    if !scenario.openings.isEmpty {
      let found = try SecondmentPlanner(scenario, options: options).plan(stop: stop)
      scenario.secondments = found.secondments
      notes += Self.sentences(found.unfilled, TrustFacts(scenario))
    }
    var diagnosis = try await reviews(of: scenario, stop: stop)
    diagnosis.notes += notes
    return diagnosis
  }

  private func reviews(of scenario: Scenario, stop: StopSignal) async throws -> Diagnosis {
    var diagnosis = Diagnosis(trust: scenario.trust, status: .possible)
    for term in 0..<terms {
      let question = Feasibility(scenario, term: term, options: options, stop: stop)
      let found = try await TermDiagnosis(question: question, mostQuestions: Self.mostQuestions)
        .found()
      switch found.status {
      case .possible: continue
      case .unknown: diagnosis.status = .unknown
      case .impossible: diagnosis.status = .impossible
      }
      diagnosis.reasons = found.reasons
      diagnosis.isComplete = found.isComplete
      if term + 1 < terms {
        diagnosis.notes.append(
          "\(scenario.term(at: term).name) cannot be planned by itself; later terms were not looked "
            + "at.")
      }
      return diagnosis
    }
    if terms > 1 {
      diagnosis.notes.append(
        "Each of the \(terms) terms can be planned by itself; whether they can as one is not said.")
    }
    return diagnosis
  }

  private static func sentences(_ unfilled: [UnfilledOpening], _ facts: TrustFacts) -> [String] {
    unfilled.map { opening in
      let remedies = opening.remedies.map { "would help: \($0)" }
      return "Opening \(opening.opening) stays \(opening.days) days a week and term short: "
        + (opening.reasons + remedies).joined(separator: "; ") + "."
    }
  }
}
