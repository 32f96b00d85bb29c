import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct GroupScanTests {
  /// Random prices of every kind.
  private static func prices(
    _ problem: StaffedPartition, _ random: inout SeededGenerator
  ) -> Prices {
    var prices = Prices(problem)
    func draw(_ most: Int) -> Int { random.below(most) * PricedTables.scale / 7 }
    for item in prices.item.indices { prices.item[item] = draw(300) - 20 * PricedTables.scale }
    for person in prices.duty.indices { prices.duty[person] = draw(20) }
    for person in prices.day.indices { prices.day[person] = draw(20) }
    for site in prices.siteDay.indices { prices.siteDay[site] = draw(10) }
    for staff in prices.seat.indices { prices.seat[staff] = draw(30) }
    return prices
  }

  @Test(arguments: 0..<60)
  func `no group below the limit is passed by`(seed: UInt64) {
    let problem =
      seed % 2 == 0
      ? RandomPartition.make(seed: seed, most: 7, mostStaff: 4)
      : TownPartition.make(seed: seed, items: 6...9)
    var random = SeededGenerator(seed: seed)
    let prices = Self.prices(problem, &random)
    let tasks = TaskPricer(problem, prices: prices, decisions: TaskDecisions(problem))
    let pricer = GroupPricer(tasks, sizes: problem.sizes)
    let scan = GroupScan(
      problem: problem, tasks: tasks, earnings: prices.item, stop: StopSignal())
    for size in problem.sizes {
      let limit = (random.below(400) - 200) * PricedTables.scale
      var visited: Set<[Int32]> = []
      _ = scan.groups(of: size, below: limit) { members in
        visited.insert((0..<size).map { members[$0] })
        return true
      }
      for list in PartitionOracle.subsets(of: Array(0..<problem.itemCount), size: size) {
        let members = GroupState(list).members
        var value = pricer.price(members, size)
        for pair in PartitionOracle.subsets(of: list, size: 2) {
          value += problem.pairCost[pair[0] * problem.itemCount + pair[1]] * PricedTables.scale
        }
        for item in list { value -= prices.item[item] }
        let sum = scan.sum(members, size)
        #expect(sum <= value, "seed \(seed), group \(list)")
        #expect(sum + scan.seatsBeyond(members, size) <= value, "seed \(seed), group \(list)")
        if sum < limit { #expect(visited.contains(list.map { Int32($0) }), "seed \(seed)") }
      }
    }
  }

  @Test func `a fourth item that others gain by being with is not passed by`() {
    var problem = StaffedPartition(itemCount: 4, groupCounts: [4: 1])
    for item in 0..<3 {
      problem.pairCost[item * 4 + 3] = -10
      problem.pairCost[3 * 4 + item] = -10
    }
    let prices = Prices(problem)
    let tasks = TaskPricer(problem, prices: prices, decisions: TaskDecisions(problem))
    let scan = GroupScan(
      problem: problem, tasks: tasks, earnings: prices.item, stop: StopSignal())
    var visited = 0
    _ = scan.groups(of: 4, below: 0) { _ in
      visited += 1
      return true
    }
    #expect(visited == 1)
  }
}
