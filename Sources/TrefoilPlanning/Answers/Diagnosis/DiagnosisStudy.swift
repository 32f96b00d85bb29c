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

  /// - Parameter asked: a question whose answer no plan gives; of a trust that cannot be planned itself nil.
  package init(
    _ scenario: Scenario, asking asked: ReviewQuestion? = nil,
    options: PlanningOptions = PlanningOptions()
  ) async throws {
    let scenario = asked?.asked(of: scenario) ?? scenario
    let musts = asked?.requirements(in: scenario) ?? []
    question = Feasibility(scenario, options: options)
    list = RequirementList(scenario, facts: question.facts, asked: musts)
    let found = try await TermDiagnosis(question: question, asked: musts).found()
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
