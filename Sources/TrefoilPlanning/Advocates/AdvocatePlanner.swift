import TrefoilModel
import TrefoilSolver

/// Plans which trustee champions which school, as one choice with one cost and one bound.
public struct AdvocatePlanner: Sendable {
  public struct Outcome: Sendable {
    public var plan: AdvocatePlan
    /// Person-minutes.
    public var cost: Int
    /// No choice of advocates costs less; nil when nothing is known.
    public var bound: Int?
  }

  private let facts: AdvocateFacts
  private let options: PlanningOptions

  public init(_ scenario: Scenario, options: PlanningOptions = PlanningOptions()) {
    facts = AdvocateFacts(TrustFacts(scenario))
    self.options = options
  }

  /// Makes the plan. The same scenario and effort give the same plan, unless it is stopped.
  ///
  /// - Throws: ``PlanningError`` when the plan does not stand up to its own verification, which only
  ///   a fault in this library can cause.
  public func plan(
    stop: StopSignal = StopSignal(), progress: (SearchProgress) -> Void = { _ in }
  ) throws(PlanningError) -> Outcome {
    let compiler = AdvocateCompiler(facts)
    let outcome = SelectionSolver(compiler.problem, effort: options.effort)
      .solve(from: compiler.start, stop: stop, progress: progress)
    var pairs = pairs(outcome.values ?? [], compiler)
    let assessment = AdvocateAssessment(of: pairs, facts: facts)
    guard assessment.violations.isEmpty, outcome.cost == assessment.cost else {
      throw PlanningError.programme(
        "advocates", planned: outcome.cost, assessed: assessment.cost,
        broken: assessment.violations)
    }
    for index in pairs.indices { pairs[index].costs = assessment.costs(ofPair: index) }
    let reasons = UnchampionedReasons(facts, pairs, isProven: outcome.isOptimal)
    let plan = AdvocatePlan(
      pairs: pairs,
      unchampioned: assessment.unchampioned.map {
        UnchampionedSchool(school: $0, reasons: reasons.reasons(of: $0))
      }, costs: assessment.costs)
    return Outcome(plan: plan, cost: assessment.cost, bound: outcome.bound)
  }

  /// What the choice says, in the order of schools.
  private func pairs(_ values: [Int], _ compiler: AdvocateCompiler) -> [Advocacy] {
    values.indices.filter { values[$0] > 0 }.compactMap { compiler.pairOfColumn[$0] }
      .sorted { ($0.school, $0.trustee) < ($1.school, $1.trustee) }
      .map {
        Advocacy(trustee: facts.trustees[$0.trustee].id, school: facts.schools[$0.school].id)
      }
  }
}

extension PlanningError {
  /// A programme whose plan breaks a rule, or costs otherwise than the engine says.
  static func programme(
    _ name: String, planned: Int?, assessed: Int, broken: [Finding]
  ) -> PlanningError {
    let cost = planned.map(String.init) ?? "nothing known"
    return PlanningError(
      sentence: broken.first.map { "the \(name) break the rule \($0.rule): \($0.sentence)" }
        ?? "the \(name) cost \(assessed) by the rules and \(cost) by the engine")
  }
}
