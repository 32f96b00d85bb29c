import TrefoilModel
import TrefoilSolver

extension TrustDiagnosis {
  /// A scenario that can be planned, and what of the given one it does not ask for.
  struct Breach {
    var scenario: Scenario
    var broken: [BrokenRequirement]
    /// Whether it is proven that giving up nothing lighter will do, in every term.
    var isLeast: Bool
    /// The same, term by term.
    var requirements: [[Requirement]] = []
  }

  /// The reasons of the first term that cannot be planned, without what is only just possible.
  ///
  /// - Parameter share: how many times the usual number of questions may be asked.
  func reasons(share: Double, stop: StopSignal) async throws -> [Reason] {
    let scenario = try settled(stop).scenario
    let coaching = try CoachingDiagnosis(scenario: scenario, options: options, stop: stop).found()
    if !coaching.reasons.isEmpty { return coaching.reasons }
    return try await reviews(of: scenario, share: share, stop: stop).reasons
  }

  /// As little as can be broken, term by term; nil where nothing will do, or not as far as is known.
  func breach(stop: StopSignal) async throws -> Breach? {
    var scenario = try settled(stop).scenario
    var broken: [BrokenRequirement] = []
    var requirements: [[Requirement]] = []
    var isLeast = true
    for term in 0..<terms {
      let question = Feasibility(scenario, term: term, options: options, stop: stop)
      let search = ConflictSearch(question, share: 2)
      let conflicts = try await search.conflicts().conflicts
      let least = LeastBreach(
        question: question, list: search.list, memo: search.memo,
        preferred: Set(conflicts.flatMap(\.requirements)))
      guard let found = try await least.breach() else { return nil }
      requirements.append(found.requirements)
      if found.requirements.isEmpty { continue }
      isLeast = isLeast && found.isLeast
      broken += found.requirements.map { requirement in
        least.broken(requirement, found.relaxation.eased[requirement])
      }
      let relaxed = RelaxedScenario(
        scenario, term: term, facts: question.facts, found.relaxation)
      scenario = try await first(of: relaxed.scenarios, term, stop) ?? scenario
    }
    scenario.secondments = []
    return Breach(
      scenario: scenario, broken: broken, isLeast: isLeast, requirements: requirements)
  }

  private func first(
    of scenarios: [Scenario], _ term: Int, _ stop: StopSignal
  ) async throws -> Scenario? {
    for scenario in scenarios {
      let question = Feasibility(scenario, term: term, options: options, stop: stop)
      if try await question.answer() == .possible { return scenario }
    }
    return nil
  }
}

extension LeastBreach {
  /// What is broken in words, with what is kept in its stead.
  func broken(_ requirement: Requirement, _ step: Relaxation.Step?) -> BrokenRequirement {
    let written = words.written([requirement])
    let kept = EasedWords(question, requirement).kept(step)
    let who =
      requirement.school.map { " for \(question.facts.name($0))" }
      ?? requirement.person.map { " for \(question.facts.name($0))" } ?? ""
    let place = written.file.map { file in
      " (\(file)\(written.line.map { ":\($0)" } ?? ""))"
    }
    let rest = kept.map { "kept is \($0)" } ?? "nothing of it is kept"
    return BrokenRequirement(
      requirement: written, schools: requirement.school.map { [$0] } ?? [],
      people: requirement.person.map { [$0] } ?? [], kept: kept,
      sentence: "\(written.text)\(place ?? "")\(who): \(rest).")
  }
}
