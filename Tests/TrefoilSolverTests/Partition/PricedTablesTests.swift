import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct PricedTablesTests {
  @Test(arguments: 0..<60)
  func `tables brought up to date are those made anew`(seed: UInt64) {
    let problem = RandomPartition.make(seed: seed, most: 7, mostStaff: 6)
    var random = SeededGenerator(seed: seed, stream: 9)
    let seatOrders = StaffOrders(problem, costs: problem.seatCost)
    let leadOrders = StaffOrders(problem, costs: problem.leadCost)
    var (prices, decisions) = (Prices(problem), TaskDecisions(problem))
    func fresh() -> PricedTables {
      PricedTables(
        problem, prices: prices, decisions: decisions, seatOrders: seatOrders,
        leadOrders: leadOrders)
    }
    var tables = fresh()
    for step in 0..<12 {
      change(&prices, &random)
      if random.below(4) == 0 { change(&decisions, problem, &random) }
      tables.update(
        problem, prices: prices, decisions: decisions, seatOrders: seatOrders,
        leadOrders: leadOrders)
      expectSame(tables, fresh(), problem, "seed \(seed), step \(step)")
    }
  }

  /// A few people's prices; now and then one that puts somebody out of the question.
  private func change(_ prices: inout Prices, _ random: inout SeededGenerator) {
    func price() -> Int {
      let kinds = [0, 512 * random.below(9), 512 * random.below(9), PricedTables.forbidden / 2 + 1]
      return kinds[random.below(random.below(8) == 0 ? 4 : 3)]
    }
    for _ in 0..<random.below(3) where !prices.duty.isEmpty {
      prices.duty[random.below(prices.duty.count)] = price()
      prices.day[random.below(prices.day.count)] = price()
    }
    for _ in 0..<random.below(2) where !prices.siteDay.isEmpty {
      prices.siteDay[random.below(prices.siteDay.count)] = price()
    }
    for _ in 0..<random.below(3) where !prices.seat.isEmpty {
      prices.seat[random.below(prices.seat.count)] = price()
    }
  }

  private func change(
    _ decisions: inout TaskDecisions, _ problem: StaffedPartition, _ random: inout SeededGenerator
  ) {
    let (visits, seats) = (decisions.bannedVisits.count, decisions.bannedSeats.count)
    decisions.bannedVisits[random.below(visits)].toggle()
    guard seats > 0 else { return }
    decisions.bannedSeats[random.below(seats)].toggle()
    decisions.bannedLeads[random.below(seats)].toggle()
  }

  private func expectSame(
    _ one: PricedTables, _ other: PricedTables, _ problem: StaffedPartition, _ place: Comment
  ) {
    #expect(one.visit == other.visit && one.seat == other.seat && one.lead == other.lead, place)
    #expect(one.seatOrderCount == other.seatOrderCount, place)
    #expect(one.leadOrderCount == other.leadOrderCount, place)
    for host in 0..<problem.itemCount {
      let row = host * problem.staffCount
      let seats = row..<(row + other.seatOrderCount[host])
      let leads = row..<(row + other.leadOrderCount[host])
      #expect(one.seatOrder[seats] == other.seatOrder[seats], place)
      #expect(one.leadOrder[leads] == other.leadOrder[leads], place)
    }
  }
}
