/// Cuts groups into regions, those first whose cost is furthest above what their items earn.
///
/// A region grows from such a group by the tightest links: those that cost least beyond what the
/// two items earn for them. No group is in two regions.
struct Regions {
  private struct Candidate: Comparable {
    let key: Int
    let group: Int

    static func < (one: Candidate, other: Candidate) -> Bool {
      (one.key, one.group) < (other.key, other.group)
    }
  }

  private let problem: WidePartition
  private let prices: DualPrices
  private let groups: [[Int]]
  private var groupOf: [Int]
  private var isTaken: [Bool]

  /// - Parameter isFree: whether a group may be in a region.
  init(
    _ problem: WidePartition, _ prices: DualPrices, groups: [[Int]], isFree: (Int) -> Bool
  ) {
    self.problem = problem
    self.prices = prices
    self.groups = groups
    groupOf = Array(repeating: -1, count: problem.itemCount)
    for (index, group) in groups.enumerated() { for item in group { groupOf[item] = index } }
    isTaken = groups.indices.map { !isFree($0) }
  }

  /// Regions of at most so many items in which something may be gained.
  ///
  /// - Parameter slack: what each group costs beyond its earnings, in fine units.
  mutating func choose(
    slack: [Int], most: Int, random: inout SeededGenerator
  ) -> [[Int]] {
    let drawn = slack.map { Int(Double(max(0, $0)) * (0.25 + random.unit())) }
    let order = groups.indices.sorted { (-drawn[$0], $0) < (-drawn[$1], $1) }
    var regions: [[Int]] = []
    for centre in order where !isTaken[centre] && slack[centre] > DualPrices.scale {
      let region = grow(centre, most: most, random: &random)
      let hope = region.reduce(0) { $0 + slack[$1] }
      if region.count > 1, hope > DualPrices.scale { regions.append(region) }
    }
    return regions
  }

  /// The region around one group.
  mutating func grow(_ centre: Int, most: Int) -> [Int] {
    var random = SeededGenerator(seed: 0, stream: UInt64(centre))
    return grow(centre, most: most, random: &random)
  }

  private mutating func grow(
    _ centre: Int, most: Int, random: inout SeededGenerator
  ) -> [Int] {
    var region: [Int] = []
    var count = 0
    var heap = Heap<Candidate>()
    heap.insert(Candidate(key: .min, group: centre))
    while let next = heap.popLeast() {
      let group = next.group
      if isTaken[group] { continue }
      if count + groups[group].count > most { break }
      isTaken[group] = true
      region.append(group)
      count += groups[group].count
      for item in groups[group] {
        for position in problem.list(item) {
          let other = Int(problem.others[position])
          guard groupOf[other] >= 0, !isTaken[groupOf[other]] else { continue }
          let key =
            Int(problem.costs[position]) * DualPrices.scale
            - (prices.item[item] + prices.item[other]) / 2
          heap.insert(
            Candidate(key: key + random.below(8 * DualPrices.scale), group: groupOf[other]))
        }
      }
    }
    return region.sorted()
  }
}
