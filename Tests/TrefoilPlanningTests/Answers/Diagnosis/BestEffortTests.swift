import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Plans made although not everything can be kept: what they break, and that it is the least.
@Suite struct BestEffortTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))
  /// With more ways to break less, trying them all would take too long.
  private static let mostTried = 300

  /// The rule that speaks up where a requirement is broken.
  private func key(_ broken: BrokenRequirement) -> String {
    let text = broken.requirement.text
    if text.contains("capacity for") { return "capacity" }
    if text.contains("conflict of interest") { return "conflict" }
    if text.contains("on some days") || text.hasPrefix("reviews:") { return "dates" }
    let word = text.prefix { $0 != ":" }
    return word == "pins" ? "pin" : String(word)
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 21, 34] as [UInt64])
  func `what is broken is what verification says, and nothing else`(seed: UInt64) async throws {
    let trust = ImpossibleTrust(seed: seed)
    let planner = ReasonedPlanner(trust.scenario, options: Self.options, isBestEffort: true)
    let plan = try await planner.plan()
    let term = try #require(plan.terms.first, "\(trust.causes)")
    let violations = Assessment(of: term, facts: TrustFacts(trust.scenario)).violations
    #expect(!plan.broken.isEmpty)
    #expect(
      Set(violations.map(\.rule.rawValue)).sorted() == Set(plan.broken.map(key)).sorted(),
      "\(trust.causes): \(plan.broken.map(\.sentence)), \(violations.map(\.sentence))")
    // With what is broken granted, nothing is: everything else is kept.
    let breach = try #require(
      try await TrustDiagnosis(trust.scenario, options: Self.options).breach(stop: StopSignal()))
    #expect(breach.broken == plan.broken)
    let granted = Assessment(of: term, facts: TrustFacts(breach.scenario)).violations
    #expect(granted.isEmpty, "\(granted.map(\.sentence))")
  }

  /// All choices of requirements that weigh less than this; nil where there are too many.
  private func lighter(_ all: [Requirement], than weight: Int) -> [[Requirement]]? {
    var choices: [[Requirement]] = [[]]
    for requirement in all {
      for choice in choices {
        let more = choice + [requirement]
        if more.reduce(0, { $0 + Priority.weight($1) }) < weight { choices.append(more) }
        if choices.count > Self.mostTried { return nil }
      }
    }
    return choices
  }

  @Test func `nothing that weighs less would do`() async throws {
    var held = 0
    for seed in 0..<60 as Range<UInt64> {
      let scenario = RandomScenario.make(seed: seed, schools: 3...4)
      guard try BruteForce.leastCost(of: scenario) == nil else { continue }
      let diagnosis = TrustDiagnosis(scenario, terms: 1, options: Self.options)
      guard let breach = try await diagnosis.breach(stop: StopSignal()) else { continue }
      let settled = try diagnosis.settled(StopSignal()).scenario
      let facts = TrustFacts(settled.scenario(ofTerm: 0, after: []))
      let chosen = breach.requirements.flatMap(\.self)
      let weight = chosen.reduce(0) { $0 + Priority.weight($1) }
      let all = RequirementList(settled, facts: facts).all
      guard let lighter = lighter(all, than: weight) else { continue }
      held += 1
      for choice in [chosen] + lighter {
        var relaxation = Relaxation()
        relaxation.free(choice)
        let scenarios = RelaxedScenario(settled, term: 0, facts: facts, relaxation).scenarios
        let isPossible = try scenarios.contains { try BruteForce.leastCost(of: $0) != nil }
        #expect(isPossible == (choice == chosen), "seed \(seed): \(choice), not \(chosen)")
      }
    }
    #expect(held > 5)
  }

  @Test func `one, two and eight threads say and break the same`() async throws {
    for seed in [4, 8] as [UInt64] {
      let scenario = ImpossibleTrust(seed: seed).scenario
      var plans: [Plan] = []
      var diagnoses: [Diagnosis] = []
      for threads in [1, 2, 8] {
        var options = Self.options
        options.threads = threads
        diagnoses.append(try await TrustDiagnosis(scenario, options: options).diagnose())
        let planner = ReasonedPlanner(scenario, options: options, isBestEffort: true)
        plans.append(try await planner.plan())
      }
      #expect(diagnoses.allSatisfy { $0 == diagnoses[0] }, "seed \(seed)")
      #expect(plans.allSatisfy { $0 == plans[0] }, "seed \(seed)")
    }
  }

  @Test func `what decides between equals never makes the whole weigh more`() {
    // Three light ones that are preferred must not beat two that are not.
    let chooser = HittingSet<Int> { (1 << 24) * 1 - ($0 < 3 ? 1 : 0) }
    #expect(chooser.lightest(hitting: [[0, 3], [1, 3], [2, 4]]).count == 2)
  }
}
