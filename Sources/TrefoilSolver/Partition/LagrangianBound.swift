/// A bound on the cost of every solution from any prices, in whole numbers and so without rounding.
///
/// Items are paid for, groups earn their items' prices: no solution costs less than all prices
/// together, plus for each size its number of groups times the least that a group of that size
/// costs beyond its earnings, plus the least that resting items cost, less what limits allow, plus
/// the least that each person's seats can come to. (Geoffrion, "Lagrangean relaxation for integer
/// programming", 1974, doi:10.1007/BFb0120690.)
struct LagrangianBound {
  private let problem: StaffedPartition

  init(_ problem: StaffedPartition) {
    self.problem = problem
  }

  /// The bound in fine units; `Int.max` when too few items may rest: then there is no solution.
  ///
  /// - Parameters:
  ///   - least: for each size of the problem, in order, no more than the least priced cost of a
  ///     group less its members' prices.
  ///   - rests: whether an item may, or must, rest.
  ///   - cuts: in the order of their prices.
  func fine(
    _ prices: Prices, least: [Int], rests: [RestDecision], cuts: [RankOneCut] = []
  ) -> Int {
    var total = problem.constant * PricedTables.scale
    for price in prices.item { total += price }
    for (size, least) in zip(problem.sizes, least) {
      total += (problem.groupCounts[size] ?? 0) * least
    }
    guard let resting = leastResting(prices, rests) else { return .max }
    total += resting
    for person in 0..<problem.personCount {
      if prices.duty[person] > 0 { total -= prices.duty[person] * problem.dutyLimit[person] }
      if prices.day[person] > 0 { total -= prices.day[person] * problem.dayLimit[person] }
      if prices.burden[person] > 0, let limit = problem.burdens?.limit[person] {
        total -= Prices.most(prices.burden[person], limit)
      }
    }
    for site in 0..<problem.siteCount where prices.siteDay[site] > 0 {
      total -= prices.siteDay[site] * problem.siteDayLimit[site]
    }
    for (cut, price) in zip(cuts, prices.cut) { total -= price * cut.rightHandSide }
    for staff in 0..<problem.staffCount { total += leastSeats(staff, price: prices.seat[staff]) }
    return total
  }

  private func leastResting(_ prices: Prices, _ rests: [RestDecision]) -> Int? {
    guard problem.restCount > 0 else { return rests.contains(.must) ? nil : 0 }
    func cost(_ item: Int) -> Int {
      problem.restCost[item] * PricedTables.scale - prices.item[item]
    }
    let items = rests.indices
    let bound = items.filter { rests[$0] == .must }
    let free = items.filter {
      rests[$0] == .may && problem.restCost[$0] < StaffedPartition.forbidden
    }
    let missing = problem.restCount - bound.count
    guard missing >= 0, free.count >= missing else { return nil }
    let chosen = free.map(cost).sorted().prefix(missing)
    return bound.map(cost).reduce(0, +) + chosen.reduce(0, +)
  }

  /// The least of the steps' sum less the price, over any number of seats.
  private func leastSeats(_ staff: Int, price: Int) -> Int {
    let most = min(problem.itemCount, problem.dutyLimit[problem.staffPerson[staff]])
    var least = 0
    var sum = 0
    var seat = 1
    while seat <= most {
      sum += problem.seatStep(staff: staff, ordinal: seat) * PricedTables.scale - price
      least = min(least, sum)
      seat += 1
    }
    return least
  }

  /// The least whole cost that is not below a bound in fine units.
  static func whole(_ fine: Int) -> Int {
    let floor = fine >> 10
    return floor << 10 == fine ? floor : floor + 1
  }
}

/// Whether an item rests, as far as a branch has decided.
enum RestDecision: Sendable {
  case may, must, never
}
