import TrefoilModel
import TrefoilSolver

extension ReviewQuestion {
  /// What is written in the scenario that is asked about and not in the trust's own.
  func requirements(in asked: Scenario) -> Set<Requirement> {
    let rules = asked.rules
    return switch self {
    case .otherGroup: [.wish(Forbid.key, rules[Forbid.self].setting.groups.count - 1)]
    case .noRest(let school): [.override(Rest.key, .school(school))]
    case .together: [.wish(Together.key, rules[Together.self].setting.count - 1)]
    case .seat: [.seat(Pin.key, rules[Pin.self].setting.seats.count - 1)]
    case .champions(let host):
      [.override(Champions.key, .school(host)), .override(Rest.key, .school(host))]
    }
  }

  /// Why no plan of a term that can be planned does what is asked, each with the least change that would
  /// do, and what was not looked at; none where that is not known, or where more than ``ReasonedPlanner/mostSchools`` take part.
  func reasons(
    in scenario: Scenario, options: PlanningOptions, stop: StopSignal
  ) async throws -> (reasons: [Reason], notes: [String]) {
    let asked = asked(of: scenario)
    let question = Feasibility(asked, options: options, stop: stop)
    guard question.facts.participants.count <= ReasonedPlanner.mostSchools else { return ([], []) }
    let found = try await TermDiagnosis(
      question: question, share: ReasonedPlanner.share, asked: requirements(in: asked)
    ).found()
    return (found.reasons, found.notes(isStopped: stop.isSent))
  }
}
