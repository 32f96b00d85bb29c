import TrefoilModel
import TrefoilSolver

/// Plans who is seconded where, over all terms that openings reach.
///
/// The whole is one choice of moves, chains and cycles, with one cost and one bound: the best set, not
/// the best move after the best move.
public struct SecondmentPlanner: Sendable {
  public struct Outcome: Sendable {
    public var secondments: [Secondment]
    public var unfilled: [UnfilledOpening]
    public var costs: [RuleKey: Int]
    public var cost: Int
    /// No secondments cost less; nil when nothing is known.
    public var bound: Int?
    /// Who travels longest in a week; nil without the rule `worst-off`, and where nobody travels.
    public var worstOff: WorstOff?
    public var notes: [String]
  }

  private let facts: SecondmentFacts
  private let options: PlanningOptions
  private let seeksRemedies: Bool

  /// - Parameter seeksRemedies: whether changes that would fill openings are looked for, each by
  ///   planning anew.
  public init(
    _ scenario: Scenario, options: PlanningOptions = PlanningOptions(), seeksRemedies: Bool = true
  ) {
    facts = SecondmentFacts(TrustFacts(scenario))
    self.options = options
    self.seeksRemedies = seeksRemedies
  }

  /// Makes the plan; without openings an empty one that costs what unserved aims cost.
  ///
  /// The same scenario and effort give the same plan, unless it is stopped.
  ///
  /// - Throws: ``PlanningError`` when the plan does not stand up to its own verification, which only
  ///   a fault in this library can cause.
  public func plan(
    stop: StopSignal = StopSignal(), progress: (SearchProgress) -> Void = { _ in }
  ) throws(PlanningError) -> Outcome {
    var (outcome, found) = try cheapest(stop, progress)
    addUnfilled(to: &outcome, found, stop)
    return outcome
  }

  /// What openings lack, why, and what would help.
  private func addUnfilled(to outcome: inout Outcome, _ found: Search, _ stop: StopSignal) {
    var brief = options
    brief.effort = Effort(level: options.effort.level / Self.shareOfTrial)
    let bound = seeksRemedies ? outcome.bound : nil
    var trials = RemedyTrials(
      facts.trust.scenario, outcome.secondments, bound: bound,
      hindrance: stop.isSent ? .stopped : found.leftOut.isEmpty ? .unproven : .leftOut,
      moves: found.moves
    ) { scenario, near in
      if stop.isSent { return nil }
      let search = SecondmentPlanner(scenario, options: brief)
        .search(most: nil, near: near, stop) { _ in }
      return RemedyTrials.Found(
        secondments: search.secondments, cost: search.cost ?? .max, isCut: stop.isSent)
    }
    outcome.unfilled = UnfilledReasons(
      facts, outcome.secondments, isProven: outcome.bound == outcome.cost, stop: stop
    ).unfilled(trying: &trials)
    if seeksRemedies, let note = trials.note { outcome.notes.append(note) }
  }

  /// Each trial of a remedy has this share of the effort.
  private static let shareOfTrial = 10

  private func cheapest(
    _ stop: StopSignal, _ progress: (SearchProgress) -> Void
  ) throws(PlanningError) -> (Outcome, Search) {
    let found = search(most: nil, stop, progress)
    var outcome = try planned(found)
    guard facts.trust.scenario.rules[WorstOffRule.self].setting else { return (outcome, found) }
    var descent = WorstOffDescent<Search>(cost: outcome.cost, worst: worst(found))
    if outcome.bound == outcome.cost {
      while let limit = descent.limit, !stop.isSent {
        let next = search(most: limit, stop, progress)
        descent.take(
          .init(
            found: next.cost.map { (next, $0, worst(next)) },
            bound: next.leftOut.isEmpty ? next.bound : nil))
      }
    }
    let (cost, bound) = (outcome.cost, outcome.bound)
    if let better = descent.better {
      outcome = try planned(better)
      (outcome.cost, outcome.bound) = (cost, bound)
    }
    outcome.worstOff = descent.worstOff
    outcome.notes +=
      WorstOffNotes(
        descent.worstOff, isCheapest: cost == bound, of: "secondments"
      ).sentences
    return (outcome, found)
  }

  /// What a search for the cheapest secondments came to.
  private struct Search {
    var secondments: [Secondment]
    var cost: Int?
    var bound: Int?
    /// What was not looked at, in words; then nothing is proven.
    var leftOut: [String]
    /// The moves there were to choose from.
    var moves: [PricedMove]
  }

  private func worst(_ search: Search) -> WorstOff? {
    TravelByPerson(of: search.secondments, facts: facts).worstOff
  }

  /// - Parameters:
  ///   - most: the most minutes a week that anybody travels; nil for no limit.
  ///   - near: the moves that are looked at; all without.
  private func search(
    most: Int?, near: MovesNear? = nil, _ stop: StopSignal, _ progress: (SearchProgress) -> Void
  ) -> Search {
    let compiler = compiled(most: most, near: near, stop)
    let outcome = SelectionSolver(compiler.problem, effort: options.effort)
      .solve(from: SecondmentStart(compiler, facts).values, stop: stop, progress: progress)
    return Search(
      secondments: compiler.secondments(outcome.values ?? [], of: facts), cost: outcome.cost,
      bound: outcome.bound, leftOut: compiler.leftOut,
      moves: compiler.moves)
  }

  /// The secondments with their figures, which have to come out as the search has them.
  private func planned(_ search: Search) throws(PlanningError) -> Outcome {
    var secondments = search.secondments
    let assessment = SecondmentAssessment(of: secondments, facts: facts)
    guard assessment.violations.isEmpty, search.cost == assessment.cost else {
      throw PlanningError.secondments(
        planned: search.cost ?? 0, assessed: assessment.cost,
        broken: assessment.violations.map(\.sentence))
    }
    for place in secondments.indices {
      secondments[place].costs = assessment.costs(ofSecondment: place)
    }
    return Outcome(
      secondments: secondments, unfilled: [],
      costs: assessment.costs, cost: assessment.cost,
      bound: search.leftOut.isEmpty ? search.bound : nil, notes: search.leftOut)
  }

  /// The choice to be made, with the limits of who is away listed where the linear program meets them.
  private func compiled(
    most: Int?, near: MovesNear?, _ stop: StopSignal
  ) -> SecondmentCompiler {
    let choices = SecondmentChoices(facts, most: most, near: near, stop: stop)
    let first = SecondmentCompiler(facts, choices, listed: [], stop: stop)
    guard let releases = first.releases, !stop.isSent else { return first }
    let topics = SelectionSolver(first.problem, effort: options.effort).topicsThatMatter(stop: stop)
    if topics.isEmpty { return first }
    let second = SecondmentCompiler(
      facts, choices, listed: Set(topics.map { releases.place(ofTopic: $0) }), stop: stop)
    return second.isStopped ? first : second
  }
}
