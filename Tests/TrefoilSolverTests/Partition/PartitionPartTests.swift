import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct PartitionPartTests {
  /// Every choice of groups of a solution is a part; its best, put back, makes the whole cheaper by
  /// just what it saves, and stays within what the rest leaves of everyone's time.
  @Test(arguments: 0..<6)
  func `parts cost less than the whole by what stands`(block: Int) async throws {
    for index in 0..<12 {
      let seed = UInt64(block * 1000 + index)
      let problem = RandomPartition.make(seed: seed, most: 7, mostStaff: 3)
      let outcome = await PartitionSolver(problem, effort: Effort(level: 1), seed: seed).solve()
      guard let solution = outcome.solution else { continue }
      for choice in 1..<(1 << solution.groups.count) {
        await check(problem, Self.dearer(solution, problem), choice, seed)
      }
    }
  }

  /// The solution with its teams thinned out where that may be, so that parts have much to mend.
  private static func dearer(
    _ solution: PartitionSolution, _ problem: StaffedPartition
  ) -> PartitionSolution {
    let groups = solution.groups.map { group in
      StaffedGroup(
        members: group.members,
        tasks: group.tasks.map { task in
          StaffedTask(
            host: task.host, visitors: task.visitors, staff: Array(task.staff.dropLast()),
            lead: task.lead)
        })
    }
    let cost = PartitionCost(problem).cost(groups: groups, resting: solution.resting)
    guard cost < StaffedPartition.forbidden / 2 else { return solution }
    return PartitionSolution(groups: groups, resting: solution.resting, cost: cost)
  }

  private func check(
    _ problem: StaffedPartition, _ solution: PartitionSolution, _ choice: Int, _ seed: UInt64
  ) async {
    let isChosen = solution.groups.indices.map { choice & (1 << $0) != 0 }
    let old = solution.groups.indices.filter { isChosen[$0] }.map { solution.groups[$0] }
    let standing = solution.groups.indices.filter { !isChosen[$0] }.map { solution.groups[$0] }
    var counts: [Int: Int] = [:]
    for group in old { counts[group.members.count, default: 0] += 1 }
    let resting = choice % 2 == 0 ? solution.resting : []
    var whole = problem
    for item in problem.itemsThatNeverRest { whole.restCost[item] = StaffedPartition.forbidden }
    let part = PartitionPart(
      of: whole, items: (old.flatMap(\.members) + resting).sorted(), groupCounts: counts,
      restCount: resting.count, staff: Array(0..<problem.staffCount),
      standing: standing.flatMap(\.tasks))
    let present = part.solution(groups: old, resting: resting)
    #expect(present.cost < StaffedPartition.forbidden / 2, "seed \(seed) choice \(choice)")
    let outcome = await PartitionSolver(part.problem, effort: Effort(level: 1)).solve()
    guard let best = outcome.solution else {
      Issue.record("the part has no solution: seed \(seed) choice \(choice)")
      return
    }
    let groups = standing + best.groups.map(part.named)
    let rests = solution.resting.filter { !resting.contains($0) } + part.named(best.resting)
    let cost = PartitionCost(problem).cost(groups: groups, resting: rests)
    #expect(best.cost <= present.cost, "seed \(seed) choice \(choice)")
    #expect(
      solution.cost - cost == present.cost - best.cost, "seed \(seed) choice \(choice)")
  }
}
