/// The least that groups other than triads, and resting items, cost beyond what their items earn.
struct OtherSizes {
  private let problem: WidePartition
  private let prices: DualPrices
  /// The two cheapest links of each item, whether listed or not.
  private let cheapest: [(first: Int, second: Int)]
  /// Half of them less what the item earns, in fine units: the least that it can add to a four.
  private let least: [Int]

  init(_ problem: WidePartition, _ prices: DualPrices) {
    self.problem = problem
    self.prices = prices
    let pairs = (0..<problem.itemCount).map { item -> (first: Int, second: Int) in
      let beyond = problem.evenBeyond[item]
      var (first, second) = (beyond, beyond)
      for position in problem.list(item) {
        let cost = Int(problem.evenCosts[position])
        if cost < first { (first, second) = (cost, first) } else if cost < second { second = cost }
      }
      return (first, second)
    }
    cheapest = pairs
    least = (0..<problem.itemCount).map { item in
      (pairs[item].first + pairs[item].second) * (DualPrices.scale / 2) - prices.item[item]
    }
  }

  /// What all of them add to the bound together, in fine units; nil when too few items may rest.
  func total() -> Int? {
    var total = 0
    for (size, count) in problem.groupCounts.sorted(by: { $0.key < $1.key }) where count > 0 {
      switch size {
      case 2: total += count * leastPair()
      case 3: break
      case 4: total += count * leastFour()
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

  /// Each member makes and receives two visits among three others: half of its two cheapest links
  /// inside is the least it adds.
  ///
  /// Fours in which somebody lists two others are looked at one by one. The others consist of pairs
  /// who list each other and of items alone, each with nothing but unlisted links beside.
  private func leastFour() -> Int {
    let (pair, lone) = (leastFarPair(), leastLone())
    var best = min(2 * pair, pair + 2 * lone, 4 * lone)
    let global = least.min() ?? 0
    for centre in 0..<problem.itemCount {
      // Ascending, so that the first of two links is the cheaper one.
      let list = problem.list(centre).map { (cost: Int(problem.evenCosts[$0]), position: $0) }
        .sorted { $0 < $1 }
      let lowest = list.reduce(Int.max / 8) { low, near in
        min(low, part(Int(problem.others[near.position]), near.cost, nil))
      }
      for (index, (firstCost, first)) in list.enumerated() {
        if part(centre, firstCost, firstCost) + 2 * lowest + global >= best { break }
        let one = Int(problem.others[first])
        for (secondCost, second) in list[(index + 1)...] {
          let other = Int(problem.others[second])
          let bound =
            part(centre, firstCost, secondCost) + part(one, firstCost, nil)
            + part(other, secondCost, nil)
          if bound + global >= best { continue }
          let third = problem.position(of: other, in: one).map { Int(problem.evenCosts[$0]) }
          let between = third ?? max(problem.evenBeyond[one], problem.evenBeyond[other])
          let base =
            part(centre, firstCost, secondCost) + part(one, firstCost, between)
            + part(other, secondCost, between)
          let far =
            farPart(centre, firstCost, secondCost) + farPart(one, firstCost, between)
            + farPart(other, secondCost, between)
          best = min(best, far + lone)
          if base + global >= best { continue }
          for member in [centre, one, other] {
            for position in problem.list(member) {
              let fourth = Int(problem.others[position])
              if fourth == centre || fourth == one || fourth == other { continue }
              if base + least[fourth] >= best { continue }
              best = min(best, four([centre, one, other, fourth]))
            }
          }
        }
      }
    }
    return best
  }

  /// What an item adds at least to a four in which it lists nobody.
  private func leastLone() -> Int {
    (0..<problem.itemCount).map { item in
      problem.evenBeyond[item] * DualPrices.scale - prices.item[item]
    }.min() ?? 0
  }

  /// What two items add at least to a four in which they list each other and nobody else.
  private func leastFarPair() -> Int {
    var best = Int.max / 8
    for one in 0..<problem.itemCount {
      for position in problem.list(one) {
        let other = Int(problem.others[position])
        var total = 0
        for item in [one, other] {
          let beyond = problem.evenBeyond[item]
          total +=
            (min(Int(problem.evenCosts[position]), beyond) + beyond)
            * (DualPrices.scale / 2)
          total -= prices.item[item]
        }
        best = min(best, total)
      }
    }
    return best
  }

  /// What an item adds at least that has these two links in the group and does not list the fourth.
  private func farPart(_ item: Int, _ one: Int, _ other: Int) -> Int {
    let beyond = problem.evenBeyond[item]
    let two = one + other + beyond - max(one, other, beyond)
    return two * (DualPrices.scale / 2) - prices.item[item]
  }

  /// What an item adds at least that has these two links in the group and one that may be any.
  private func part(_ item: Int, _ one: Int, _ other: Int?) -> Int {
    let free = cheapest[item].first
    let second = other ?? cheapest[item].first
    let two = one + second + free - max(one, second, free)
    return two * (DualPrices.scale / 2) - prices.item[item]
  }

  private func four(_ members: [Int]) -> Int {
    var total = 0
    for member in members {
      var sum = 0
      var dearest = 0
      for other in members where other != member {
        let cost =
          problem.position(of: other, in: member).map { Int(problem.evenCosts[$0]) }
          ?? max(problem.evenBeyond[member], problem.evenBeyond[other])
        sum += cost
        dearest = max(dearest, cost)
      }
      total += (sum - dearest) * (DualPrices.scale / 2) - prices.item[member]
    }
    return total + prices.cutPrice(members) { _ in false }
  }
}
