import TrefoilModel
import TrefoilSolver

/// Whether terms that can each be planned by themselves can be planned as one: earlier terms are history
/// for later ones, and schools that must not meet again run out of new partners.
struct JointTerms {
  /// With more of them tried, a long horizon would take too long.
  private static let mostTried = 3

  let scenario: Scenario
  let count: Int
  let options: PlanningOptions
  let stop: StopSignal

  /// Plans all terms, and where that fails as many of the first ones as can be. About as long as planning
  /// the terms three times at a tenth of the effort.
  func found() async throws -> PartDiagnosis {
    if try await hasPlan(scenario, terms: count) {
      return PartDiagnosis(notes: ["The \(count) terms can be planned as one."])
    }
    var first = 1
    while first + 1 < count, !stop.isSent, try await hasPlan(scenario, terms: first + 1) {
      first += 1
    }
    let limit = await limit()
    let failing = name(limit ?? first)
    guard let limit else {
      return PartDiagnosis(
        status: .unknown,
        notes: [
          "Each of the \(count) terms can be planned by itself, \(together(first)), but no plan was "
            + "found in which \(failing) follows; it is not proven that there is none."
        ])
    }
    return PartDiagnosis(status: .impossible, reasons: [try await reason(limit, failing)])
  }

  private func together(_ terms: Int) -> String {
    terms == 1 ? "\(name(0)) first" : "\(name(0)) to \(name(terms - 1)) as one"
  }

  private func name(_ term: Int) -> String { scenario.term(at: term).name }

  private func hasPlan(_ scenario: Scenario, terms: Int) async throws -> Bool {
    var options = options
    options.effort = Effort(level: max(1, options.effort.level / 10))
    let plan = try await HorizonPlanner(scenario, terms: terms, options: options).plan(stop: stop)
    return plan.terms.count == terms
  }

  /// How many terms there can be at most without two schools meeting again, where that is a must for as
  /// long as all of them and counting shows that all are too many.
  private func limit() async -> Int? {
    let governed = scenario.rules[Repeat.self].governed
    let reach = governed.base.prefix { $0 == .must }.count
    guard governed.exceptions.isEmpty, reach >= count - 1,
      let terms = try? await HorizonTerms.compile(scenario, count: count, stop: stop)
    else { return nil }
    let limit = RoundsLimit(terms.rounds).rounds
    return limit < count && limit > 0 ? limit : nil
  }

  private func reason(_ limit: Int, _ failing: String) async throws -> Reason {
    let words = RequirementWords(
      scenario: scenario, facts: TrustFacts(scenario.scenario(ofTerm: 0, after: [])), term: 0)
    let requirement = Requirement.rule(Repeat.key, nil)
    let terms = limit == 1 ? "1 term" : "\(limit) terms"
    return Reason(
      term: failing, requirements: [words.written([requirement])],
      sentence: "Each term can be planned by itself, but no more than \(terms) one after the other "
        + "without schools meeting again: in \(failing) too few are left that have not met.",
      isMinimal: true, remedies: try await remedies(words, limit))
  }

  private func remedies(_ words: RequirementWords, _ limit: Int) async throws -> [Reason.Remedy] {
    var remedies: [Reason.Remedy] = []
    let source = words.written([.rule(Repeat.key, nil)])
    let rule = scenario.rules[Repeat.self]
    let milder = Repeat.milder(than: rule.setting, for: nil, of: words.facts)
    // Meeting again after as many terms as can be is tried first: the steps before it cannot do.
    let steps = milder.filter { $0.prefix { $0 == .must }.count < limit }
    for setting in steps.prefix(Self.mostTried) {
      let eased = scenario.with(
        rules: scenario.rules.with(Repeat(rule.governed.replacing(base: setting))))
      guard try await hasPlan(eased, terms: count) else { continue }
      let text = Repeat.write(setting)
      let isLeast = setting == steps.first && setting.prefix { $0 == .must }.count == limit - 1
      remedies.append(
        Reason.Remedy(
          text: "\(Repeat.key) of \(text) for all, in place of \(Repeat.write(rule.setting))"
            + (isLeast ? "" : " (less may do)"), edit: "\(Repeat.key): \(text)",
          file: source.file ?? RequirementWords.settings, line: source.line, suffices: true,
          isLeast: isLeast))
      break
    }
    if try await hasPlan(scenario, terms: limit) {
      remedies.append(
        Reason.Remedy(
          text: "plan \(limit) \(limit == 1 ? "term" : "terms") in place of \(count)",
          suffices: true, isLeast: true))
    }
    return remedies
  }
}
