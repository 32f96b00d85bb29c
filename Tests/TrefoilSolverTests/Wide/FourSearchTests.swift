import TestSupport
import Testing

@testable import TrefoilSolver

struct FourSearchTests {
  /// What every group of four costs at least beyond what its items earn, ascending.
  private func slacks(_ towns: WideTowns, _ prices: DualPrices) -> [Int] {
    let (count, costs) = (towns.tables.itemCount, TableCosts(towns.tables))
    var slacks: [Int] = []
    for bits in 0..<(1 << count) where bits.nonzeroBitCount == 4 {
      let members = (0..<count).filter { bits >> $0 & 1 == 1 }
      var slack = prices.cutPrice(members) { _ in false }
      for member in members {
        let links = members.filter { $0 != member }.map { costs.evenLink(member, $0) }.sorted()
        slack += (links[0] + links[1]) * (DualPrices.scale / 2) - prices.item[member]
      }
      slacks.append(slack)
    }
    return slacks.sorted()
  }

  @Test(arguments: 0..<40)
  func `no four costs less than the least found, whatever the lists`(seed: UInt64) async throws {
    let towns = await WideTowns.make(seed: seed, items: 7...12, listing: 2 + Int(seed % 10))
    var bound = await WideBound(towns.lists, threads: 1)
    for turn in 0..<2 {
      let truth = try #require(slacks(towns, bound.prices).first)
      let search = FourSearch(bound.problem, bound.prices)
      let found = await search.least(threads: 1 + turn)
      #expect(found <= truth, "seed \(seed), turn \(turn)")
      await bound.pass(
        most: 6, rounds: 4, step: 100, turn: turn, threads: 1, stop: StopSignal())
    }
  }

  @Test(arguments: 0..<20)
  func `where everybody is listed exactly the cheapest are found`(seed: UInt64) async throws {
    let towns = await WideTowns.make(seed: seed, items: 7...11, listing: 12)
    let costs = TableCosts(towns.tables)
    let count = towns.tables.itemCount
    // Forbidden links are not listed.
    let isWhole = (0..<count).allSatisfy { one in
      (0..<count).allSatisfy { one == $0 || costs.link(one, $0) < StaffedPartition.forbidden }
    }
    guard isWhole else { return }
    var bound = await WideBound(towns.lists, threads: 1)
    await bound.pass(
      most: count, rounds: 6, step: 100, turn: 0, threads: 1, stop: StopSignal())
    let truth = slacks(towns, bound.prices)
    let search = FourSearch(bound.problem, bound.prices)
    #expect(await search.least(threads: 1) == truth[0], "seed \(seed)")
    let limit = truth[20]
    let found = await search.cheapest(below: limit, threads: 2)
    #expect(found.map(\.slack).sorted() == truth.filter { $0 < limit }, "seed \(seed)")
    #expect(Set(found.map(\.members)).count == found.count)
  }
}
