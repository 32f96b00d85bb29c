/// Proves a bound for a partition too wide for tables: prices are raised block by block.
struct WideBound {
  private(set) var problem: WidePartition
  private(set) var prices: DualPrices
  private var short: [Int] = []

  init(_ problem: WidePartition) {
    self.problem = problem
    prices = DualPrices(problem)
    whole = presentWhole
  }

  /// One pass over all items in blocks of so many; blocks that do not touch may run at once.
  mutating func pass(
    most: Int, rounds: Int, step: Int, turn: Int, threads: Int, stop: StopSignal
  ) async {
    if stop.isSent { return }
    let blocks = Blocks.divide(
      problem.places, sizes: Array(repeating: 1, count: problem.itemCount), most: most, turn: turn)
    for colour in colours(blocks) where !stop.isSent {
      let (problem, prices) = (problem, prices)
      let outcomes = await Parallel.map(colour, threads: threads) { index in
        var program = BlockProgram(
          problem, prices, block: blocks[index], step: step * DualPrices.scale, stop: stop)
        return program.run(rounds: rounds)
      }
      for outcome in outcomes { apply(outcome) }
      short += outcomes.flatMap(\.short)
    }
    raiseWhole()
    if stop.isSent { return }
    await widen(threads: threads, stop: stop)
    raiseWhole()
  }

  /// Longer lists may lower prices a little; what was proven stays proven.
  private mutating func raiseWhole() {
    guard let present = presentWhole else { return }
    whole = max(whole ?? present, present)
  }

  /// Makes lists longer that were found too short.
  private mutating func widen(threads: Int, stop: StopSignal) async {
    let items = Set(short).sorted()
    short = []
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

  private var presentWhole: Int? {
    guard let others = OtherSizes(problem, prices).total() else { return nil }
    return problem.constant + LagrangianBound.whole(prices.total + others)
  }

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
