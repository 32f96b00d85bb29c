import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Holds what is said of a trust that cannot be planned against fresh plans with all costs, or against
/// brute force.
///
/// Reasons have to be in conflict and minimal, remedies to do and to be least, and the cause, where it is
/// known, to be among the reasons.
public struct DiagnosisCheck {
  /// What was held, and what did not hold.
  public struct Report: Sendable {
    public var trusts = 0
    public var conflicts = 0
    public var remedies = 0
    /// Remedies of which it is claimed that one step less does not do.
    public var least = 0
    /// Trusts with several reasons and one change for each that do together.
    public var joint = 0
    /// Trusts whose reasons are all known, of which no such changes are.
    public var apart = 0
    /// Best efforts of which nothing lighter does.
    public var breaches = 0
    /// Plans by best effort that break what they say.
    public var efforts = 0
    /// Fresh plans that neither were found nor proven not to be.
    public var unknown = 0
    /// Reasons or trusts of which not everything is claimed.
    public var open = 0
    /// A sentence for each thing that did not hold.
    public var failures: [String] = []
  }

  static let options = PlanningOptions(effort: Effort(level: 10))
  private static let fresh = [2, 100].map { PlanningOptions(effort: Effort(level: $0)) }

  public internal(set) var report = Report()

  public init() {}

  /// Makes the trust of a seed, impossible by known causes, and checks all that is said of it.
  public mutating func check(seed: UInt64) async throws {
    let trust = ImpossibleTrust(seed: seed)
    let name = "seed \(seed), \(trust.causes.map(\.rawValue).joined(separator: " and "))"
    let oracle: Oracle = { try await Self.isPossible($0) }
    try await expect([trust.scenario], .infeasible, "\(name): the trust itself", oracle)
    let study = try await check(trust.scenario, name, oracle)
    if !study.isComplete { fail("\(name): reasons are not complete, or one is not minimal") }
    let named = Set(study.conflicts.flatMap(\.self).map(Self.kind))
    for cause in trust.causes where !Self.kinds(of: cause).contains(where: named.contains) {
      fail("\(name): \(cause) is not among the reasons, \(named.sorted())")
    }
  }

  /// Makes any trust of a seed, and where it cannot be planned checks all that is said of it by brute
  /// force.
  public mutating func checkAny(seed: UInt64, schools: ClosedRange<Int>) async throws {
    let scenario = RandomScenario.make(seed: seed, schools: schools)
    let oracle: Oracle = { try BruteForce.leastCost(of: $0) != nil }
    guard try await oracle(scenario) == false else { return }
    let study = try await check(scenario, "random seed \(seed)", oracle)
    if study.conflicts.isEmpty { fail("random seed \(seed): no reason was found") }
    if !study.isComplete { report.open += 1 }
  }

  /// Makes any trust of a seed that can be planned, asks something of it, and where no plan does that checks
  /// all that is said of it by brute force.
  public mutating func checkAsked(seed: UInt64, schools: ClosedRange<Int>) async throws {
    let scenario = RandomScenario.make(seed: seed, schools: schools)
    let oracle: Oracle = { try BruteForce.leastCost(of: $0) != nil }
    var dice = SeededGenerator(seed: seed, stream: 0xA6)
    let asked = Self.question(to: scenario, &dice)
    guard try await oracle(scenario) == true,
      try await oracle(asked.asked(of: scenario)) == false
    else { return }
    let name = "random seed \(seed), \(asked)"
    let study = try await check(scenario, asking: asked, name, oracle)
    if study.conflicts.isEmpty { fail("\(name): no reason was found") }
    if !study.isComplete { report.open += 1 }
  }

  private static func question(
    to scenario: Scenario, _ dice: inout SeededGenerator
  ) -> ReviewQuestion {
    let schools = scenario.schools.map(\.id)
    let (one, other) = (dice.pick(schools), dice.pick(schools))
    let champions = scenario.people.filter(\.isChampion).map(\.id)
    switch dice.below(4) {
    case 0 where one != other: return .together(one, other)
    case 1 where !champions.isEmpty:
      return .seat(dice.pick(champions), dice.pick([.champion, .workshopLead]), host: one)
    case 2: return .noRest(one)
    default: return .champions(host: one)
    }
  }

  /// Makes a tiny trust of a seed, and where it cannot be planned tries by brute force all that weighs
  /// less than what best effort breaks, if that is no more than so many choices.
  public mutating func checkBreach(seed: UInt64, most: Int) async throws {
    let scenario = RandomScenario.make(seed: seed, schools: 3...4)
    guard try BruteForce.leastCost(of: scenario) == nil else { return }
    let study = try await BreachStudy(scenario, options: Self.options)
    guard let chosen = study.chosen, let lighter = study.lighter(most: most) else { return }
    report.breaches += 1
    for choice in [chosen] + lighter {
      let isPossible = try study.scenarios(freeing: choice)
        .contains { try BruteForce.leastCost(of: $0) != nil }
      if isPossible != (choice == chosen) {
        fail("breach of random seed \(seed): \(choice), where \(chosen) is broken")
      }
    }
  }

  /// Whether a scenario can be planned; nil where that is not known.
  private typealias Oracle = @Sendable (Scenario) async throws -> Bool?

  private mutating func check(
    _ scenario: Scenario, asking asked: ReviewQuestion? = nil, _ name: String, _ oracle: Oracle
  ) async throws -> DiagnosisStudy {
    report.trusts += 1
    let study = try await DiagnosisStudy(scenario, asking: asked, options: Self.options)
    for (conflict, reason) in zip(study.conflicts, study.reasons) {
      report.conflicts += 1
      let all = study.scenarios(study.kept(conflict))
      try await expect(all, .infeasible, "\(name): in conflict: \(conflict)", oracle)
      guard reason.isMinimal else { continue }
      for requirement in conflict {
        let fewer = study.scenarios(study.kept(conflict.filter { $0 != requirement }))
        try await expect(fewer, .optimal, "\(name): minimal but for \(requirement)", oracle)
      }
    }
    for change in study.changes {
      report.remedies += 1
      let scenarios = study.scenarios(change.relaxation)
      try await expect(scenarios, .optimal, "\(name): '\(change.text)' does", oracle)
      guard change.isLeast else { continue }
      report.least += 1
      for less in change.less {
        try await expect(
          study.scenarios(less), .infeasible, "\(name): less than '\(change.text)' does not", oracle
        )
      }
    }
    try await checkJoint(study, name, oracle)
    return study
  }

  private mutating func checkJoint(
    _ study: DiagnosisStudy, _ name: String, _ oracle: Oracle
  ) async throws {
    guard let joint = study.joint else {
      if study.isComplete, study.reasons.count > 1 { report.apart += 1 }
      return
    }
    report.joint += 1
    try await expect(study.scenarios(joint), .optimal, "\(name): all changes together", oracle)
    if !study.reasons.contains(where: { $0.joint != nil }) { fail("\(name): no change is named") }
  }

  mutating func fail(_ words: String) { report.failures.append(words) }

  /// What plans of scenarios come to, of which one is enough.
  private mutating func expect(
    _ scenarios: [Scenario], _ expected: PlanStatus, _ words: String, _ oracle: Oracle
  ) async throws {
    var isPossible = false
    for scenario in scenarios where !isPossible {
      guard let answer = try await oracle(scenario) else {
        report.unknown += 1
        return
      }
      isPossible = answer
    }
    if isPossible != (expected != .infeasible) { fail(words) }
  }

  /// Nil where it is neither known to be nor not to be.
  private static func isPossible(_ scenario: Scenario) async throws -> Bool? {
    for options in fresh {
      let plan = try await ReviewPlanner(scenario, options: options).plan()
      if plan.status == .infeasible { return false }
      if let term = plan.terms.first, term.hasDates == (scenario.term.dates != nil) { return true }
    }
    return nil
  }

  // MARK: Causes

  private static func kind(_ requirement: Requirement) -> String {
    switch requirement {
    case .rule(let key, _), .override(let key, _), .wish(let key, _), .seat(let key, _):
      key.rawValue
    case .conflict: "conflict"
    case .away: "away"
    case .absence: "absence"
    case .closure: "closure"
    case .closedTerm: "closed"
    case .window: "window"
    case .remainder: "remainder"
    }
  }

  /// What may be blamed for a cause; one of them has to be.
  private static func kinds(of cause: ImpossibleTrust.Cause) -> [String] {
    switch cause {
    case .island, .region: ["travel-limit"]
    case .capacity: ["capacity", "champions"]
    case .pinAndApart: ["pin", "apart"]
    case .phase: ["phase"]
    case .need: ["need"]
    case .closed: ["closure", "window"]
    case .away: ["absence", "window"]
    case .conflict: ["conflict", "pin"]
    case .met: ["repeat"]
    }
  }
}
