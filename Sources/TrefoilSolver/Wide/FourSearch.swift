/// Looks for groups of four that cost little beyond what their items earn.
///
/// Each member makes and receives two visits among three others: half of its two cheapest links
/// inside is the least it adds. Fours in which somebody lists two others are looked at one by one,
/// those that cannot be among the least left out by floors. The others consist of pairs who list
/// each other and of items alone, each with nothing but unlisted links beside.
struct FourSearch: Sendable {
  /// Four items and the least that they cost, in fine units.
  struct Four: Sendable {
    /// Ascending.
    let members: [Int]
    var cost: Int
    /// What it costs beyond what its members earned when it was found.
    var slack: Int
  }

  /// What is found around some of the items.
  private struct Found: Sendable {
    var limit: Int
    var fours: [Four] = []
    var cuts: CutSet
  }

  /// Three items, what their links cost, and the least that they add without a fourth's links.
  private struct Three {
    let items: (Int, Int, Int)
    let links: (Int, Int, Int)
    /// What the items earn less what cuts cost all three.
    let earned: Int

    /// What they add where none has a link to the fourth that costs less than so much.
    @inline(__always)
    func adds(nearest: Int) -> Int {
      let (one, other, third) = links
      let both =
        FourSearch.two(one, other, nearest) + FourSearch.two(one, third, nearest)
        + FourSearch.two(other, third, nearest)
      return both * (DualPrices.scale / 2) - earned
    }
  }

  /// Fours are sought around so many items at a time.
  private static let centresInPart = 50

  private let problem: WidePartition
  private let prices: DualPrices
  /// The cheapest link of each item, whether listed or not.
  private let cheapest: [Int]
  private let fourths: [[Fourth]]
  /// The least that any of them adds.
  private let leastFourth: [Int]
  private let cuts: CutSet
  /// The least that a link costs in a four by [one * items + other]; empty where that is too many.
  private let evenLinks: [Int32]
  private static let mostInTable = 2_000

  private struct Fourth: Sendable {
    let adds: Int
    let item: Int32
    /// None of its links inside costs less.
    let nearest: Int32
  }

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
    let least = (0..<problem.itemCount).map { item in
      (pairs[item].first + pairs[item].second) * (DualPrices.scale / 2) - prices.item[item]
    }
    cheapest = pairs.map(\.first)
    // Whom an item lists, with what each adds at least as the fourth of a four in which this item
    // is the nearest that it lists; least first.
    let fourths = (0..<problem.itemCount).map { item in
      problem.list(item).map { position in
        let other = Int(problem.others[position])
        let nearest = min(Int(problem.evenCosts[position]), problem.evenBeyond[other])
        let adds = max(least[other], nearest * DualPrices.scale - prices.item[other])
        return Fourth(adds: adds, item: Int32(other), nearest: Int32(nearest))
      }
      .sorted { ($0.adds, $0.item) < ($1.adds, $1.item) }
    }
    self.fourths = fourths
    leastFourth = fourths.map { $0.first?.adds ?? Int.max / 8 }
    cuts = prices.cutSet
    evenLinks = problem.itemCount > Self.mostInTable ? [] : Self.evenLinks(problem)
  }

  /// The least that any four costs beyond what its items earn, in fine units.
  func least(threads: Int) async -> Int {
    let (pair, lone) = (leastFarPair(), leastLone())
    let start = min(2 * pair, pair + 2 * lone, 4 * lone, someFour())
    let found = await Parallel.map(parts, threads: threads) {
      search(around: $0, from: start, lone: lone, most: 0).limit
    }
    return found.min() ?? start
  }

  /// Fours that cost less than `limit` beyond what their items earn, the cheapest around every few
  /// items; each once.
  func cheapest(below limit: Int, threads: Int) async -> [Four] {
    let found = await Parallel.map(parts, threads: threads) {
      search(around: $0, from: limit, lone: nil, most: 4 * Self.centresInPart)
    }
    var seen: Set<[Int]> = []
    return found.flatMap(\.fours).filter { seen.insert($0.members).inserted }
  }

  private var parts: [Range<Int>] {
    stride(from: 0, to: problem.itemCount, by: Self.centresInPart).map {
      $0..<min(problem.itemCount, $0 + Self.centresInPart)
    }
  }

  // MARK: Search

  /// - Parameters:
  ///   - lone: what an item adds at least in whom nobody is listed; nil to leave out fours with
  ///     members who are not listed.
  ///   - most: so many of the fours are kept; with 0 the limit falls to the least found.
  private func search(around centres: Range<Int>, from start: Int, lone: Int?, most: Int) -> Found {
    var found = Found(limit: start, cuts: cuts)
    let least = min(leastFourth.min() ?? 0, lone ?? Int.max / 8)
    for centre in centres {
      // Ascending, so that the first of two links is the cheaper one.
      let list = problem.list(centre).map { (cost: Int(problem.evenCosts[$0]), position: $0) }
        .sorted { $0 < $1 }
      // The least that anyone adds from a place in the list on.
      var rest = list.map { part(Int(problem.others[$0.position]), $0.cost, nil) }
      for place in rest.indices.dropLast().reversed() {
        rest[place] = min(rest[place], rest[place + 1])
      }
      for (index, (firstCost, first)) in list.enumerated() {
        if part(centre, firstCost, firstCost) + 2 * rest[index] + least >= found.limit { break }
        let one = Int(problem.others[first])
        let onePart = part(one, firstCost, nil)
        for next in list.indices[(index + 1)...] {
          let (secondCost, second) = list[next]
          let both = part(centre, firstCost, secondCost) + onePart
          if both + rest[next] + least >= found.limit { break }
          let other = Int(problem.others[second])
          // The fourth is listed by one of them, or by none.
          let fourth = min(leastFourth[centre], leastFourth[one], leastFourth[other])
          let bound = both + part(other, secondCost, nil)
          if bound + min(fourth, lone ?? fourth) >= found.limit { continue }
          look(at: (centre, one, other), (firstCost, secondCost), lone: lone, most: most, &found)
        }
      }
    }
    return found
  }

  /// Looks for fourths beside three items, of whom the first has these links to the others.
  private func look(
    at items: (Int, Int, Int), _ links: (Int, Int), lone: Int?, most: Int, _ found: inout Found
  ) {
    let (one, other, third) = items
    let between = even(other, third)
    let far =
      farPart(one, links.0, links.1) + farPart(other, links.0, between)
      + farPart(third, links.1, between) + (lone ?? Int.max / 8)
    let base =
      part(one, links.0, links.1) + part(other, links.0, between)
      + part(third, links.1, between)
    let fourth = min(leastFourth[one], leastFourth[other], leastFourth[third])
    if min(far, base + fourth) >= found.limit { return }
    // A fourth does not take a group out of a cut.
    let cuts = found.cuts.price(Self.members(one, other, third, nil), 3)
    found.limit = min(found.limit, far + cuts)
    let earned = prices.item[one] + prices.item[other] + prices.item[third] - cuts
    let three = Three(items: items, links: (links.0, links.1, between), earned: earned)
    for member in [one, other, third] {
      addFourths(to: three, around: member, base + cuts, most: most, &found)
    }
    if found.fours.count > 2 * most { thin(&found, most: most) }
  }

  private func addFourths(
    to three: Three, around member: Int, _ base: Int, most: Int, _ found: inout Found
  ) {
    for near in fourths[member] {
      if base + near.adds >= found.limit { break }
      if three.adds(nearest: Int(near.nearest)) + near.adds >= found.limit { continue }
      let (a, b, c) = three.items
      let fourth = Int(near.item)
      if fourth == a || fourth == b || fourth == c { continue }
      guard let (cost, slack) = four((a, b, c, fourth), below: found.limit, &found.cuts)
      else { continue }
      if most == 0 {
        found.limit = slack
      } else {
        found.fours.append(Four(members: [a, b, c, fourth].sorted(), cost: cost, slack: slack))
      }
    }
  }

  /// Keeps so many of the fours, each once, and lowers the limit to the last of them.
  private func thin(_ found: inout Found, most: Int) {
    var seen: Set<[Int]> = []
    let kept = found.fours.filter { seen.insert($0.members).inserted }.enumerated()
      .sorted { ($0.element.slack, $0.offset) < ($1.element.slack, $1.offset) }
      .prefix(most).map(\.element)
    if kept.count == most, let last = kept.last { found.limit = min(found.limit, last.slack) }
    found.fours = kept
  }

  /// What a good four adds: an item with its three best of those it lists, wherever that is least.
  private func someFour() -> Int {
    var best = Int.max / 8
    var cuts = cuts
    for item in 0..<problem.itemCount {
      let others = problem.list(item).map { position -> (key: Int, other: Int) in
        let other = Int(problem.others[position])
        return (Int(problem.evenCosts[position]) * DualPrices.scale - prices.item[other], other)
      }
      .sorted { $0 < $1 }.prefix(3).map(\.other)
      if others.count < 3 { continue }
      best = four((item, others[0], others[1], others[2]), below: best, &cuts)?.slack ?? best
    }
    return best
  }

  // MARK: Floors

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
    return Self.two(one, other, beyond) * (DualPrices.scale / 2) - prices.item[item]
  }

  /// What an item adds at least that has these two links in the group and one that may be any.
  private func part(_ item: Int, _ one: Int, _ other: Int?) -> Int {
    let free = cheapest[item]
    return Self.two(one, other ?? free, free) * (DualPrices.scale / 2) - prices.item[item]
  }

  // MARK: Costs

  /// What a four costs, and what it costs beyond what its members earn; nil where that is `limit`
  /// or more.
  private func four(
    _ members: (Int, Int, Int, Int), below limit: Int, _ cuts: inout CutSet
  ) -> (cost: Int, slack: Int)? {
    let (a, b, c, d) = members
    let (ab, ac, ad) = (even(a, b), even(a, c), even(a, d))
    let (bc, bd, cd) = (even(b, c), even(b, d), even(c, d))
    let both =
      Self.two(ab, ac, ad) + Self.two(ab, bc, bd) + Self.two(ac, bc, cd) + Self.two(ad, bd, cd)
    let cost = both * (DualPrices.scale / 2)
    let earned = prices.item[a] + prices.item[b] + prices.item[c] + prices.item[d]
    if cost - earned >= limit { return nil }
    let slack = cost - earned + cuts.price(Self.members(a, b, c, d), 4)
    return slack < limit ? (cost, slack) : nil
  }

  /// The two least of three.
  @inline(__always)
  private static func two(_ one: Int, _ other: Int, _ third: Int) -> Int {
    one + other + third - max(one, other, third)
  }

  @inline(__always)
  private static func members(_ a: Int, _ b: Int, _ c: Int, _ d: Int?) -> TaskPricer.Members {
    var members = TaskPricer.Members(repeating: -1)
    members[0] = Int32(a)
    members[1] = Int32(b)
    members[2] = Int32(c)
    if let d { members[3] = Int32(d) }
    return members
  }

  /// The least that a link costs in a four.
  @inline(__always)
  private func even(_ one: Int, _ other: Int) -> Int {
    evenLinks.isEmpty
      ? Self.even(problem, one, other) : Int(evenLinks[one * problem.itemCount + other])
  }

  private static func evenLinks(_ problem: WidePartition) -> [Int32] {
    let count = problem.itemCount
    let beyond = problem.evenBeyond.map { Int32(min($0, Int(Int32.max))) }
    var links: [Int32] = []
    links.reserveCapacity(count * count)
    for one in 0..<count {
      for other in 0..<count { links.append(max(beyond[one], beyond[other])) }
      for position in problem.list(one) {
        links[one * count + Int(problem.others[position])] = problem.evenCosts[position]
      }
    }
    return links
  }

  private static func even(_ problem: WidePartition, _ one: Int, _ other: Int) -> Int {
    problem.position(of: other, in: one).map { Int(problem.evenCosts[$0]) }
      ?? max(problem.evenBeyond[one], problem.evenBeyond[other])
  }
}
