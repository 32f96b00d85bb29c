import TrefoilModel

/// A diagnosis of one term with all its parts, for whoever wants to check it by other means.
package struct DiagnosisStudy {
  /// A remedy as what it takes from the scenario, all other reasons being dealt with.
  package struct Change {
    package let text: String
    package let relaxation: Relaxation
    /// The same with one unit less, in every way there is: none of these is possible.
    package let less: [Relaxation]
    /// Whether that is proven; where it is not, nothing is claimed of `less`.
    package let isLeast: Bool
  }

  package private(set) var conflicts: [[Requirement]] = []
  package private(set) var isComplete = false
  package private(set) var changes: [Change] = []
  package private(set) var reasons: [Reason] = []
  /// One change for each of several reasons, all of them made; nil where none are known that do.
  package private(set) var joint: Relaxation?

  private let question: Feasibility
  private let list: RequirementList

  package init(_ scenario: Scenario, options: PlanningOptions = PlanningOptions()) async throws {
    question = Feasibility(scenario, options: options)
    list = RequirementList(scenario, facts: question.facts)
    let found = try await TermDiagnosis(question: question).found()
    conflicts = found.conflicts.map(\.requirements)
    isComplete = found.isComplete && found.conflicts.allSatisfy(\.isMinimal)
    reasons = found.reasons
    joint = found.joint
    changes = found.solved.map {
      Change(
        text: $0.remedy.text, relaxation: $0.relaxation, less: $0.less, isLeast: $0.isLeast)
    }
  }

  /// Whether no more than these is asked for.
  package func kept(_ requirements: [Requirement]) -> Relaxation {
    Relaxation(dropped: Set(list.all).subtracting(requirements))
  }

  package func scenarios(_ relaxation: Relaxation) -> [Scenario] {
    RelaxedScenario(
      question.scenario, term: question.term, facts: question.facts, relaxation
    ).scenarios
  }
}
