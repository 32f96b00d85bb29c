import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct NodeProgramTests {
  @Test(arguments: 0..<8)
  func `a twin bounds a node as its origin does`(block: Int) async throws {
    let seed = UInt64(block)
    let problem = TownPartition.make(seed: seed, items: 12...20)
    let program = Self.program(problem)
    let root = BranchState(problem, [])
    let first = await program.pricing.solve(
      root, cutoff: .max, penalty: 1e7, rounds: 4, mode: .root, workLimit: .max)
    #expect(first.kind == .solved, "seed \(seed)")
    let twin = program.twin()
    #expect(twin.pricing.work == 0)
    let decision = BranchDecision.pair(0, 1, together: true)
    for side in [decision, decision.opposite] {
      let state = BranchState(problem, [side])
      var bounds: [Int] = []
      for one in [program, twin] {
        let found = await one.pricing.solve(
          state, cutoff: .max, penalty: 1e7, rounds: 0, mode: .node, workLimit: .max)
        #expect(found.kind == .solved, "seed \(seed)")
        bounds.append(found.bound)
      }
      // Other optimal multipliers may round to another whole number.
      #expect(abs(bounds[0] - bounds[1]) <= 1, "seed \(seed)")
    }
  }

  @Test func `a program that is called knows what all others have found`() async {
    let problem = TownPartition.make(seed: 3, items: 30...30)
    let program = Self.program(problem)
    _ = await program.pricing.solve(
      BranchState(problem, []), cutoff: .max, penalty: 1e7, rounds: 2, mode: .root,
      workLimit: .max)
    var crew = NodeCrew(program)
    let members = crew.call(2)
    let known = members[0].program.pricing.known
    #expect(members[0].program === program && members[1].program.pricing.known == known)
    for (index, member) in members.enumerated() {
      #expect(member.news.isEmpty)
      let together = (0..<3).map { BranchDecision.pair(index + 4 * $0, 29 - $0, together: true) }
      _ = await member.program.pricing.solve(
        BranchState(problem, together), cutoff: .max, penalty: 1e7, rounds: 2, mode: .node,
        workLimit: .max)
    }
    // Each has found what the other has not.
    let found = members.map { $0.program.pricing.known }
    #expect(!found[0].subtracting(found[1]).isEmpty && !found[1].subtracting(found[0]).isEmpty)
    // The first to be idle is called first, and one that was not there yet knows what it knows.
    for member in members.reversed() { crew.dismiss(member) }
    let again = crew.call(3)
    #expect(again[0].program === members[1].program && again[1].program === program)
    for member in again {
      for news in member.news { member.program.pricing.learn(news) }
      #expect(member.program.pricing.known == found[0].union(found[1]))
    }
  }

  @Test func `a split is one of those open`() async throws {
    let problem = TownPartition.make(seed: 11, items: 24...24)
    let program = Self.program(problem)
    let state = BranchState(problem, [])
    let outcome = await program.pricing.solve(
      state, cutoff: .max, penalty: 1e7, rounds: 0, mode: .root, workLimit: .max)
    try #require(!outcome.isWhole)
    let split = try #require(program.split(outcome, state, decisions: [], cutoff: .max))
    var shares = DecisionShares()
    for (group, value) in outcome.groups { shares.addPairs(of: group, value) }
    #expect(shares.evenest(99) { _ in true }.contains(split))
    #expect(shares.evenest(99) { $0 != split }.contains(split) == false)
  }

  private static func program(_ problem: StaffedPartition) -> NodeProgram {
    NodeProgram(
      ColumnGeneration(
        problem, neighbours: Annealing.neighbours(problem, most: 12), threads: 1,
        stop: StopSignal()))
  }
}
