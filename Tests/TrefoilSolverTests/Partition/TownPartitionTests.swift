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

  /// Large enough for neighbourhoods beside the root's program, and for a tree.
  @Test func `any number of threads gives the same answer`() async {
    for (items, level, others) in [(156, 1, [3]), (42, 3, [2, 8])] {
      let problem = TownPartition.make(seed: UInt64(items), items: items...items)
      var answers: [PartitionSolver.Outcome] = []
      for threads in [1] + others {
        answers.append(
          await PartitionSolver(problem, effort: Effort(level: level), seed: 4, threads: threads)
            .solve())
      }
      for answer in answers.dropFirst() {
        #expect(answer.solution == answers[0].solution)
        #expect(answer.bound == answers[0].bound)
      }
    }
  }
}
