import TrefoilModel
import TrefoilSolver

/// Says whether a trust can be planned at all; if not why, and what would help; if so what is only just
/// possible.
///
/// Every statement is proven or found by solving. The terms are looked at one by one, each with the
/// secondments as they are planned, up to the first that cannot be planned; then all of them as one.
public struct TrustDiagnosis: Sendable {
  let scenario: Scenario
  let terms: Int
  let options: PlanningOptions
  private let seeksRemedies: Bool

  /// - Parameters:
  ///   - terms: how many terms; without it as many as the scenario says.
  ///   - seeksRemedies: whether it is asked what would help, too, and for more reasons than one, which takes
  ///     longer.
  public init(
    _ scenario: Scenario, terms: Int? = nil, options: PlanningOptions = PlanningOptions(),
    seeksRemedies: Bool = true
  ) {
    self.scenario = scenario
    self.seeksRemedies = seeksRemedies
    self.terms = min(max(1, terms ?? scenario.horizon), Scenario.mostTerms)
    self.options = options
  }

  /// Makes the diagnosis. The same scenario, seed and effort give the same one on any number of
  /// threads, unless it is stopped.
  ///
  /// - Throws: ``PlanningError`` as planning does.
  public func diagnose(stop: StopSignal = StopSignal()) async throws -> Diagnosis {
    let (scenario, notes) = try settled(stop)
    var diagnosis = try await verdict(on: scenario, share: 1, isTried: false, stop: stop)
    diagnosis.notes += AbsentPrincipals(scenario: scenario).sentences
    if diagnosis.status == .possible {
      for term in 0..<terms {
        let warnings = await warnings(of: scenario, term: term, stop: stop)
        let name = terms > 1 ? "\(scenario.term(at: term).name): " : ""
        diagnosis.warnings += warnings.map { name + $0 }
        let wanted = try await WantedChampions(
          scenario: scenario, term: term, options: options, stop: stop
        ).found()
        diagnosis.emptySeats += wanted.reasons
        diagnosis.notes += wanted.notes.map { name + $0 }
      }
    }
    diagnosis.notes += notes
    return diagnosis
  }

  /// Of the reviews and the coaching, without what is only just possible.
  ///
  /// - Parameters:
  ///   - share: how many times the usual number of questions may be asked.
  ///   - isTried: whether a plan of all terms was looked for before, in vain.
  func verdict(
    on scenario: Scenario, share: Double, isTried: Bool, stop: StopSignal
  ) async throws -> Diagnosis {
    var diagnosis = try await reviews(of: scenario, share: share, isTried: isTried, stop: stop)
    let coaching = try CoachingDiagnosis(scenario: scenario, options: options, stop: stop).found()
    diagnosis.add(coaching: coaching.reasons)
    diagnosis.notes += coaching.notes
    if coaching.status == .impossible { diagnosis.status = .impossible }
    if coaching.status == .unknown, diagnosis.status == .possible { diagnosis.status = .unknown }
    return diagnosis
  }

  /// The scenario with its secondments as they are planned, and what there is to say of these.
  func settled(_ stop: StopSignal) throws -> (scenario: Scenario, notes: [String]) {
    guard !scenario.openings.isEmpty else { return (scenario, []) }
    var settled = scenario
    let found = try SecondmentPlanner(scenario, options: options, seeksRemedies: seeksRemedies)
      .plan(stop: stop)
    settled.secondments = found.secondments
    return (
      settled,
      Self.sentences(
        found.unfilled, found.secondments, SecondmentFacts(TrustFacts(scenario)))
    )
  }

  private func warnings(of scenario: Scenario, term: Int, stop: StopSignal) async -> [String] {
    let facts = TrustFacts(scenario.scenario(ofTerm: term, after: []))
    return await OnlyJustPossible(
      scenario: scenario, facts: facts, term: term, options: options, stop: stop
    ).warnings()
  }

  private func reviews(
    of scenario: Scenario, share: Double, isTried: Bool, stop: StopSignal
  ) async throws -> Diagnosis {
    var diagnosis = Diagnosis(trust: scenario.trust, status: .possible)
    for term in 0..<terms {
      let question = Feasibility(scenario, term: term, options: options, stop: stop)
      let found = try await TermDiagnosis(
        question: question, share: share, seeksRemedies: seeksRemedies
      ).found()
      switch found.status {
      case .possible: continue
      case .unknown: diagnosis.status = .unknown
      case .impossible: diagnosis.status = .impossible
      }
      diagnosis.reasons = found.reasons
      diagnosis.isComplete = found.isComplete
      if question.facts.participants.count > Feasibility.mostSchools {
        diagnosis.notes.append(
          "\(question.facts.participants.count) schools take part: reasons are looked for among "
            + "\(Feasibility.mostSchools) at most, and nothing was looked at here.")
      } else {
        diagnosis.notes += found.notes(isStopped: stop.isSent)
      }
      if found.status == .impossible, seeksRemedies {
        diagnosis.notes += try await SecondmentsInTheWay(
          scenario: scenario, terms: terms, term: term, options: options, stop: stop
        ).sentences()
      }
      if terms > 1 {
        let others =
          term + 1 < terms ? "later terms were not looked at" : "each term before it can"
        diagnosis.notes.append(
          "\(scenario.term(at: term).name) cannot be planned by itself; \(others).")
      }
      return diagnosis
    }
    if terms > 1 {
      let joint = try await JointTerms(
        scenario: scenario, count: terms, options: options, stop: stop,
        seeksRemedies: seeksRemedies
      ).found(isTried: isTried)
      diagnosis.status = joint.status
      diagnosis.reasons = joint.reasons
      diagnosis.isComplete = joint.isComplete
      diagnosis.notes += joint.notes
    }
    return diagnosis
  }

  private static func sentences(
    _ unfilled: [UnfilledOpening], _ secondments: [Secondment], _ facts: SecondmentFacts
  ) -> [String] {
    let moves = secondments.compactMap { facts.move($0) }
    return unfilled.map { opening in
      let remedies = opening.remedies.map { "would help: \($0)" }
      let open = facts.opening(opening.opening).map { OpenDays.of($0, in: moves) } ?? []
      return "Opening \(opening.opening) is short of "
        + open.map { $0.words(facts) }.joined(separator: ", ") + ": "
        + (opening.reasons + remedies).joined(separator: "; ") + "."
    }
  }
}

extension Diagnosis {
  /// Adds reasons why there is no coaching, which what is done about the reviews leaves as it is: one change
  /// for the reviews and one for the coaching do together.
  fileprivate mutating func add(coaching others: [Reason]) {
    let own = reasons
    reasons += others
    guard !own.isEmpty, !others.isEmpty else { return }
    let changes =
      own.count == 1 ? [own[0].remedies.first(where: \.suffices)] : own.map(\.joint)
    let more = others.map { $0.remedies.first(where: \.suffices) }
    let isKnown = changes.contains { $0 != nil } && !more.contains { $0 == nil }
    for (place, change) in (changes + more).enumerated() {
      reasons[place].joint = isKnown ? change : nil
    }
  }
}
