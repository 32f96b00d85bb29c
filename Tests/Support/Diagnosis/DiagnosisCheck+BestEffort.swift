import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Plans made although not everything can be kept.
extension DiagnosisCheck {
  /// Makes the trust of a seed, impossible by known causes, and checks that the plan made anyway breaks
  /// the rules it says, and no others.
  public mutating func checkBestEffort(seed: UInt64) async throws {
    let trust = ImpossibleTrust(seed: seed)
    let name = "seed \(seed), \(trust.causes.map(\.rawValue).joined(separator: " and "))"
    let plan = try await ReasonedPlanner(
      trust.scenario, options: Self.options, isBestEffort: true
    ).plan()
    report.efforts += 1
    guard let term = plan.terms.first, !plan.broken.isEmpty else {
      fail("\(name): no plan that breaks anything")
      return
    }
    let violations = Assessment(of: term, facts: TrustFacts(trust.scenario)).violations
    let (found, said) = (
      Set(violations.map(\.rule.rawValue)).sorted(), Set(plan.broken.map(Self.key)).sorted()
    )
    if found != said { fail("\(name): says that \(said) are broken, \(found) are") }
  }

  /// The rule that speaks up where a requirement is broken.
  private static func key(_ broken: BrokenRequirement) -> String {
    let text = broken.requirement.text
    if text.contains("capacity for") { return "capacity" }
    if text.contains("conflict of interest") { return "conflict" }
    if text.contains("on some days") || text.hasPrefix("reviews:") { return "dates" }
    let word = text.prefix { $0 != ":" }
    return word == "pins" ? "pin" : String(word)
  }

  /// Checks that one, two and eight threads say and break the same.
  public mutating func checkThreads(seed: UInt64) async throws {
    let scenario = ImpossibleTrust(seed: seed).scenario
    var first: (Diagnosis, Plan)?
    for threads in [1, 2, 8] {
      var options = Self.options
      options.threads = threads
      let diagnosis = try await TrustDiagnosis(scenario, options: options).diagnose()
      let plan = try await ReasonedPlanner(scenario, options: options, isBestEffort: true).plan()
      if let first, first != (diagnosis, plan) { fail("seed \(seed): \(threads) threads differ") }
      first = first ?? (diagnosis, plan)
    }
  }
}
