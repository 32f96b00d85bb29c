/// What cuts that have a price add to the price of a group.
///
/// A large set holds few of the groups that hold one of its items: such cuts are asked all together,
/// a bit each in the words of every member. All others, and what would take too many words, are asked
/// one by one.
struct PricedCuts: Sendable {
  /// Sets of more items are large.
  private static let mostInSmall = 7
  /// So many words of bits may be held: 8 MiB.
  private static let mostWords = 1 << 20

  private struct Entry {
    let slot: Int32
    let weight: Int32
  }

  /// Words of bits for each item, those of weight 1 at thirds first, then those of weight 2.
  private var words = 0
  private var wordsOfOnes = 0
  /// [item * words + word]
  private var bits: [UInt64] = []
  /// By bit, 0 where there is no cut.
  private var largePrices: [Int] = []

  /// By item, where its entries begin, and where the last end.
  private var starts: [Int32]
  private var entries: [Entry] = []
  private var smallPrices: [Int] = []
  private var divisors: [Int32] = []
  /// The weights of a group's members by small cut, all zero between questions.
  private var sums: [Int32] = []
  private var touched: [Int32] = []

  init(itemCount: Int) {
    starts = Array(repeating: 0, count: itemCount + 1)
  }

  /// - Parameter prices: by cut, at least 0. O(items x large cuts / 64 + items of all cuts).
  init(_ cuts: [RankOneCut], prices: [Int], itemCount: Int) {
    self.init(itemCount: itemCount)
    var (ones, twos, small): ([Int], [Int], [Int]) = ([], [], [])
    let most = Self.mostWords / max(1, itemCount) * 64
    for (index, cut) in cuts.enumerated() where prices[index] > 0 {
      let isThirds = cut.divisor == 3 && cut.items.count > Self.mostInSmall
      if isThirds, ones.count + twos.count + 128 < most, let weight = cut.weights.first,
        weight <= 2, cut.weights.allSatisfy({ $0 == weight })
      {
        if weight == 1 { ones.append(index) } else { twos.append(index) }
      } else {
        small.append(index)
      }
    }
    hold(cuts, ones, twos, prices, itemCount)
    list(small.map { (cuts[$0], prices[$0]) }, itemCount)
  }

  private mutating func hold(
    _ cuts: [RankOneCut], _ ones: [Int], _ twos: [Int], _ prices: [Int], _ itemCount: Int
  ) {
    wordsOfOnes = (ones.count + 63) / 64
    words = wordsOfOnes + (twos.count + 63) / 64
    guard words > 0 else { return }
    bits = Array(repeating: 0, count: itemCount * words)
    largePrices = Array(repeating: 0, count: 64 * words)
    let places =
      ones.enumerated().map { ($0, $1) } + twos.enumerated().map { (64 * wordsOfOnes + $0, $1) }
    for (bit, index) in places {
      largePrices[bit] = prices[index]
      for item in cuts[index].items { bits[Int(item) * words + bit / 64] |= 1 << UInt64(bit % 64) }
    }
  }

  private mutating func list(_ priced: [(cut: RankOneCut, price: Int)], _ itemCount: Int) {
    smallPrices = priced.map(\.price)
    divisors = priced.map(\.cut.divisor)
    sums = Array(repeating: 0, count: priced.count)
    for (cut, _) in priced { for item in cut.items { starts[Int(item) + 1] += 1 } }
    for item in 0..<itemCount { starts[item + 1] += starts[item] }
    var next = starts
    entries = Array(repeating: Entry(slot: 0, weight: 0), count: Int(starts[itemCount]))
    for (slot, (cut, _)) in priced.enumerated() {
      for (item, weight) in zip(cut.items, cut.weights) {
        entries[Int(next[Int(item)])] = Entry(slot: Int32(slot), weight: weight)
        next[Int(item)] += 1
      }
    }
  }

  /// What the cuts add to the price of a group of up to five.
  /// O(large cuts / 64 + small cuts that hold its members).
  mutating func price(_ members: TaskPricer.Members, _ size: Int) -> Int {
    words == 0 ? smallPrice(members, size) : largePrice(members, size) + smallPrice(members, size)
  }

  private mutating func smallPrice(_ members: TaskPricer.Members, _ size: Int) -> Int {
    if entries.isEmpty { return 0 }
    touched.removeAll(keepingCapacity: true)
    for position in 0..<size {
      let item = Int(members[position])
      for place in Int(starts[item])..<Int(starts[item + 1]) {
        let entry = entries[place]
        if sums[Int(entry.slot)] == 0 { touched.append(entry.slot) }
        sums[Int(entry.slot)] += entry.weight
      }
    }
    var total = 0
    for slot in touched {
      total += Int(sums[Int(slot)] / divisors[Int(slot)]) * smallPrices[Int(slot)]
      sums[Int(slot)] = 0
    }
    return total
  }

  /// With k members in a set, weights of 1 at thirds count k / 3 and weights of 2 count 2 k / 3,
  /// rounded down: of five at most, once from three on; once from two, from three and from five on.
  private func largePrice(_ members: TaskPricer.Members, _ size: Int) -> Int {
    bits.withUnsafeBufferPointer { bits in
      var total = 0
      for word in 0..<words {
        var (one, two, three, four, five): (UInt64, UInt64, UInt64, UInt64, UInt64) = (
          0, 0, 0, 0, 0
        )
        for position in 0..<size {
          let member = bits[Int(members[position]) * words + word]
          five |= four & member
          four |= three & member
          three |= two & member
          two |= one & member
          one |= member
        }
        total += price(of: three, in: word)
        if word >= wordsOfOnes { total += price(of: two, in: word) + price(of: five, in: word) }
      }
      return total
    }
  }

  @inline(__always)
  private func price(of set: UInt64, in word: Int) -> Int {
    var (left, total) = (set, 0)
    while left != 0 {
      total += largePrices[64 * word + left.trailingZeroBitCount]
      left &= left - 1
    }
    return total
  }
}
