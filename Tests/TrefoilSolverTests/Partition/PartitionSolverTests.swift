import TestSupport
import Testing
import TrefoilSolver

@Suite struct PartitionSolverTests {
  @Test(arguments: 0..<8)
  func `small random partitions equal brute force`(block: Int) async {
    for index in 0..<10 {
      let seed = UInt64(block * 1000 + index)
      let problem = RandomPartition.make(seed: seed, most: 6, mostStaff: 3)
      let outcome = await PartitionSolver(problem, effort: Effort(level: 2), seed: seed).solve()
      let least = PartitionOracle.leastCost(problem)
      #expect(outcome.solution?.cost == least, "seed \(seed)")
      #expect(outcome.bound == least ?? .max, "seed \(seed)")
      if let solution = outcome.solution {
        let cost = PartitionCost(problem).cost(groups: solution.groups, resting: solution.resting)
        #expect(cost == solution.cost, "seed \(seed)")
      }
    }
  }
}
