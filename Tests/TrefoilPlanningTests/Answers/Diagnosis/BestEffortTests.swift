import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Plans made although not everything can be kept: what they break, and that it is the least.
@Suite struct BestEffortTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))

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

  @Test func `nothing that weighs less would do`() async throws {
    var check = DiagnosisCheck()
    for seed in 0..<12 as Range<UInt64> { try await check.checkBreach(seed: seed, most: 8) }
    #expect(check.report.failures == [])
    #expect(check.report.breaches > 1)
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
