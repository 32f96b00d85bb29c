/// Proves a bound for a partition too wide for tables: prices are raised block by block.
struct WideBound {
  private(set) var problem: WidePartition
  private(set) var prices: DualPrices
  private var short: [Int] = []
  /// Groups of four that limit the prices, where one block has all items.
  private(set) var fours: [FourSearch.Four] = []

  init(_ problem: WidePartition, threads: Int) async {
    self.problem = problem
    prices = DualPrices(problem)
    whole = await presentWhole(threads: threads)
  }

  /// One pass over all items in blocks of so many; blocks that do not touch may run at once.
  mutating func pass(
    most: Int, rounds: Int, step: Int, turn: Int, threads: Int, stop: StopSignal
  ) async {
    if stop.isSent { return }
    let blocks = Blocks.divide(
      problem.places, sizes: Array(repeating: 1, count: problem.itemCount), most: most, turn: turn)
    if blocks.count == 1 { await gatherFours(threads: threads) }
    for colour in colours(blocks) where !stop.isSent {
      let (problem, prices) = (problem, prices)
      let fours = blocks.count == 1 ? fours : []
      let outcomes = await Parallel.map(colour, threads: threads) { index in
        var program = await BlockProgram(
          problem, prices, block: blocks[index], step: step * DualPrices.scale, fours: fours,
          threads: colour.count == 1 ? threads : 1, stop: stop)
        return await program.run(rounds: rounds)
      }
      if blocks.count == 1 { self.fours = outcomes[0].fours }
      for outcome in outcomes { apply(outcome) }
      short += outcomes.flatMap(\.short)
    }
    // Longer lists may lower prices a little; what was proven stays proven.
    if let present = await presentWhole(threads: threads) {
      whole = max(whole ?? present, present)
    }
    let items = Set(short).sorted()
    short = []
    if !stop.isSent { await widen(items, threads: threads, stop: stop) }
  }

  /// Makes every list longer.
  mutating func widenAll(threads: Int, stop: StopSignal) async {
    await widen(Array(0..<problem.itemCount), threads: threads, stop: stop)
  }

  /// Makes the lists of some items longer.
  private mutating func widen(_ items: [Int], threads: Int, stop: StopSignal) async {
    let old = problem
    await problem.widen(items, threads: threads, stop: stop)
    // Pairs not listed before may now earn more than they cost beside a third that neither lists.
    for item in items {
      for position in problem.list(item) {
        let other = Int(problem.others[position])
        if old.position(of: other, in: item) != nil { continue }
        guard let back = problem.position(of: item, in: other) else { continue }
        let third = problem.farThird(
          problem.farLink(item, beside: problem.covers[position]),
          problem.farLink(other, beside: problem.covers[back]))
        let cost =
          Int(problem.costs[position]) * DualPrices.scale + third
          + prices.cutPrice([item, other]) { _ in false }
        prices.item[item] -= max(0, prices.item[item] + prices.item[other] - cost)
      }
    }
  }

  /// No solution costs less than this many whole units; nil when too few items may rest.
  private(set) var whole: Int?

  private func presentWhole(threads: Int) async -> Int? {
    guard let others = await OtherSizes(problem, prices).total(threads: threads) else { return nil }
    return problem.constant + LagrangianBound.whole(prices.total + others)
  }

  /// Adds to the known groups of four those that cost about the least beyond what items earn.
  private mutating func gatherFours(threads: Int) async {
    guard problem.groupCounts[4] ?? 0 > 0 else { return }
    let search = FourSearch(problem, prices)
    let limit = await search.least(threads: threads) + Self.roomForFours * DualPrices.scale
    let known = Set(fours.map(\.members))
    fours += await search.cheapest(below: limit, threads: threads)
      .filter { !known.contains($0.members) }
  }

  /// So much more than the least, in whole units, is about the least.
  private static let roomForFours = 60

  private mutating func apply(_ outcome: BlockProgram.Outcome) {
    guard outcome.rise > 0 else { return }
    for (item, price) in zip(outcome.block, outcome.prices) { prices.item[item] = price }
    for cut in outcome.removedCuts { prices.remove(cut) }
    for (cut, price) in outcome.cuts { prices.add(cut, price: price) }
  }

  /// Blocks in sets of such that no triad touches two of one set: none lists, or is listed by one
  /// who lists, an item of another.
  private func colours(_ blocks: [[Int]]) -> [[Int]] {
    var blockOf = Array(repeating: 0, count: problem.itemCount)
    for (index, block) in blocks.enumerated() { for item in block { blockOf[item] = index } }
    var near = blocks.map { _ in Set<Int>() }
    for item in 0..<problem.itemCount {
      for position in problem.list(item) {
        near[blockOf[item]].insert(blockOf[Int(problem.others[position])])
      }
      // Two items that a third lists.
      let around = Set(problem.list(item).map { blockOf[Int(problem.others[$0])] })
      if around.count > 1 { for block in around { near[block].formUnion(around) } }
    }
    var colour = Array(repeating: -1, count: blocks.count)
    var sets: [[Int]] = []
    for index in blocks.indices {
      let taken = Set(near[index].map { colour[$0] })
      var free = 0
      while taken.contains(free) { free += 1 }
      colour[index] = free
      if free == sets.count { sets.append([]) }
      sets[free].append(index)
    }
    return sets
  }
}
