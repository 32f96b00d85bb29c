/// Prices of items and cuts under which no group costs less than it earns: a bound on every
/// solution, at any time. In fine units.
struct DualPrices: Sendable {
  struct PricedCut: Sendable {
    let cut: RankOneCut
    var price: Int
  }

  var item: [Int]
  private(set) var cuts: [PricedCut?] = []
  /// By item, the cuts that it has a weight in.
  private(set) var cutsOfItem: [[(cut: Int32, weight: Int32)]]
  private var free: [Int] = []

  /// Each item earns half of its two cheapest links: no triad is cheaper.
  init(_ problem: WidePartition) {
    cutsOfItem = Array(repeating: [], count: problem.itemCount)
    item = (0..<problem.itemCount).map { item in
      let beyond = problem.beyond[item]
      let list = problem.list(item).map { Int(problem.costs[$0]) }.sorted().prefix(2)
      let links = (Array(list) + [beyond, beyond]).prefix(2).map { min($0, beyond) }
      return min(problem.ceiling(item), (links[0] + links[1]) * (Self.scale / 2))
    }
  }

  static let scale = PricedTables.scale

  mutating func add(_ cut: RankOneCut, price: Int) {
    let index = free.popLast() ?? cuts.count
    if index == cuts.count { cuts.append(nil) }
    cuts[index] = PricedCut(cut: cut, price: price)
    for (item, weight) in zip(cut.items, cut.weights) {
      cutsOfItem[Int(item)].append((Int32(index), weight))
    }
  }

  mutating func remove(_ index: Int) {
    guard let gone = cuts[index] else { return }
    for item in gone.cut.items {
      cutsOfItem[Int(item)].removeAll { $0.cut == Int32(index) }
    }
    cuts[index] = nil
    free.append(index)
  }

  /// The cuts, ready to be asked for the price of many groups.
  var cutSet: CutSet {
    var set = CutSet(itemCount: item.count)
    var known: [Int] = []
    for priced in cuts.compactMap(\.self) where !set.contains(priced.cut) {
      set.add(priced.cut)
      known.append(priced.price)
    }
    set.reprice(known)
    return set
  }

  /// What items earn less what cuts may cost: the bound where all groups are triads.
  var total: Int {
    item.reduce(0, +) - cuts.reduce(0) { $0 + ($1.map { $0.price * $0.cut.rightHandSide } ?? 0) }
  }

  /// What the cuts add to the price of a group, those marked left out. O(cuts of the members).
  func cutPrice(_ members: [Int], except isLeftOut: (Int) -> Bool) -> Int {
    var sums: [(cut: Int32, sum: Int32)] = []
    for member in members {
      for (cut, weight) in cutsOfItem[member] where !isLeftOut(Int(cut)) {
        if let found = sums.firstIndex(where: { $0.cut == cut }) {
          sums[found].sum += weight
        } else {
          sums.append((cut, weight))
        }
      }
    }
    var total = 0
    for (index, sum) in sums {
      guard let priced = cuts[Int(index)], sum >= priced.cut.divisor else { continue }
      total += Int(sum / priced.cut.divisor) * priced.price
    }
    return total
  }
}
