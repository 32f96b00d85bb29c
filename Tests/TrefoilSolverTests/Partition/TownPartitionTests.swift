import TestSupport
import Testing
import TrefoilSolver

/// Partitions large enough for cuts, fixing and diving to have their say.
@Suite struct TownPartitionTests {
  @Test(arguments: 0..<8)
  func `partitions of towns equal dynamic programming`(block: Int) async {
    for index in 0..<4 {
      let seed = UInt64(block * 1000 + index)
      let problem = TownPartition.make(seed: seed, items: 8...11)
      let outcome = await PartitionSolver(problem, effort: Effort(level: 2), seed: seed).solve()
      let least = SubsetOracle.leastCost(problem)
      #expect(outcome.solution?.cost == least, "seed \(seed)")
      #expect(outcome.bound == least ?? .max, "seed \(seed)")
    }
  }
}
