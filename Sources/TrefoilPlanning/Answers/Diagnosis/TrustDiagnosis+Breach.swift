import TrefoilModel
import TrefoilSolver

extension TrustDiagnosis {
  /// A scenario each of whose terms can be planned, and what of the given one it does not ask for.
  struct Breach {
    /// Each term that asks for less has a scenario of its own: what is broken in one is kept in the others.
    var scenario: Scenario
    var broken: [BrokenRequirement] = []
    /// Whether it is proven that giving up nothing lighter will do, in every term.
    var isLeast = true
    /// The same, term by term.
    var requirements: [[Requirement]] = []

    mutating func ease(_ easing: PartDiagnosis.Easing) {
      scenario = scenario.withInAllTerms(easing.rule)
      broken.append(easing.broken)
    }
  }

  /// As little as can be broken, of the coaching and of each term by itself; nil where nothing will do, or
  /// not as far as is known.
  func breach(stop: StopSignal) async throws -> Breach? {
    var breach = Breach(scenario: try settled(stop).scenario)
    let coaching = try CoachingDiagnosis(
      scenario: breach.scenario, options: options, stop: stop
    ).found()
    if coaching.status != .possible {
      guard let easing = coaching.easing else { return nil }
      breach.ease(easing)
    }
    for term in 0..<terms {
      guard try await extend(&breach, toTerm: term, stop: stop) else { return nil }
    }
    breach.scenario.secondments = []
    return breach
  }

  /// Whether something is known that will do.
  private func extend(
    _ breach: inout Breach, toTerm term: Int, stop: StopSignal
  ) async throws -> Bool {
    let question = Feasibility(breach.scenario, term: term, options: options, stop: stop)
    let search = ConflictSearch(question, share: 2)
    let conflicts = try await search.conflicts().conflicts
    let least = LeastBreach(
      question: question, list: search.list, memo: search.memo,
      preferred: Set(conflicts.flatMap(\.requirements)))
    guard let found = try await least.breach() else { return false }
    breach.requirements.append(found.requirements)
    if found.requirements.isEmpty { return true }
    breach.isLeast = breach.isLeast && found.isLeast
    let name = terms > 1 ? breach.scenario.term(at: term).name : nil
    breach.broken += found.requirements.map { requirement in
      least.broken(requirement, found.relaxation.eased[requirement], inTerm: name)
    }
    let relaxed = RelaxedScenario(
      question.scenario, term: term, facts: question.facts, found.relaxation
    ).scenarios
    breach.scenario.byTerm[term] = try await first(of: relaxed, term, stop) ?? relaxed.first
    return true
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

  /// Whether it is proven that the terms cannot be planned as one even then, where no plan was found; nil
  /// where there is only one.
  func joint(with breach: Breach, stop: StopSignal) async throws -> PartDiagnosis? {
    guard terms > 1 else { return nil }
    var scenario = breach.scenario
    scenario.secondments = try settled(stop).scenario.secondments
    return try await JointTerms(
      scenario: scenario, count: terms, options: options, stop: stop
    ).found(isTried: true)
  }
}

extension LeastBreach {
  /// What is broken in words, with what is kept in its stead.
  func broken(
    _ requirement: Requirement, _ step: Relaxation.Step?, inTerm term: String?
  ) -> BrokenRequirement {
    let who =
      requirement.school.map { " for \(question.facts.name($0))" }
      ?? requirement.person.map { " for \(question.facts.name($0))" } ?? ""
    return BrokenRequirement(
      words.written([requirement]), schools: requirement.school.map { [$0] } ?? [],
      people: requirement.person.map { [$0] } ?? [], who: who,
      kept: EasedWords(question, requirement).kept(step), term: term)
  }
}
