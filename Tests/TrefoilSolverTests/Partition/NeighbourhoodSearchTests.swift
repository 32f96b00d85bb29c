import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct NeighbourhoodSearchTests {
  @Test(arguments: 0..<3)
  func `regions solved anew make a whole that is no dearer and keeps every rule`(
    block: Int
  ) async throws {
    let seed = UInt64(block)
    let problem = TownPartition.make(seed: seed, items: 58...64)
    let neighbours = Annealing.neighbours(problem, most: 12)
    let start = try #require(Self.poor(problem, neighbours, seed), "seed \(seed)")
    let search = NeighbourhoodSearch(
      problem, neighbours: neighbours, check: nil, seed: seed, stop: StopSignal())
    let found = await search.better(start, sweeps: 1, turn: 0, workLimit: 2_000_000)
    let cost = PartitionCost(problem).cost(
      groups: found.solution.groups, resting: found.solution.resting)
    #expect(found.solution.cost == cost, "seed \(seed)")
    #expect(found.solution.cost < start.cost, "seed \(seed)")
    let again = await search.better(start, sweeps: 1, turn: 0, workLimit: 2_000_000)
    #expect(again.solution == found.solution && again.work == found.work, "seed \(seed)")
  }

  @Test func `what the owner turns down is not taken`() async throws {
    let problem = TownPartition.make(seed: 5, items: 48...50)
    let neighbours = Annealing.neighbours(problem, most: 12)
    let start = try #require(Self.poor(problem, neighbours, 5))
    let search = NeighbourhoodSearch(
      problem, neighbours: neighbours,
      check: { _ in .rejected(tasks: [], isProven: false) }, seed: 5, stop: StopSignal())
    let found = await search.better(start, sweeps: 1, turn: 0, workLimit: 500_000)
    #expect(found.solution == start)
    #expect(found.work > 0)
  }

  @Test func `nothing is done after the limit or a stop`() async throws {
    let problem = TownPartition.make(seed: 6, items: 48...50)
    let neighbours = Annealing.neighbours(problem, most: 12)
    let start = try #require(Self.poor(problem, neighbours, 6))
    let stop = StopSignal()
    let search = NeighbourhoodSearch(
      problem, neighbours: neighbours, check: nil, seed: 6, stop: stop)
    let limited = await search.better(start, sweeps: 9, turn: 0, workLimit: -1)
    #expect(limited.solution == start && limited.work == 0)
    stop.send()
    let stopped = await search.better(start, sweeps: 9, turn: 0, workLimit: .max)
    #expect(stopped.solution == start && stopped.work == 0)
  }

  /// A solution after a short walk.
  private static func poor(
    _ problem: StaffedPartition, _ neighbours: [[Int32]], _ seed: UInt64
  ) -> PartitionSolution? {
    var problem = problem
    for item in problem.itemsThatNeverRest { problem.restCost[item] = StaffedPartition.forbidden }
    var walk = Annealing(problem, neighbours: neighbours, random: SeededGenerator(seed: seed))
    walk.run(steps: 800, stop: StopSignal())
    return walk.solution
  }
}
