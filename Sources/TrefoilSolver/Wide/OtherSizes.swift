/// The least that groups other than triads, and resting items, cost beyond what their items earn.
struct OtherSizes: Sendable {
  private let problem: WidePartition
  private let prices: DualPrices

  init(_ problem: WidePartition, _ prices: DualPrices) {
    self.problem = problem
    self.prices = prices
  }

  /// What all of them add to the bound together, in fine units; nil when too few items may rest.
  func total(threads: Int) async -> Int? {
    var total = 0
    for (size, count) in problem.groupCounts.sorted(by: { $0.key < $1.key }) where count > 0 {
      switch size {
      case 2: total += count * leastPair()
      case 3: break
      case 4: total += count * (await FourSearch(problem, prices).least(threads: threads))
      default: return nil
      }
    }
    guard problem.restCount > 0 else { return total }
    let rests = (0..<problem.itemCount)
      .filter { problem.restCost[$0] < StaffedPartition.forbidden }
      .map { problem.restCost[$0] * DualPrices.scale - prices.item[$0] }.sorted()
    guard rests.count >= problem.restCount else { return nil }
    return total + rests.prefix(problem.restCount).reduce(0, +)
  }

  /// A pair that is not listed costs what is beyond either list at least.
  private func leastPair() -> Int {
    let floors = (0..<problem.itemCount).map { item in
      problem.beyond[item] * (DualPrices.scale / 2) - prices.item[item]
    }.sorted()
    var best = floors.prefix(2).reduce(0, +)
    for one in 0..<problem.itemCount {
      for position in problem.list(one) {
        let other = Int(problem.others[position])
        let cost = Int(problem.costs[position]) * DualPrices.scale
        best = min(best, cost - prices.item[one] - prices.item[other])
      }
    }
    return best
  }
}
