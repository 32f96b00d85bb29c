import TrefoilModel
import TrefoilSolver

/// Why there is no coaching: only that it must be stable can be in the way, since whoever cannot be
/// paired stays without a coach.
struct CoachingDiagnosis {
  /// What is tried in place of the must.
  private static let cost = Charge.minutes(60)

  let scenario: Scenario
  let options: PlanningOptions
  let stop: StopSignal

  /// As long as planning the coaching takes, twice where there is none.
  func found() throws -> PartDiagnosis {
    guard !scenario.coaching.isEmpty else { return PartDiagnosis() }
    let outcome = try CoachingPlanner(scenario, options: options).plan(stop: stop)
    guard outcome.plan == nil else { return PartDiagnosis() }
    guard outcome.isInfeasible else { return PartDiagnosis(status: .unknown, notes: outcome.notes) }
    return try impossible()
  }

  private func impossible() throws -> PartDiagnosis {
    let words = RequirementWords(scenario: scenario, facts: TrustFacts(scenario), term: 0)
    let source = words.written([.rule(CoachingStable.key, nil)])
    let rules = scenario.rules
    let eased = CoachingStable(rules[CoachingStable.self].governed.replacing(base: Self.cost))
    let outcome = try CoachingPlanner(scenario.with(rules: rules.with(eased)), options: options)
      .plan(stop: stop)
    let text = "\(CoachingStable.key): \(CoachingStable.write(Self.cost))"
    let easing = PartDiagnosis.Easing(broken: [BrokenRequirement(source, kept: text)]) {
      $0.with(eased)
    }
    let hasPlan = outcome.plan != nil
    return PartDiagnosis(
      status: .impossible, reasons: [reason(source, hasPlan ? text : nil)],
      easing: hasPlan ? easing : nil)
  }

  private func reason(_ source: Reason.Requirement, _ edit: String?) -> Reason {
    let remedies = edit.map { edit in
      [
        Reason.Remedy(
          text: "\(CoachingStable.key) of \(CoachingStable.write(Self.cost)) in place of must",
          edit: edit, file: source.file ?? RequirementWords.settings, line: source.line,
          suffices: true, isLeast: true)
      ]
    }
    return Reason(
      term: scenario.term.name, requirements: [source],
      sentence:
        "No coaching is stable: whoever is paired, some coach and coachee would both rather "
        + "work together.",
      isMinimal: true, remedies: remedies ?? [])
  }
}
