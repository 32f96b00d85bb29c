import Testing

@testable import TrefoilSolver

@Suite struct StaffOrdersTests {
  @Test(arguments: 0..<40)
  func `the order is that of sorting everyone who may`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var problem = StaffedPartition(itemCount: 5, groupCounts: [3: 1, 2: 1])
    problem.staffCount = 1 + random.below(9)
    let staffCount = problem.staffCount
    let costs = (0..<(staffCount * 5)).map { _ in
      random.below(6) == 0 ? StaffedPartition.forbidden : random.below(8)
    }
    let orders = StaffOrders(problem, costs: costs)
    let isPriced = (0..<staffCount).map { _ in random.below(2) == 0 }
    let isBanned = costs.map { _ in random.below(5) == 0 }
    let price = (0..<staffCount).map { isPriced[$0] ? random.below(9) * 512 : 0 }
    let fine = costs.indices.map { costs[$0] * PricedTables.scale + price[$0 / 5] }
    var order = Array(repeating: Int32(-1), count: staffCount * 5)
    var counts = Array(repeating: -1, count: 5)
    let isComplete = orders.write(
      fine, isPriced: isPriced, isBanned: isBanned, into: &order, counts: &counts)
    // Nobody here is priced out.
    #expect(isComplete, "seed \(seed)")
    for host in 0..<5 {
      let wanted = (0..<staffCount).filter {
        !isBanned[$0 * 5 + host] && fine[$0 * 5 + host] < PricedTables.forbidden / 2
      }
      .sorted { (fine[$0 * 5 + host], $0) < (fine[$1 * 5 + host], $1) }
      let found = order[(host * staffCount)..<(host * staffCount + counts[host])]
      #expect(found.map { Int($0) } == wanted, "seed \(seed), host \(host)")
    }
  }
}
