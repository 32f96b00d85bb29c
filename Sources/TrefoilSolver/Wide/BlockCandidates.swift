/// Every triad that touches a block of items and may limit what they earn, with what is known of it.
///
/// A triad is met at a member that lists both others; of two that do not list one another, floors
/// stand for the link. Triads met nowhere are covered by two kinds of relaxed columns: two items
/// with some third that neither, or only the one outside the block, lists; and an item alone. An
/// item that earns less than the floors cannot be in a triad that costs too little.
struct BlockCandidates {
  /// One after the other; few and large, so that threads can share what is done with them.
  private(set) var parts: [CandidateList] = []
  private var candidates: CandidateList
  let block: [Int]
  private let problem: WidePartition
  private let prices: DualPrices

  /// Items by their local number: first the block, then whoever it lists.
  private var universe: [Int] = []
  private var local: [Int: Int] = [:]
  /// By local number, listed items as local numbers with link and what they cover, ascending.
  private var starts: [Int] = [0]
  private var entries: [Entry] = []
  /// [one * universe.count + other]: position in `entries` or -1.
  private var positions: [Int32] = []
  /// The most that an item of the block can earn, in fine units.
  private var ceiling: [Int] = []

  private struct Entry {
    let other: Int32
    let cost: Int32
    let covers: UInt64
    /// The least of the item's link to anyone unlisted, beside this other.
    let far: Int
  }

  /// The position that stands for nobody.
  private var dummy: UInt16 { UInt16(block.count) }

  /// The triads inside a block that cost no more than so much beyond what their items earn, and
  /// for each item a column of its own as dear as `penalty`, all without what cuts cost.
  init(
    closed problem: WidePartition, _ prices: DualPrices, block: [Int], room: Int, penalty: Int,
    threads: Int
  ) async {
    self.problem = problem
    self.prices = prices
    self.block = block
    precondition(block.count < CandidateList.mostItems, "a block is too large")
    candidates = CandidateList(hasOutside: false)
    gatherUniverse(beyond: false)
    ceiling = block.map { prices.item[$0] + room / 3 }
    let triads = await triads(threads: threads)
    ceiling = block.map { _ in penalty }
    addLone()
    parts = [candidates] + triads
  }

  /// Whatever may limit what the items of a block earn, each of them at most `step` more than now.
  init(
    _ problem: WidePartition, _ prices: DualPrices, block: [Int], step: Int, threads: Int
  ) async {
    self.problem = problem
    self.prices = prices
    self.block = block
    precondition(block.count < CandidateList.mostItems, "a block is too large")
    candidates = CandidateList(hasOutside: true)
    gatherUniverse(beyond: true)
    ceiling = block.map { min(problem.ceiling($0), prices.item[$0] + step) }
    addLone()
    addFarPairs()
    parts = [candidates] + (await triads(threads: threads))
  }

  private mutating func gatherUniverse(beyond: Bool) {
    universe = block
    for (index, item) in block.enumerated() { local[item] = index }
    for item in beyond ? block : [] {
      for position in problem.list(item) {
        let other = Int(problem.others[position])
        if local[other] == nil {
          local[other] = universe.count
          universe.append(other)
        }
      }
    }
    let count = universe.count
    positions = Array(repeating: -1, count: count * count)
    for (index, item) in universe.enumerated() {
      for position in problem.list(item) {
        guard let other = local[Int(problem.others[position])] else { continue }
        positions[index * count + other] = Int32(entries.count)
        let covers = problem.covers[position]
        entries.append(
          Entry(
            other: Int32(other), cost: problem.costs[position], covers: covers,
            far: problem.farLink(item, beside: covers)))
      }
      starts.append(entries.count)
    }
  }

  private mutating func addLone() {
    for index in block.indices {
      candidates.append((UInt16(index), dummy, dummy), cost: ceiling[index])
    }
  }

  /// Two that list one another with a third that is far from both, or from the one inside only.
  private mutating func addFarPairs() {
    let count = universe.count
    var reaches: [Int: [Reach]] = [:]
    for one in block.indices {
      for position in starts[one]..<starts[one + 1] {
        let other = Int(entries[position].other)
        guard other >= block.count || other > one else { continue }
        let back = Int(positions[other * count + one])
        let link = entries[position].far
        var far = problem.farThird(link, entries[back].far)
        let both = Int(entries[position].cost) * DualPrices.scale
        if other < block.count {
          addPair((UInt16(one), UInt16(other), dummy), .nobody, both + far)
        } else {
          if reaches[other] == nil { reaches[other] = reach(of: universe[other]) }
          for third in reaches[other] ?? [] {
            far = min(far, third.cost + max(link, third.farLink) * DualPrices.scale)
          }
          let item = universe[other]
          addPair(
            (UInt16(one), dummy, dummy), CandidateList.Outside(one: Int32(item), other: -1),
            both + far - prices.item[item])
        }
      }
    }
  }

  private mutating func addPair(
    _ inside: (UInt16, UInt16, UInt16), _ outside: CandidateList.Outside, _ cost: Int
  ) {
    if isWorth(inside, cost) { candidates.append(inside, outside, cost: cost) }
  }

  /// What a third costs that only the item outside lists, and nobody in the block.
  private struct Reach {
    let cost: Int
    /// The least of its link to anyone unlisted beside the item.
    let farLink: Int
  }

  private func reach(of item: Int) -> [Reach] {
    problem.list(item).compactMap { position in
      let third = Int(problem.others[position])
      if local[third] != nil { return nil }
      guard let back = problem.position(of: item, in: third) else { return nil }
      let cost = Int(problem.costs[position]) * DualPrices.scale - prices.item[third]
      return Reach(cost: cost, farLink: problem.farLink(third, beside: problem.covers[back]))
    }
  }

  /// Each triad is met at a member whose two links are, cheapest first, beside what the others may
  /// earn: from where two links alone cost too much all further ones do.
  ///
  /// - Returns: what is met around every few items, in their order.
  private func triads(threads: Int) async -> [CandidateList] {
    let values = universe.indices.map {
      $0 < block.count ? ceiling[$0] : prices.item[universe[$0]]
    }
    let least = universe.map(leastLink)
    let centres = stride(from: 0, to: universe.count, by: Self.centresInPiece).map {
      $0..<min(universe.count, $0 + Self.centresInPiece)
    }
    return await Parallel.map(centres, threads: threads) { [self] centres in
      triads(around: centres, values, least)
    }
  }

  /// Triads are met around so many items at a time.
  private static let centresInPiece = 16

  private func triads(
    around centres: Range<Int>, _ values: [Int], _ least: [Int]
  ) -> CandidateList {
    let count = universe.count
    let inside = block.count
    var found = CandidateList(hasOutside: candidates.hasOutside)
    for centre in centres {
      var near = (starts[centre]..<starts[centre + 1]).map { (key: 0, position: $0) }
      for index in near.indices {
        let entry = entries[near[index].position]
        near[index].key = Int(entry.cost) * DualPrices.scale - values[Int(entry.other)]
      }
      near.sort { $0 < $1 }
      for (index, nearer) in near.enumerated() {
        let one = Int(entries[nearer.position].other)
        let limit = values[centre] - nearer.key - least[one]
        for further in near[(index + 1)...] {
          if further.key >= limit { break }
          let other = Int(entries[further.position].other)
          if centre >= inside && one >= inside && other >= inside { continue }
          let third = Int(positions[one * count + other])
          // Where all three list one another the first of them is the centre.
          if third >= 0 && (one < centre || other < centre) { continue }
          let cost =
            third >= 0
            ? closeCost(centre, one, other, nearer.position, further.position, third)
            : farCost(centre, one, other, nearer.position, further.position)
          add(centre, one, other, cost, isFloor: third < 0, to: &found)
        }
      }
    }
    return found
  }

  /// The least that any link of the item costs, listed or not, in fine units.
  private func leastLink(_ item: Int) -> Int {
    problem.list(item).reduce(problem.beyond[item]) { min($0, Int(problem.costs[$1])) }
      * DualPrices.scale
  }

  private func covers(_ host: Int, by visitor: Int) -> UInt64 {
    entries[Int(positions[host * universe.count + visitor])].covers
  }

  private func closeCost(
    _ centre: Int, _ one: Int, _ other: Int, _ first: Int, _ second: Int, _ third: Int
  ) -> Int {
    var cost = Int(entries[first].cost) + Int(entries[second].cost) + Int(entries[third].cost)
    cost += problem.uncovered(
      universe[centre], by: entries[first].covers | entries[second].covers)
    cost += problem.uncovered(
      universe[one], by: covers(one, by: centre) | entries[third].covers)
    cost += problem.uncovered(
      universe[other], by: covers(other, by: centre) | covers(other, by: one))
    return cost * DualPrices.scale
  }

  private func farCost(
    _ centre: Int, _ one: Int, _ other: Int, _ first: Int, _ second: Int
  ) -> Int {
    var cost = Int(entries[first].cost) + Int(entries[second].cost)
    cost += problem.uncovered(
      universe[centre], by: entries[first].covers | entries[second].covers)
    let count = universe.count
    cost += max(
      entries[Int(positions[one * count + centre])].far,
      entries[Int(positions[other * count + centre])].far)
    return cost * DualPrices.scale
  }

  private func add(
    _ a: Int, _ b: Int, _ c: Int, _ cost: Int, isFloor: Bool, to found: inout CandidateList
  ) {
    var positions = (dummy, dummy, dummy)
    var outside = CandidateList.Outside.nobody
    var rest = cost
    for member in [a, b, c] {
      if member < block.count {
        let position = UInt16(member)
        if positions.0 == dummy {
          positions.0 = position
        } else if positions.1 == dummy {
          positions.1 = position
        } else {
          positions.2 = position
        }
      } else {
        rest -= prices.item[universe[member]]
        if outside.one < 0 {
          outside.one = Int32(universe[member])
        } else {
          outside.other = Int32(universe[member])
        }
      }
    }
    if isWorth(positions, rest) { found.append(positions, outside, cost: rest, isFloor: isFloor) }
  }

  /// Whether it costs less than its items may earn.
  private func isWorth(_ inside: (UInt16, UInt16, UInt16), _ cost: Int) -> Bool {
    var most = ceiling[Int(inside.0)]
    if inside.1 != dummy { most += ceiling[Int(inside.1)] }
    if inside.2 != dummy { most += ceiling[Int(inside.2)] }
    return cost < most
  }
}
