import TrefoilModel
import TrefoilSolver

/// Why not every review of a term can have all the champions that are asked for, where a seat may stay empty
/// at a cost.
///
/// Whether a seat that can be filled is worth its cost is another question, which the plan answers.
struct WantedChampions {
  let scenario: Scenario
  /// The place of the term in the plan; it can be planned.
  let term: Int
  let options: PlanningOptions
  let stop: StopSignal

  /// Nothing where every seat can be filled, or must be; as long as a diagnosis of the term takes where one
  /// cannot.
  func found() async throws -> (reasons: [Reason], notes: [String]) {
    let own = scenario.governing(term)
    let rule = own.rules[Champions.self]
    let facts = TrustFacts(own.scenario(ofTerm: term, after: []))
    guard facts.asksForChampions, let asked = asked(rule) else { return ([], []) }
    let question = Feasibility(
      own.with(rules: own.rules.with(asked)), term: term, options: options, stop: stop)
    let found = try await TermDiagnosis(
      question: question, asked: requirements(of: rule, facts.scenario.schools)
    ).found()
    switch found.status {
    case .possible: return ([], [])
    case .impossible where !found.reasons.isEmpty:
      let more =
        found.isComplete
        ? [] : ["More may be in the way of every review having its champions."]
      return (found.reasons, found.notes(isStopped: stop.isSent) + more)
    case .impossible:
      return ([], ["Not every review can have its champions; why was not found."])
    case .unknown:
      return ([], ["Whether every review can have its champions is not known."])
    }
  }

  /// The rule with every seat a must; nil where that is so already.
  private func asked(_ rule: Champions) -> Champions? {
    func filled(_ setting: Champions.Setting) -> Champions.Setting {
      Champions.Setting(number: setting.number, missing: .must)
    }
    let isPriced = rule.governed.all.contains { $0.number > 0 && $0.missing != .must }
    guard isPriced else { return nil }
    return Champions(
      Governed(
        filled(rule.setting),
        exceptions: rule.governed.exceptions.map {
          .init(subject: $0.subject, setting: filled($0.setting), reason: $0.reason)
        }))
  }

  /// What was no must before.
  private func requirements(of rule: Champions, _ schools: [School]) -> Set<Requirement> {
    let exceptions = rule.governed.exceptions
    let subjects = schools.map { Subject.school($0.id) }
    var asked = Set(
      exceptions.filter { $0.setting.missing != .must }.map { exception in
        Requirement.override(Champions.key, exception.subject)
      })
    if rule.setting.missing != .must {
      asked.formUnion(subjects.map { .rule(Champions.key, $0) })
    }
    return asked
  }
}
