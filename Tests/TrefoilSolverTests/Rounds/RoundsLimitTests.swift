import TestSupport
import Testing
import TrefoilSolver

/// What counting says there is no room for, against every way to make the rounds.
@Suite struct RoundsLimitTests {
  @Test func `whatever can be made is never counted out`() {
    var (counted, possible, exact) = (0, 0, 0)
    for seed in 0..<4_000 as Range<UInt64> {
      let problem = RandomRounds.make(seed: seed)
      guard problem.isSound else {
        Issue.record("seed \(seed) is no problem")
        continue
      }
      let (limit, most) = (RoundsLimit(problem).rounds, MeetingOracle(problem).mostRounds)
      #expect(limit >= most, "seed \(seed): \(most) rounds can be made, \(limit) counted")
      if limit < problem.rounds.count { counted += 1 }
      if most == problem.rounds.count { possible += 1 }
      if limit == most { exact += 1 }
    }
    let counts = "\(counted), \(possible), \(exact)"
    #expect(counted > 1_000 && possible > 100 && exact > 1_500, "\(counts)")
  }

  @Test func `rounds that are planted are never counted out`() {
    for seed in 0..<2_000 as Range<UInt64> {
      let problem = PlantedRounds.make(seed: seed)
      #expect(RoundsLimit(problem).rounds == problem.rounds.count, "seed \(seed)")
    }
  }

  @Test func `in a four two that do not call on each other may meet`() {
    // Calls go round the four alone, so that two pairs of the six are never called on either way.
    var problem = RoundsProblem(itemCount: 4, rounds: 1, groupCounts: [4: 1])
    var ties = RoundsTies(
      mayMeet: Array(repeating: true, count: 16), mayCall: Array(repeating: false, count: 16))
    for item in 0..<4 {
      for next in [(item + 1) % 4, (item + 3) % 4] { ties.mayCall[item * 4 + next] = true }
    }
    for cell in 0..<16 where !ties.mayCall[cell] {
      problem.tables[0].pairCost[cell] = RoundsProblem.forbidden
    }
    #expect(RoundsLimit(problem).rounds == 0)
    problem.tables[0].ties = ties
    #expect(RoundsLimit(problem).rounds == 1)
    // Calls one way round are half of what it takes.
    for item in 0..<4 { problem.tables[0].ties?.mayCall[item * 4 + (item + 3) % 4] = false }
    #expect(RoundsLimit(problem).rounds == 0)
  }
}
