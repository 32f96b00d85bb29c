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

  private static func price(
    _ members: TaskPricer.Members, _ size: Int, below limit: Int, _ scan: GroupScan,
    _ pricer: GroupPricer
  ) -> Int {
    var staffing = InlineArray<5, Int>(repeating: 0)
    for position in 0..<size {
      staffing[position] = scan.staffing(of: Int(members[position]), members, size)
    }
    return pricer.price(members, size, below: limit, staffing: staffing)
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
      for firsts in scan.parts(1 + random.below(4), size: size) {
        _ = scan.groups(of: size, below: limit, firsts: firsts) { members in
          #expect(visited.insert((0..<size).map { members[$0] }).inserted, "seed \(seed)")
          return true
        }
      }
      for list in PartitionOracle.subsets(of: Array(0..<problem.itemCount), size: size) {
        let members = GroupState(list).members
        let tasks = Self.price(members, size, below: Int.max / 4, scan, pricer)
        var value = tasks
        for pair in PartitionOracle.subsets(of: list, size: 2) {
          value += problem.pairCost[pair[0] * problem.itemCount + pair[1]] * PricedTables.scale
        }
        for item in list { value -= prices.item[item] }
        let sum = scan.sum(members, size)
        #expect(sum <= value, "seed \(seed), group \(list)")
        #expect(sum + scan.seatsBeyond(members, size) <= value, "seed \(seed), group \(list)")
        // Under a limit the price is the same or not below it.
        let lower = tasks - 50 + random.below(100)
        let limited = Self.price(members, size, below: lower, scan, pricer)
        if tasks < PricedTables.forbidden {
          #expect(
            tasks < lower ? limited == tasks : limited >= lower,
            "seed \(seed), \(list): \(tasks), below \(lower) \(limited)")
        }
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
    _ = scan.groups(of: 4, below: 0, firsts: 0..<4) { _ in
      visited += 1
      return true
    }
    #expect(visited == 1)
  }
}
