import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct BlockProgramDiveTests {
  /// With little room most groups are out of the question, and somebody is left over: where leaving
  /// a few out is cheap enough by the program itself, else by what was decided until it grew too dear.
  @Test func `everybody is in one triad or left over`() async throws {
    var (placed, left, failed) = (0, 0, 0)
    for seed in UInt64(0)..<6 {
      let towns = await WideTowns.make(seed: seed, items: 30...30, listing: 8)
      var problem = towns.lists
      problem.groupCounts = [3: 10]
      problem.restCount = 0
      let bound = await WideBound(problem, threads: 1)
      for (room, cutoff) in [(100, 25_000), (120, 15_000), (180, 25_000), (300, 50_000)] {
        var program = await BlockProgram(
          closed: problem, bound.prices, block: Array(0..<30), room: room * DualPrices.scale,
          penalty: 10_000 * DualPrices.scale, threads: 1, stop: StopSignal())
        guard let dived = await program.dive(rounds: 2, cutoff: Double(cutoff)) else {
          failed += 1
          continue
        }
        let items = dived.groups.flatMap(\.self) + dived.left
        #expect(items.sorted() == Array(0..<30), "seed \(seed), room \(room), cutoff \(cutoff)")
        #expect(dived.groups.allSatisfy { $0.count == 3 }, "seed \(seed), room \(room)")
        placed += dived.groups.count
        left += dived.left.count
      }
    }
    #expect(placed > 0 && left > 0 && failed < 12)
  }
}
