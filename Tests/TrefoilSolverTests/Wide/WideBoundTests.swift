import TestSupport
import Testing

@testable import TrefoilSolver

struct WideBoundTests {
  @Test(arguments: 0..<25)
  func `bounds raised block by block never pass the least cost`(seed: UInt64) async throws {
    let towns = await WideTowns.make(seed: seed, items: 6...10, listing: 2 + Int(seed % 4))
    guard let least = SubsetOracle.leastCost(towns.tables) else { return }
    var bound = await WideBound(towns.lists, threads: 1)
    var last = Int.min
    for turn in 0..<4 {
      await bound.pass(
        most: 4 + turn, rounds: 6, step: 100, turn: turn, threads: 1, stop: StopSignal())
      let whole = try #require(bound.whole, "seed \(seed)")
      #expect(whole <= least, "seed \(seed), turn \(turn)")
      #expect(whole >= last, "seed \(seed), turn \(turn)")
      last = whole
    }
  }

  @Test(arguments: 0..<25)
  func `no triad ever costs less than its items earn`(seed: UInt64) async {
    let towns = await WideTowns.make(seed: seed, items: 9...14, listing: 2 + Int(seed % 5))
    var bound = await WideBound(towns.lists, threads: 1)
    for turn in 0..<4 {
      await bound.pass(
        most: 5, rounds: 6, step: turn == 0 ? 100 : 9, turn: turn, threads: 2, stop: StopSignal())
      let count = towns.tables.itemCount
      for one in 0..<count {
        for other in (one + 1)..<max(count, one + 1) {
          for third in (other + 1)..<max(count, other + 1) {
            let group = WideGroup(triad: [one, other, third], of: towns.lists)
            #expect(group.slack(bound.prices) >= 0, "seed \(seed), turn \(turn)")
          }
        }
      }
    }
  }

  @Test func `the bound on towns comes near the least cost`() async throws {
    var (bounds, costs) = (0, 0)
    for seed in UInt64(0)..<4 {
      let towns = await WideTowns.make(seed: seed, items: 12...12, listing: 9)
      guard let least = SubsetOracle.leastCost(towns.tables) else { continue }
      var bound = await WideBound(towns.lists, threads: 1)
      for turn in 0..<3 {
        await bound.pass(
          most: 12, rounds: 20, step: 200, turn: turn, threads: 1, stop: StopSignal())
      }
      bounds += bound.whole ?? 0
      costs += least
    }
    #expect(bounds * 100 >= costs * 92, "\(bounds) of \(costs)")
  }
}
