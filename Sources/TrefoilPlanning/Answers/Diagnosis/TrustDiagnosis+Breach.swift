import TrefoilModel
import TrefoilSolver

extension TrustDiagnosis {
  /// A scenario each of whose terms can be planned, and what of the given one it does not ask for.
  struct Breach {
    /// One thing that is broken.
    struct Entry {
      let broken: BrokenRequirement
      /// In one term alone, and what it is there; nil of what is broken in all.
      var term: Int?
      var requirement: Requirement?
    }

    /// Each term that asks for less has a scenario of its own: what is broken in one is kept in the others.
    var scenario: Scenario
    var entries: [Entry] = []
    /// Whether it is proven that giving up no lighter choice will do, in every term.
    var isLightest = true
    /// Whether it is proven besides that nothing milder will do.
    var isLeast = true
    /// The same, term by term.
    var requirements: [[Requirement]] = []

    var broken: [BrokenRequirement] { entries.map(\.broken) }

    mutating func ease(_ easing: PartDiagnosis.Easing) {
      scenario = scenario.withRulesInAllTerms(easing.rules)
      entries += easing.broken.map { Entry(broken: $0) }
    }

    /// Eases `repeat` in all terms; what single schools were granted of it is no more than that, or stays.
    mutating func ease(_ easing: RepeatEasing, _ source: Reason.Requirement) {
      let (own, given) = (entries, scenario)
      entries = own.filter { entry in
        if easing.isForExceptions, case .override(Repeat.key, _) = entry.requirement {
          return false
        }
        guard let term = entry.term, case .rule(Repeat.key, .some(let subject)) = entry.requirement
        else { return true }
        return !easing.covers(subject, given.governing(term).rules)
      }
      entries += easing.broken(given, source).map { Entry(broken: $0) }
      scenario = scenario.withRulesInAllTerms(easing.eased)
      isLeast = false
    }
  }

  /// As little as can be broken, of the coaching and of each term by itself.
  ///
  /// - Throws: ``NoBreach`` where nothing will do, or not as far as is known.
  func breach(stop: StopSignal) async throws -> Breach {
    var breach = try coachingBreach(stop: stop)
    for term in 0..<terms { try await extend(&breach, toTerm: term, stop: stop) }
    breach.scenario.secondments = []
    return breach
  }

  /// As little as can be broken of the coaching alone, with the secondments as they are planned.
  private func coachingBreach(stop: StopSignal) throws -> Breach {
    var breach = Breach(scenario: try settled(stop).scenario)
    let coaching = try CoachingDiagnosis(
      scenario: breach.scenario, options: options, stop: stop
    ).found()
    guard coaching.status != .possible else { return breach }
    guard let easing = coaching.easing else {
      if stop.isSent { throw NoBreach.stopped }
      throw coaching.status == .impossible ? NoBreach.nothingHelps : NoBreach.unknown
    }
    breach.ease(easing)
    return breach
  }

  private func extend(
    _ breach: inout Breach, toTerm term: Int, stop: StopSignal
  ) async throws {
    let question = Feasibility(breach.scenario, term: term, options: options, stop: stop)
    let search = ConflictSearch(question, share: 2)
    let conflicts = try await search.conflicts().conflicts
    let least = LeastBreach(
      question: question, list: search.list, memo: search.memo,
      preferred: Set(conflicts.flatMap(\.requirements)))
    var found: LeastBreach.Breach
    do {
      found = try await least.breach()
    } catch NoBreach.unknown {
      found = try await HastyBreach(question: question, list: search.list).breach()
    }
    breach.requirements.append(found.requirements)
    if found.requirements.isEmpty { return }
    breach.isLightest = breach.isLightest && found.isLightest
    breach.isLeast = breach.isLeast && found.isLeast
    let name = terms > 1 ? breach.scenario.term(at: term).name : nil
    breach.entries += found.requirements.map { requirement in
      Breach.Entry(
        broken: least.broken(requirement, found.relaxation.eased[requirement], inTerm: name),
        term: term, requirement: requirement)
    }
    let relaxed = RelaxedScenario(
      question.scenario, term: term, facts: question.facts, found.relaxation
    ).scenarios
    breach.scenario.byTerm[term] = try await first(of: relaxed, term, stop) ?? relaxed.first
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

  // MARK: Terms as one

  /// Whether it is proven that the terms cannot be planned as one even then, where no plan was found.
  func joint(with breach: Breach, stop: StopSignal) async throws -> PartDiagnosis {
    try await jointTerms(breach, stop).found(isTried: true)
  }

  private func jointTerms(_ breach: Breach, _ stop: StopSignal) throws -> JointTerms {
    var scenario = breach.scenario
    scenario.secondments = try settled(stop).scenario.secondments
    return JointTerms(scenario: scenario, count: terms, options: options, stop: stop)
  }

  /// What is broken where `repeat` becomes a cost in all terms, as mild as planning shows that it has to be:
  /// in place of all that is broken term by term if that does, besides it otherwise; nil where no plan is
  /// found either way. Never called the least.
  func withRepeatEased(_ breach: Breach, stop: StopSignal) async throws -> Breach? {
    let plain = try coachingBreach(stop: stop)
    for start in plain.entries.count < breach.entries.count ? [plain, breach] : [breach] {
      let joint = try jointTerms(start, stop)
      guard let easing = try await joint.mildestRepeat() else { continue }
      var eased = start
      let counting = TermsWithoutRepeat(scenario: joint.scenario, count: terms, stop: stop)
      eased.ease(easing, counting.source)
      eased.scenario.secondments = []
      return eased
    }
    return nil
  }
}

extension LeastBreach {
  /// What is broken in words, with what is kept in its stead.
  func broken(
    _ requirement: Requirement, _ step: Relaxation.Step?, inTerm term: String?
  ) -> BrokenRequirement {
    return BrokenRequirement(
      words.written([requirement]), schools: requirement.school.map { [$0] } ?? [],
      people: requirement.person.map { [$0] } ?? [], who: who(requirement),
      kept: EasedWords(question, requirement).kept(step), term: term)
  }

  /// For whom a rule is broken; whatever else is written names whom it is about.
  private func who(_ requirement: Requirement) -> String {
    switch requirement {
    case .rule(Capacity.key, _)
    where question.scenario.rules[Capacity.self].setting.duties == nil:
      ""
    case .rule(_, .some(let subject)), .override(_, let subject): " for \(words.name(subject))"
    default: ""
    }
  }
}
