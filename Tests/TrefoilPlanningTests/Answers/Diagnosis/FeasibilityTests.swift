import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Whether tiny trusts can be planned, as they are and with less asked of them, against every plan there
/// is.
@Suite struct FeasibilityTests {
  private static let options = PlanningOptions(effort: Effort(level: 10))

  private func isPossible(_ scenarios: [Scenario]) throws -> Bool {
    try scenarios.contains { try BruteForce.leastCost(of: $0) != nil }
  }

  @Test func `the answer is that of trying everything`() async throws {
    var counts: [Feasibility.Answer: Int] = [:]
    for seed in 0..<16 as Range<UInt64> {
      let scenario = RandomScenario.make(seed: seed, schools: 3...4)
      let question = Feasibility(scenario, options: Self.options)
      let list = RequirementList(scenario, facts: question.facts)
      var dice = SeededGenerator(seed: seed, stream: 0xFEA)
      var relaxations = [Relaxation()]
      for _ in 0..<3 {
        var relaxation = Relaxation()
        let some = list.all.filter { _ in dice.below(2) == 0 }
        if dice.below(2) == 0 { relaxation.free(some) } else { relaxation.dropped = Set(some) }
        relaxations.append(relaxation)
      }
      for relaxation in relaxations {
        let scenarios = RelaxedScenario(
          scenario, term: 0, facts: question.facts, relaxation
        ).scenarios
        let answer = try await question.answer(relaxation)
        counts[answer, default: 0] += 1
        #expect(
          answer == (try isPossible(scenarios) ? .possible : .impossible),
          "seed \(seed): \(relaxation)")
      }
    }
    #expect(counts[.possible, default: 0] > 6 && counts[.impossible, default: 0] > 6)
  }

  @Test func `what is allowed more is possible where less is`() async throws {
    // The order in which relaxations are compared is one the answers keep to.
    for seed in 0..<6 as Range<UInt64> {
      let question = Feasibility(ImpossibleTrust(seed: seed).scenario, options: Self.options)
      let list = RequirementList(question.scenario, facts: question.facts)
      var before = Relaxation()
      var wasPossible = false
      for requirement in list.all.reversed() {
        var relaxation = before
        relaxation.dropped.insert(requirement)
        #expect(relaxation.allows(all: before))
        let isPossible = try await question.answer(relaxation) == .possible
        #expect(isPossible || !wasPossible, "seed \(seed): \(requirement)")
        (before, wasPossible) = (relaxation, isPossible)
        if isPossible { break }
      }
      #expect(wasPossible, "seed \(seed)")
    }
  }
}
