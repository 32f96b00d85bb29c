import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// What is said to be impossible of terms as one, against terms that can be planned.
@Suite struct TermsWithoutRepeatTests {
  private static func most(_ scenario: Scenario, _ rounds: RoundsProblem) async -> Int? {
    await TermsWithoutRepeat(
      scenario: scenario, count: rounds.rounds.count, stop: StopSignal()
    ).most()
  }

  private static func setting(_ rounds: RoundsProblem) -> Remainder.Setting {
    let round = rounds.rounds[0]
    if round.restCount > 0 { return .rest }
    return round.groupCounts.keys.contains(2) ? .pairs : .quads
  }

  @Test func `terms that are planted are never proven impossible`() async {
    var quads = 0
    for seed in 0..<150 as Range<UInt64> {
      let rounds = PlantedRounds.make(seed: seed)
      #expect(RoundsLimit(rounds).rounds == rounds.rounds.count, "seed \(seed)")
      let scenario = TiedTrust.scenario(of: rounds, Self.setting(rounds))
      #expect(await Self.most(scenario, rounds) == nil, "seed \(seed)")
      if Self.setting(rounds) == .quads, rounds.itemCount % 3 > 0 { quads += 1 }
    }
    #expect(quads > 30, "\(quads)")
  }

  @Test func `what is proven impossible cannot be made in any way`() async {
    var proven = 0
    for seed in 0..<400 as Range<UInt64> {
      let (scenario, rounds) = TiedTrust.tiny(seed: seed)
      guard let most = await Self.most(scenario, rounds) else { continue }
      proven += 1
      #expect(most >= MeetingOracle(rounds).mostRounds, "seed \(seed)")
    }
    #expect(proven > 50, "\(proven)")
  }

  @Test(arguments: [0, 1, 2] as [UInt64])
  func `a trust with fours that can be planned is not said to be impossible`(
    seed: UInt64
  ) async throws {
    let quads = (0..<200 as Range<UInt64>).lazy.map { PlantedRounds.make(seed: 1_000 * seed + $0) }
      .first { $0.itemCount == 13 && $0.rounds[0].groupCounts[4] == 1 }
    let rounds = try #require(quads)
    let scenario = TiedTrust.scenario(of: rounds, .quads)
    let options = PlanningOptions(effort: Effort(level: 10))
    let count = rounds.rounds.count
    let joint = try await JointTerms(
      scenario: scenario, count: count, options: options, stop: StopSignal()
    ).found(isTried: false)
    #expect(joint.status != .impossible)
    let plan = try await HorizonPlanner(scenario, terms: count, options: options).plan()
    #expect(!plan.notes.contains { $0.contains("impossible") })
  }
}
