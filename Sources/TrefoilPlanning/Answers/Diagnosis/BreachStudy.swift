import TrefoilModel
import TrefoilSolver

/// What best effort breaks in the first term, with all that weighs less, for whoever wants to check it by
/// other means.
package struct BreachStudy {
  /// What is broken; nil where nothing was found that would do, or it is not proven that nothing lighter
  /// does.
  package let chosen: [Requirement]?

  private let scenario: Scenario
  private let facts: TrustFacts

  package init(_ scenario: Scenario, options: PlanningOptions = PlanningOptions()) async throws {
    let diagnosis = TrustDiagnosis(scenario, terms: 1, options: options)
    self.scenario = try diagnosis.settled(StopSignal()).scenario
    facts = TrustFacts(self.scenario.scenario(ofTerm: 0, after: []))
    do {
      let breach = try await diagnosis.breach(stop: StopSignal())
      chosen = breach.isLightest ? breach.requirements.first : nil
    } catch is NoBreach {
      chosen = nil
    }
  }

  /// All choices of requirements that weigh less than what is broken; nil where there are more than so
  /// many.
  package func lighter(most: Int) -> [[Requirement]]? {
    func weight(_ choice: [Requirement]) -> Int {
      choice.reduce(0) { $0 + Priority.weight($1) }
    }
    let limit = weight(chosen ?? [])
    var choices: [[Requirement]] = [[]]
    for requirement in RequirementList(scenario, facts: facts).all {
      for choice in choices where weight(choice + [requirement]) < limit {
        choices.append(choice + [requirement])
        if choices.count > most { return nil }
      }
    }
    return choices
  }

  /// The scenario without what is freed, as the scenarios of which one has to be possible.
  package func scenarios(freeing choice: [Requirement]) -> [Scenario] {
    var relaxation = Relaxation()
    relaxation.free(choice)
    return RelaxedScenario(scenario, term: 0, facts: facts, relaxation).scenarios
  }
}
