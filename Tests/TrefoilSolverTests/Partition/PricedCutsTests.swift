import Testing

@testable import TrefoilSolver

struct PricedCutsTests {
  /// Large sets at thirds, more than a word of each weight, among small cuts of all kinds.
  @Test(arguments: 0..<12)
  func `a group pays for each cut as often as its weights reach the divisor`(seed: UInt64) {
    var random = SeededGenerator(seed: seed, stream: 12)
    let count = 30
    let cuts = (0..<(seed % 3 == 0 ? 300 : 40)).map { _ in cut(count, &random) }
    let prices = cuts.map { _ in random.below(3) * random.below(1_000_000) }
    var priced = PricedCuts(cuts, prices: prices, itemCount: count)
    for _ in 0..<300 {
      let size = 1 + random.below(5)
      let items = (0..<count).map { Int32($0) }.shuffled(using: &random).prefix(size)
      var group = TaskPricer.Members(repeating: -1)
      for (place, item) in items.enumerated() { group[place] = item }
      let expected = zip(cuts, prices).reduce(0) { sum, priced in
        let (cut, price) = priced
        let weight = zip(cut.items, cut.weights).reduce(Int32(0)) {
          $0 + (items.contains($1.0) ? $1.1 : 0)
        }
        return sum + Int(weight / cut.divisor) * price
      }
      #expect(priced.price(group, size) == expected, "seed \(seed), group \(items.sorted())")
    }
  }

  private func cut(_ count: Int, _ random: inout SeededGenerator) -> RankOneCut {
    let isLarge = random.below(3) > 0
    let items = (0..<count).map { Int32($0) }.shuffled(using: &random)
      .prefix(isLarge ? 8 + random.below(20) : 3 + random.below(6)).sorted()
    let divisor: Int32 = isLarge ? 3 : Int32(2 + random.below(4))
    let same = Int32(1 + random.below(2))
    return RankOneCut(
      items.map { ($0, isLarge ? same : Int32(1 + random.below(Int(divisor) - 1))) },
      divisor: divisor)
  }

  @Test func `no cuts, and cuts without a price, cost nothing`() {
    var group = TaskPricer.Members(repeating: -1)
    for place in 0..<3 { group[place] = Int32(place) }
    var none = PricedCuts(itemCount: 12)
    #expect(none.price(group, 3) == 0)
    var free = PricedCuts(
      [RankOneCut((0..<10).map { ($0, 1) }, divisor: 3)], prices: [0], itemCount: 12)
    #expect(free.price(group, 3) == 0)
  }
}
