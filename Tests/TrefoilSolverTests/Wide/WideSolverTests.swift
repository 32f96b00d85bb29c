import TestSupport
import Testing

@testable import TrefoilSolver

struct WideSolverTests {
  private func cost(_ outcome: WideSolver.Outcome, _ towns: WideTowns) -> Int {
    PartitionCost(towns.tables).cost(groups: outcome.groups, resting: outcome.resting)
  }

  @Test(arguments: 0..<20)
  func `answers are whole, cost what they say and bracket the least cost`(seed: UInt64) async throws
  {
    let towns = await WideTowns.make(seed: seed, items: 6...10, listing: 3)
    let outcome = await WideSolver(towns.lists, effort: Effort(level: 30)).solve()
    guard let least = SubsetOracle.leastCost(towns.tables) else {
      #expect(outcome.cost == nil || outcome.cost ?? 0 >= StaffedPartition.forbidden)
      return
    }
    let bound = try #require(outcome.bound, "seed \(seed)")
    #expect(bound <= least, "seed \(seed)")
    guard let found = outcome.cost else { return }
    #expect(found == cost(outcome, towns), "seed \(seed)")
    #expect(found >= least, "seed \(seed)")
  }

  @Test func `a hundred items come within a few per cent, the same on any threads`() async throws {
    let towns = await WideTowns.make(seed: 1, items: 95...105, listing: 14)
    var answers: [[StaffedGroup]] = []
    for threads in [1, 2, 8] {
      let outcome = await WideSolver(towns.lists, effort: Effort(level: 10), threads: threads)
        .solve()
      let found = try #require(outcome.cost)
      let bound = try #require(outcome.bound)
      #expect(found == cost(outcome, towns))
      #expect(bound <= found && (found - bound) * 100 <= found * 8, "\(bound), \(found)")
      answers.append(outcome.groups)
    }
    #expect(answers[0] == answers[1] && answers[0] == answers[2])
  }

  @Test func `a stop ends the search at once with a bound`() async {
    let towns = await WideTowns.make(seed: 3, items: 120...120, listing: 12)
    let stop = StopSignal()
    stop.send()
    let outcome = await WideSolver(towns.lists).solve(stop: stop)
    #expect(outcome.bound != nil)
  }
}
