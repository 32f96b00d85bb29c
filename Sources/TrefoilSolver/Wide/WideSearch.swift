/// Finds good solutions of a wide partition: regions solved one by one, then large neighbourhoods.
///
/// At first near items are cut into regions, each solved by itself. Then, pass by pass, triads that
/// cost more than their items earn are gathered into other regions, with those around them; each is
/// solved anew with all else as it stands, and kept where that is cheaper. (Shaw, "Using constraint
/// programming and local search methods to solve vehicle routing problems", 1998,
/// doi:10.1007/3-540-49481-2_30.) A region is solved by its linear program with cuts, rounded step
/// by step under column generation. (Sadykov, Vanderbeck, Pessoa, Tahiri and Uchoa, "Primal
/// heuristics for branch and price", INFORMS Journal on Computing 31 (2019),
/// doi:10.1287/ijoc.2018.0822.) Regions of one pass share nothing and may be solved at once.
struct WideSearch {
  /// Regions with groups that are no triads have so many items.
  private static let mostMixed = 60
  /// Regions that are solved exactly have so many items.
  private static let mostExact = 75

  /// Its lists may grow between passes.
  var problem: WidePartition
  private let seed: UInt64
  private let stop: StopSignal
  private(set) var groups: [WideGroup] = []
  private(set) var resting: [Int] = []

  init(_ problem: WidePartition, seed: UInt64, stop: StopSignal) {
    self.problem = problem
    self.seed = seed
    self.stop = stop
  }

  /// What the solution costs; nil before there is one.
  var cost: Int? {
    let covered = groups.reduce(resting.count) { $0 + $1.group.members.count }
    guard covered == problem.itemCount else { return nil }
    let total = groups.reduce(problem.constant) { $0 + $1.cost }
    return resting.reduce(total) { $0 + problem.restCost[$1] }
  }

  // MARK: Start

  /// Solves regions of at most so many items by themselves.
  mutating func start(_ prices: DualPrices, most: Int, cuts: Int, threads: Int) async {
    let sizes = Array(repeating: 1, count: problem.itemCount)
    let regions = Blocks.divide(problem.places, sizes: sizes, most: most, unit: 3, turn: 0)
    let others = problem.groupCounts.filter { $0.key != 3 && $0.value > 0 }
    let isMixed = !others.isEmpty || problem.restCount > 0
    let mixed =
      isMixed ? regions.firstIndex { $0.count % 3 != 0 } ?? regions.count - 1 : regions.count
    let (problem, seed, stop) = (problem, seed, stop)
    let found = await Parallel.map(Array(regions.indices), threads: threads) { index -> Solved? in
      let region = regions[index]
      if index != mixed,
        let groups = await Self.dive(problem, prices, region, cuts: cuts, stop: stop)
      {
        return Solved(groups: groups, resting: [])
      }
      var counts = index == mixed ? others : [:]
      let rests = index == mixed ? problem.restCount : 0
      let left = region.count - rests - counts.reduce(0) { $0 + $1.key * $1.value }
      counts[3] = left / 3
      return await Self.solve(problem, region, counts, rests, seed: seed, stop: stop)
    }
    groups = found.flatMap { $0?.groups ?? [] }
    resting = found.flatMap { $0?.resting ?? [] }.sorted()
  }

  private static func dive(
    _ problem: WidePartition, _ prices: DualPrices, _ region: [Int], cuts: Int, stop: StopSignal
  ) async -> [WideGroup]? {
    var program = await BlockProgram(
      closed: problem, prices, block: region, room: 150 * DualPrices.scale,
      penalty: 10_000 * DualPrices.scale, threads: 1, stop: stop)
    return await program.dive(rounds: cuts, cutoff: .infinity)
      .flatMap { $0.left.isEmpty ? $0.groups.map { WideGroup(triad: $0, of: problem) } : nil }
  }

  // MARK: Passes

  /// One pass over regions of at most so many items, each by diving.
  mutating func pass(
    _ prices: DualPrices, most: Int, cuts: Int, turn: Int, threads: Int
  ) async {
    await passMixed(prices)
    let groups = groups
    let slack = slack(prices)
    let regions = regions(prices, slack, most: most, turn: turn)
    let (problem, stop) = (problem, stop)
    let found = await Parallel.map(regions, threads: threads) { region -> [WideGroup]? in
      let block = region.flatMap { groups[$0].group.members }.sorted()
      let cost = region.reduce(0) { $0 + groups[$1].cost }
      let room = 2 * (region.map { slack[$0] }.max() ?? 0) + 30 * DualPrices.scale
      var program = await BlockProgram(
        closed: problem, prices, block: block, room: room, penalty: 10_000 * DualPrices.scale,
        threads: 1, stop: stop)
      return await program.dive(rounds: cuts, cutoff: Double(cost))
        .flatMap { $0.left.isEmpty ? $0.groups.map { WideGroup(triad: $0, of: problem) } : nil }
    }
    replace(regions, found)
  }

  /// All items at once, by diving; groups of four are chosen among those given.
  ///
  /// - Parameter gap: what a better solution costs less than this one at most, in fine units: a
  ///   triad that costs more than this beyond what its items earn is in none. While the gap is wide
  ///   most that it leaves open is of no use: less is tried first, and more where that fails.
  mutating func passWhole(
    _ prices: DualPrices, fours: [FourSearch.Four], gap: Int, cuts: Int, threads: Int
  ) async {
    let mean = groups.reduce(0) { $0 + $1.cost } / max(1, groups.count) * DualPrices.scale
    for share in Self.wholeRooms where !stop.isSent {
      let room = min(gap, share * mean)
      if await diveWhole(prices, fours: fours, room: room, cuts: cuts, threads: threads) { return }
      if room == gap { return }
    }
  }

  /// What a triad may cost beyond what its items earn, in what a group costs on the average.
  private static let wholeRooms = [4, 24]

  /// Whether a better solution was found.
  private mutating func diveWhole(
    _ prices: DualPrices, fours: [FourSearch.Four], room: Int, cuts: Int, threads: Int
  ) async -> Bool {
    let old = groups.reduce(0) { $0 + $1.cost }
    let fours = await exact(fours, prices, room: room, threads: threads)
    var program = await BlockProgram(
      closed: problem, prices, block: Array(0..<problem.itemCount), room: room,
      penalty: 10_000 * DualPrices.scale,
      fours: fours.map {
        FourSearch.Four(
          members: $0.group.members, cost: $0.cost * DualPrices.scale, slack: $0.slack(prices))
      }, threads: threads, stop: stop)
    guard let found = await program.dive(rounds: cuts, cutoff: Double(old)) else { return false }
    let byMembers = Dictionary(fours.map { ($0.group.members, $0) }) { first, _ in first }
    let decided = found.groups.map { byMembers[$0.sorted()] ?? WideGroup(triad: $0, of: problem) }
    guard let fresh = await complete(decided, found.left, prices),
      fresh.reduce(0, { $0 + $1.cost }) < old
    else { return false }
    groups = fresh
    return true
  }

  /// Items that a dive has left over find a place among the groups around them, solved anew with
  /// them; nil where there is none or too many are left.
  private func complete(
    _ decided: [WideGroup], _ left: [Int], _ prices: DualPrices
  ) async -> [WideGroup]? {
    if left.isEmpty { return decided }
    guard left.count <= Self.mostLeft else { return nil }
    let groups = decided.map(\.group.members) + [left]
    var chooser = Regions(problem, prices, groups: groups) { _ in true }
    let region = chooser.grow(decided.count, most: left.count + Self.mostAroundLeft)
    let items = region.flatMap { groups[$0] }.sorted()
    let others = decided.indices.filter { !region.contains($0) }.map { decided[$0] }
    let fours = (problem.groupCounts[4] ?? 0) - others.count { $0.group.members.count == 4 }
    // Far fewer fours than there must be leave more over than the region has room for.
    guard fours >= 0, items.count >= 4 * fours else { return nil }
    let counts = [4: fours, 3: (items.count - 4 * fours) / 3].filter { $0.value > 0 }
    let found = await Self.solve(problem, items, counts, 0, seed: seed, stop: stop)
    return found.map { others + $0.groups }
  }

  /// No more items than this are found a place at once, among so many others.
  private static let mostLeft = 60
  private static let mostAroundLeft = 45

  /// So many groups of four are looked at.
  private static let mostFours = 500

  /// Groups of four with what they cost, the best of those given and the present ones.
  private func exact(
    _ fours: [FourSearch.Four], _ prices: DualPrices, room: Int, threads: Int
  ) async -> [WideGroup] {
    let present = groups.filter { $0.group.members.count == 4 }
    let known = Set(present.map(\.group.members))
    let slacks = fours.map { four in
      four.members.reduce(four.cost) { $0 - prices.item[$1] }
        + prices.cutPrice(four.members) { _ in false }
    }
    let limit = (slacks.min() ?? 0) + room
    let best = fours.indices.filter { slacks[$0] <= limit && !known.contains(fours[$0].members) }
      .sorted { (slacks[$0], $0) < (slacks[$1], $1) }.prefix(Self.mostFours)
    let (problem, seed, stop) = (problem, seed, stop)
    let found = await Parallel.map(best.map { fours[$0].members }, threads: threads) { members in
      await Self.solve(problem, members, [4: 1], 0, seed: seed, stop: stop)?.groups.first
    }
    return present + found.compactMap(\.self)
  }

  /// One pass over small regions, each by branch and price: nothing in them can be cheaper.
  mutating func passExact(_ prices: DualPrices, turn: Int, threads: Int) async {
    let groups = groups
    let regions = regions(prices, slack(prices), most: Self.mostExact, turn: turn)
    let (problem, seed, stop) = (problem, seed, stop)
    let found = await Parallel.map(regions, threads: threads) { region -> [WideGroup]? in
      let block = region.flatMap { groups[$0].group.members }.sorted()
      return await Self.solve(problem, block, [3: region.count], 0, seed: seed, stop: stop)?.groups
    }
    replace(regions, found)
  }

  /// What each triad costs beyond what its items earn.
  private func slack(_ prices: DualPrices) -> [Int] {
    groups.map { $0.group.members.count == 3 ? $0.slack(prices) : 0 }
  }

  private func regions(
    _ prices: DualPrices, _ slack: [Int], most: Int, turn: Int
  ) -> [[Int]] {
    let groups = groups
    var random = SeededGenerator(seed: seed, stream: UInt64(turn) + 1)
    var chooser = Regions(problem, prices, groups: groups.map(\.group.members)) {
      groups[$0].group.members.count == 3
    }
    return chooser.choose(slack: slack, most: most, random: &random)
  }

  /// Groups that are no triads are solved anew with those around them, one after the other.
  private mutating func passMixed(_ prices: DualPrices) async {
    for mixed in groups where mixed.group.members.count != 3 && !stop.isSent {
      guard let centre = groups.firstIndex(where: { $0.group == mixed.group }) else { continue }
      var chooser = Regions(problem, prices, groups: groups.map(\.group.members)) { _ in true }
      let region = chooser.grow(centre, most: Self.mostMixed)
      let old = region.map { groups[$0] }
      var counts: [Int: Int] = [:]
      for group in old { counts[group.group.members.count, default: 0] += 1 }
      let items = old.flatMap(\.group.members).sorted()
      let found = await Self.solve(problem, items, counts, 0, seed: seed, stop: stop)
      replace([region], [found?.groups])
    }
  }

  private mutating func replace(_ regions: [[Int]], _ found: [[WideGroup]?]) {
    var isReplaced = Array(repeating: false, count: groups.count)
    var fresh: [WideGroup] = []
    for (region, better) in zip(regions, found) {
      let cost = region.reduce(0) { $0 + groups[$1].cost }
      guard let better, better.reduce(0, { $0 + $1.cost }) < cost else { continue }
      for group in region { isReplaced[group] = true }
      fresh += better
    }
    groups = zip(groups, isReplaced).filter { !$1 }.map(\.0) + fresh
  }

  // MARK: Exact

  private struct Solved: Sendable {
    var groups: [WideGroup]
    var resting: [Int]
  }

  /// The best that these items can be by themselves.
  private static func solve(
    _ problem: WidePartition, _ items: [Int], _ counts: [Int: Int], _ rests: Int, seed: UInt64,
    stop: StopSignal
  ) async -> Solved? {
    let part = problem.part(items, counts, rests)
    let outcome = await PartitionSolver(part, seed: seed).solve(stop: stop)
    guard let found = outcome.solution else { return nil }
    let cost = PartitionCost(part)
    return Solved(
      groups: found.groups.map { group in
        WideGroup(group: group.renamed { items[$0] }, cost: cost.cost(of: group))
      }, resting: found.resting.map { items[$0] })
  }
}
