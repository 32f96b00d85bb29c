/// The cuts of a program, ready to be asked what a group counts in each.
struct CutSet: Sendable {
  private struct Entry {
    let cut: Int32
    let weight: Int32
  }

  private(set) var cuts: [RankOneCut] = []
  private var known: Set<RankOneCut> = []
  /// What is asked for a group: the weights of its members by cut, all zero between questions.
  private var sums: [Int32] = []
  private var touched: [Int32] = []
  /// By item, every cut that it has a weight in.
  private var entries: [[Entry]]
  private var prices: [Int] = []
  /// The cuts that have a price now.
  private var priced: PricedCuts
  /// By item, how much its share of the cuts that hold it has fallen in price, all falls together.
  private(set) var fallen: [Int]

  private let tracksFalls: Bool

  /// - Parameter tracksFalls: whether ``fallen`` is kept.
  init(itemCount: Int, tracksFalls: Bool = false) {
    self.tracksFalls = tracksFalls
    entries = Array(repeating: [], count: itemCount)
    priced = PricedCuts(itemCount: itemCount)
    fallen = Array(repeating: 0, count: itemCount)
  }

  func contains(_ cut: RankOneCut) -> Bool { known.contains(cut) }

  mutating func add(_ cut: RankOneCut) {
    guard known.insert(cut).inserted else { return }
    enter(cut, index: cuts.count)
    cuts.append(cut)
    sums.append(0)
  }

  private mutating func enter(_ cut: RankOneCut, index: Int) {
    for (item, weight) in zip(cut.items, cut.weights) {
      entries[Int(item)].append(Entry(cut: Int32(index), weight: weight))
    }
  }

  /// Keeps the cuts marked, in their order.
  mutating func keep(_ isKept: [Bool]) {
    fall(to: prices.indices.map { isKept[$0] ? prices[$0] : 0 })
    prices = zip(prices, isKept).filter(\.1).map(\.0)
    cuts = zip(cuts, isKept).filter(\.1).map(\.0)
    known = Set(cuts)
    sums = Array(repeating: 0, count: cuts.count)
    for item in entries.indices { entries[item] = [] }
    for (index, cut) in cuts.enumerated() { enter(cut, index: index) }
    priced = PricedCuts(itemCount: entries.count)
  }

  /// What each cut costs a group for every time that it counts, at least 0; by cut.
  mutating func reprice(_ prices: [Int]) {
    fall(to: prices)
    self.prices = prices
    priced = PricedCuts(cuts, prices: prices, itemCount: entries.count)
  }

  /// A group counts `sum of weights / divisor` at most in a cut: what its members' shares fall, the
  /// price of all cuts cannot fall more.
  private mutating func fall(to prices: [Int]) {
    guard tracksFalls else { return }
    for (cut, (old, new)) in zip(cuts, zip(self.prices, prices)) where new < old {
      let divisor = Int(cut.divisor)
      for (item, weight) in zip(cut.items, cut.weights) {
        fallen[Int(item)] += ((old - new) * Int(weight) + divisor - 1) / divisor
      }
    }
  }

  /// What the cuts add to the price of a group.
  @inline(__always)
  mutating func price(_ members: TaskPricer.Members, _ size: Int) -> Int {
    priced.price(members, size)
  }

  /// How often a group counts in each cut, where it does.
  mutating func counts(_ members: TaskPricer.Members, _ size: Int) -> [(cut: Int, count: Int)] {
    touched.removeAll(keepingCapacity: true)
    for position in 0..<size {
      for entry in entries[Int(members[position])] {
        if sums[Int(entry.cut)] == 0 { touched.append(entry.cut) }
        sums[Int(entry.cut)] += entry.weight
      }
    }
    var found: [(cut: Int, count: Int)] = []
    for cut in touched {
      let count = Int(sums[Int(cut)] / cuts[Int(cut)].divisor)
      if count > 0 { found.append((Int(cut), count)) }
      sums[Int(cut)] = 0
    }
    return found
  }
}
