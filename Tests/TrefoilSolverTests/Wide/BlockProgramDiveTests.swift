import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct BlockProgramDiveTests {
  /// With little room most groups are out of the question, and somebody is left over.
  @Test(arguments: 0..<6)
  func `everybody is in one triad or left over`(seed: UInt64) async throws {
    let towns = await WideTowns.make(seed: seed, items: 30...30, listing: 8)
    var problem = towns.lists
    problem.groupCounts = [3: 10]
    problem.restCount = 0
    let bound = await WideBound(problem, threads: 1)
    for room in [0, 20, 100] {
      var program = await BlockProgram(
        closed: problem, bound.prices, block: Array(0..<30), room: room * DualPrices.scale,
        penalty: 100_000 * DualPrices.scale, threads: 1, stop: StopSignal())
      let dived = await program.dive(rounds: 2, cutoff: 50_000)
      guard let dived else { continue }
      let items = dived.groups.flatMap(\.self) + dived.left
      #expect(items.sorted() == Array(0..<30), "seed \(seed), room \(room)")
      #expect(dived.groups.allSatisfy { $0.count == 3 }, "seed \(seed), room \(room)")
    }
  }
}
