/// Finds a good partition of very many items into triads and few other groups, and proves how good.
///
/// Prices of items and cuts are raised block by block (``WideBound``): at any time they are a bound.
/// Then regions are solved by diving under those prices (``WideSearch``), and again larger ones,
/// while that makes the solution cheaper. The work is in proportion to the number of items. The
/// same problem, seed and effort give the same answer on any number of threads.
public struct WideSolver: Sendable {
  public struct Outcome: Sendable {
    public let groups: [StaffedGroup]
    public let resting: [Int]
    /// Nil when no solution was found.
    public let cost: Int?
    /// No solution costs less; nil when too few items may rest, and there is none.
    public let bound: Int?
  }

  private let problem: WidePartition
  private let effort: Effort
  private let seed: UInt64
  private let threads: Int

  public init(
    _ problem: WidePartition, effort: Effort = .standard, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.problem = problem
    self.effort = effort
    self.seed = seed
    self.threads = threads
  }

  /// What is done in one round of the search.
  private struct Round {
    /// How prices are raised for it, beside the round before; nil for not at all.
    let rise: Rise?
    let search: Search
  }

  /// How much more an item may earn.
  private enum Step {
    case fixed(Int)
    /// In tenths of an item's share of the bound, but no less than 20.
    case tenths(Int)
  }

  /// How prices are raised.
  private struct Rise {
    /// In blocks of so many items.
    let block: Int
    /// Nobody earns more than so much more than before.
    var step = Step.fixed(60)
    /// So often cuts are looked for.
    var rounds = 20
    /// So many times all lists are made longer before.
    var widens = 0
  }

  private enum Search {
    /// Everything at once, with so many rounds of cuts before each decision.
    case whole(cuts: Int)
    /// Regions of so many items, with so many rounds of cuts before each decision.
    case dive(region: Int, cuts: Int)
    case exact
  }

  /// Searches; `progress` is called now and then.
  public func solve(
    stop: StopSignal = StopSignal(),
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) async -> Outcome {
    var bound = await WideBound(problem, threads: threads)
    var search = WideSearch(problem, seed: seed, stop: stop)
    let (proofs, rounds) = (proofs, rounds)
    let steps = Double(proofs.count + rounds.count + 1)
    for (turn, rise) in proofs.enumerated() {
      await raise(&bound, rise, turn: turn, stop: stop)
      progress(
        SearchProgress(
          stage: .proving, cost: nil, bound: bound.whole, share: Double(turn + 1) / steps))
    }
    search.problem = bound.problem
    let start = bound
    bound = await beside(bound, rounds.first?.rise, turn: proofs.count, &search, stop: stop) {
      // Where a region cannot be grouped by itself, larger ones may be.
      for most in [90, 180, 360] where $0.cost == nil && !stop.isSent {
        await $0.start(start.prices, most: most, cuts: 3, threads: threads)
      }
    }
    progress(
      SearchProgress(
        stage: .improving, cost: search.cost, bound: bound.whole,
        share: Double(proofs.count + 1) / steps))
    for (turn, round) in rounds.enumerated() {
      if search.cost == nil || search.cost == bound.whole || stop.isSent { break }
      let now = bound
      search.problem = now.problem
      let next = turn + 1 < rounds.count ? rounds[turn + 1].rise : nil
      bound = await beside(now, next, turn: turn + 1 + proofs.count, &search, stop: stop) {
        await pass(&$0, round.search, now, turn: turn)
      }
      let share = Double(proofs.count + turn + 2) / steps
      progress(
        SearchProgress(
          stage: .improving, cost: search.cost, bound: bound.whole, share: min(1, share)))
    }
    return Outcome(
      groups: search.groups.map(\.group), resting: search.resting,
      cost: search.cost, bound: bound.whole)
  }

  /// Searches, and beside that raises the bound for the round after; returns the bound as it is then.
  private func beside(
    _ bound: WideBound, _ rise: Rise?, turn: Int, _ search: inout WideSearch, stop: StopSignal,
    _ body: (inout WideSearch) async -> Void
  ) async -> WideBound {
    guard let rise, !stop.isSent else {
      await body(&search)
      return bound
    }
    func isOver(_ search: WideSearch) -> Bool {
      search.cost == nil || search.cost == bound.whole
    }
    if threads > 1 {
      async let raised = raised(bound, rise, turn: turn, stop: stop)
      await body(&search)
      let next = await raised
      return isOver(search) ? bound : next
    }
    await body(&search)
    return isOver(search) || stop.isSent
      ? bound : await raised(bound, rise, turn: turn, stop: stop)
  }

  private func raised(
    _ bound: WideBound, _ rise: Rise, turn: Int, stop: StopSignal
  ) async -> WideBound {
    var bound = bound
    await raise(&bound, rise, turn: turn, stop: stop)
    return bound
  }

  private func pass(
    _ search: inout WideSearch, _ kind: Search, _ bound: WideBound, turn: Int
  ) async {
    switch kind {
    case .whole(let cuts):
      guard let cost = search.cost, let whole = bound.whole else { break }
      await search.passWhole(
        bound.prices, fours: bound.fours, gap: (cost - whole + 30) * DualPrices.scale, cuts: cuts,
        threads: threads)
    case .dive(let region, let cuts):
      await search.pass(bound.prices, most: region, cuts: cuts, turn: turn, threads: threads)
    case .exact:
      await search.passExact(bound.prices, turn: turn, threads: threads)
    }
  }

  private func raise(_ bound: inout WideBound, _ rise: Rise, turn: Int, stop: StopSignal) async {
    for _ in 0..<rise.widens { await bound.widenAll(threads: threads, stop: stop) }
    let step: Int
    switch rise.step {
    case .fixed(let units): step = units
    case .tenths(let tenths):
      step = max(20, bound.prices.total / DualPrices.scale / problem.itemCount * tenths / 10)
    }
    await bound.pass(
      most: rise.block, rounds: rise.rounds, step: step, turn: turn, threads: threads, stop: stop)
  }

  /// Up to so many items the lists of all are made longer, and blocks are large: few schools may lie
  /// in regions far apart, and where one is no multiple of three somebody goes far.
  private static let mostFar = 2_000

  /// So many items are priced, and then grouped, all at once.
  private static let mostWhole = 1_200

  /// Whether all items can be grouped at once.
  private var isWhole: Bool {
    let sizes = problem.groupCounts.filter { $0.value > 0 }.keys
    return problem.itemCount <= Self.mostWhole && problem.restCount == 0
      && sizes.allSatisfy { $0 == 3 || $0 == 4 }
  }

  /// Other groups are dear to look for where lists are long.
  private var hasOnlyTriads: Bool {
    problem.restCount == 0 && problem.groupCounts.allSatisfy { $0.key == 3 || $0.value == 0 }
  }

  /// What is proven before the search.
  private var proofs: [Rise] {
    problem.itemCount <= Self.mostFar
      ? [Rise(block: Self.mostWhole, step: .tenths(160), rounds: 10)]
      : [Rise(block: 250, step: .fixed(200)), Rise(block: 250)]
  }

  /// The larger the problem, the fewer rounds and the smaller the regions, so that the work is in
  /// proportion to the number of items: about two minutes of one processor for each 5,000.
  private var rounds: [Round] {
    let count = problem.itemCount
    if count <= Self.mostFar { return hasOnlyTriads ? roundsOfTriads : roundsOfFew }
    let standard = count <= 5_000 ? 24 : count <= 12_000 ? 12 : 9
    return (0..<effort.steps(standard)).map { turn in
      turn % 2 == 0
        ? Round(rise: nil, search: .dive(region: count <= 40_000 ? 300 : 200, cuts: 4))
        : Round(rise: Rise(block: 250), search: .exact)
    }
  }
  /// Few items, with groups that are no triads.
  private var roundsOfFew: [Round] {
    let rises = [
      0: Rise(block: Self.mostWhole, step: .tenths(50), widens: 1),
      1: Rise(block: Self.mostWhole, step: .tenths(40), rounds: 40, widens: 1),
      4: Rise(block: Self.mostWhole, step: .tenths(10)),
    ]
    let dive = Search.dive(region: 600, cuts: 6)
    let whole = isWhole ? Search.whole(cuts: 6) : dive
    let searches = [dive, whole, .exact]
    return (0..<effort.steps(6)).map { turn in
      Round(rise: rises[turn], search: searches[turn % searches.count])
    }
  }

  /// Few items and triads alone: in the end lists are so long that the bound is nearly that of the
  /// program with all triads. While they are short, what is beyond them limits the prices, and many
  /// cuts are lost on it.
  private var roundsOfTriads: [Round] {
    let rises = [
      0: Rise(block: Self.mostWhole, step: .tenths(50), rounds: 12, widens: 1),
      1: Rise(block: Self.mostWhole, step: .tenths(32), rounds: 12, widens: 1),
      2: Rise(block: Self.mostWhole, step: .tenths(32), rounds: 40, widens: 3),
      6: Rise(block: Self.mostWhole, step: .tenths(10)),
    ]
    let dive = Search.dive(region: 600, cuts: 6)
    let searches = [dive, .exact, isWhole ? .whole(cuts: 6) : dive, .exact]
    return (0..<effort.steps(6)).map { turn in
      Round(rise: rises[turn], search: searches[turn % searches.count])
    }
  }
}
