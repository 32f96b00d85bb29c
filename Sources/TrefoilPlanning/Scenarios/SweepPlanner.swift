import TrefoilModel
import TrefoilSolver

/// Plans the variants of a sweep, chain by chain.
///
/// In a chain a setting tightens from one variant to the next. Where nothing is cheaper and no limit wider
/// than before, a plan that was proven cheapest and costs the same is proven cheapest still, and stands for
/// the variant; otherwise the variant is planned anew, beginning with that plan and with the groups that its
/// proof came upon; and once more from nothing where that is not proven cheapest. No variant depends on
/// another chain, so that it does not matter which chains are planned where, or in which order.
public struct SweepPlanner: Sendable {
  /// Of the questions that a diagnosis may ask.
  private static let shareForReasons = 0.25

  private let scenario: Scenario
  private let grid: SweepGrid
  private let options: PlanningOptions
  /// Variants that are planned one after another; each is in one of them.
  public let chains: [[Int]]

  /// A variant that is planned, for the next of its chain to begin from.
  public struct Planned: Sendable {
    public let record: SweepRecord
    let plan: Plan
    let problem: StaffedPartition?
    /// Groups that proofs of this chain came upon.
    let columns: [StaffedGroup]
  }

  /// Plans whose reviews are not all there is, or are of several terms, or are chosen among equals by
  /// `worst-off`, are made anew for each variant.
  public init(
    _ scenario: Scenario, grid: SweepGrid, options: PlanningOptions = PlanningOptions()
  ) async throws {
    self.scenario = scenario
    self.grid = grid
    self.options = options
    let isReviewsAlone =
      scenario.openings.isEmpty && scenario.coaching.isEmpty && scenario.trustees.isEmpty
      && scenario.networks.isEmpty && scenario.horizon == 1
    let isAboutCost = grid.axes.allSatisfy { axis in
      axis.rule != WorstOffRule.key
        && RuleCatalogue.all.contains { $0.key == axis.rule && !$0.isAboutDates }
    }
    chains =
      isReviewsAlone && isAboutCost && !scenario.rules[WorstOffRule.self].setting
      ? try await SweepChains(scenario, grid).chains : SweepChains(single: grid).chains
  }

  /// The whole plan of a variant, as ``TrustPlanner`` makes it or as the one before it in its chain has
  /// it, and what there is to say of it.
  ///
  /// Stops and errors are those of ``TrustPlanner``.
  public func plan(
    _ variant: Int, after previous: Planned? = nil, stop: StopSignal = StopSignal(),
    firstStop: StopSignal? = nil, datesStop: StopSignal? = nil
  ) async throws -> Planned {
    let scenario = grid.scenario(of: variant, from: scenario)
    let isInChain = chains.first.map { $0.count > 1 } ?? false
    let model = isInChain ? try await ReviewPlanner.model(of: scenario) : nil
    var columns = previous?.columns ?? []
    let plan: Plan
    if let previous, let model, model.obstacles.isEmpty,
      let kept = kept(previous, scenario, model.problem)
    {
      return planned(variant, kept, scenario, model, columns)
    } else if let model {
      var planner = ReviewPlanner(scenario.scenario(ofTerm: 0, after: []), options: options)
      planner.start = start(previous, model)
      var found = try await planner.planned(model, stop: stop, datesStop: datesStop) { _ in }
      if [.feasible, .unknown].contains(found.plan.status), !planner.start.groups.isEmpty,
        !stop.isSent
      {
        // What begins well and is not proven may be worse than what begins anew.
        planner.start = PartitionSolver.Start()
        let anew = try await planner.planned(model, stop: stop, datesStop: datesStop) { _ in }
        if !stop.isSent || anew.plan.cost ?? .max < found.plan.cost ?? .max { found = anew }
      }
      plan = found.plan
      if !found.columns.isEmpty { columns = found.columns }
    } else {
      plan = try await TrustPlanner(scenario, options: options, seeksRemedies: false)
        .plan(stop: stop, firstStop: firstStop, datesStop: datesStop)
    }
    let (status, note) = try await verdict(on: plan, scenario, stop)
    var judged = plan
    judged.status = status
    return planned(variant, judged, scenario, model, columns, note: note)
  }

  /// The status of a plan, which reasons may make clear, and what there is to say of it.
  private func verdict(
    on plan: Plan, _ scenario: Scenario, _ stop: StopSignal
  ) async throws -> (status: PlanStatus, note: String) {
    switch plan.status {
    case .optimal: return (.optimal, "")
    case .feasible:
      let note =
        stop.isSent ? "the search was stopped before it ended" : "not proven within the effort"
      return (.feasible, note)
    case .infeasible, .unknown:
      // The planner proves only that one term cannot be; reasons may show it of all of them as one.
      guard plan.status == .infeasible || scenario.horizon > 1,
        TrustFacts(scenario).participants.count <= ReasonedPlanner.mostSchools
      else { return (plan.status, plan.notes.first ?? "") }
      let diagnosis = TrustDiagnosis(scenario, options: options, seeksRemedies: false)
      let found = try await diagnosis.verdict(
        on: diagnosis.settled(stop).scenario, share: Self.shareForReasons, isTried: true,
        stop: stop)
      let status = found.status == .impossible ? .infeasible : plan.status
      let note = Self.sentences(found.reasons)
      return (status, note.isEmpty ? plan.notes.first ?? "" : note)
    }
  }

  /// Each sentence once.
  private static func sentences(_ reasons: [Reason]) -> String {
    var seen: Set<String> = []
    return reasons.map(\.sentence).filter { seen.insert($0).inserted }.joined(separator: " ")
  }

  /// The plan before this one, to begin with, and groups that its proof came upon.
  private func start(_ previous: Planned?, _ model: ReviewModel) -> PartitionSolver.Start {
    guard let previous, previous.plan.status == .optimal,
      previous.problem?.itemCount == model.problem.itemCount
    else { return PartitionSolver.Start() }
    let numbers = previous.plan.terms.first.flatMap { model.numbers(of: $0) }
    return PartitionSolver.Start(
      groups: numbers?.groups ?? [], resting: numbers?.resting ?? [], columns: previous.columns)
  }

  private func planned(
    _ variant: Int, _ plan: Plan, _ scenario: Scenario, _ model: ReviewModel?,
    _ columns: [StaffedGroup], note: String = ""
  ) -> Planned {
    let record = SweepRecord(
      variant: variant, plan: plan, facts: TrustFacts(scenario), note: Excerpt.escaped(note))
    let problem = model.flatMap { $0.obstacles.isEmpty ? $0.problem : nil }
    return Planned(record: record, plan: plan, problem: problem, columns: columns)
  }

  /// The plan before this one, with the figures of this variant, where it is proven cheapest here too.
  private func kept(
    _ previous: Planned, _ scenario: Scenario, _ problem: StaffedPartition
  ) -> Plan? {
    var plan = previous.plan
    guard plan.status == .optimal, plan.terms.count == 1, let before = previous.problem,
      problem.isTightening(of: before)
    else { return nil }
    let facts = TrustFacts(scenario.scenario(ofTerm: 0, after: []))
    let assessment = Assessment(of: plan.terms[0], facts: facts)
    guard assessment.violations.isEmpty, assessment.cost == plan.cost else { return nil }
    plan.terms[0].costs = assessment.costs
    plan.terms[0].calendar = assessment.calendar
    for index in plan.terms[0].groups.indices {
      plan.terms[0].groups[index].costs = assessment.costs(ofGroup: index)
    }
    return plan
  }
}
