/// A partition into small groups of so many items that no table of all pairs is kept.
///
/// Each item lists the others that it may well be grouped with, and what grouping the two costs;
/// for all others only floors are known. Lists are symmetric. Any few items can be asked for as a
/// ``StaffedPartition`` of their own, which alone says what a group truly costs; the lists are there
/// to find groups and to prove bounds. Costs are whole numbers below 2^31.
public struct WidePartition: Sendable {
  public var itemCount: Int
  /// Number of groups by size.
  public var groupCounts: [Int: Int]
  public var restCount: Int
  /// What it costs that an item rests, by item.
  public var restCost: [Int]
  /// Added to every solution.
  public var constant = 0
  /// Where items are in some plane: near items tend to be grouped. A guide only.
  public var places: [(x: Double, y: Double)]
  /// What each requirement of a host costs when nobody in its task covers it, at most 64.
  public var requirementCosts: [[Int]]

  /// Where the list of an item starts; one more than items.
  private(set) var starts: [Int]
  /// Who is listed, ascending in each list.
  private(set) var others: [Int32] = []
  /// What both visits and the company of the two cost.
  private(set) var costs: [Int32] = []
  /// The same with the cheaper of both visits counted twice.
  private(set) var evenCosts: [Int32] = []
  /// The requirements of the item that the other covers, as bits.
  private(set) var covers: [UInt64] = []

  /// An item and another that is not in its list cost at least this together, by item.
  private(set) var beyond: [Int]
  /// The same with the cheaper of both visits counted twice.
  private(set) var evenBeyond: [Int]
  /// The least that an item and another cost together that is not in its list and covers a
  /// requirement of it, by item and requirement.
  private(set) var coverBeyond: [[Int]]
  /// How many times an item's list was made longer.
  private var reach: [Int]

  /// What any three items cost as a triad: never more than they truly do.
  public var triadCost: @Sendable (_ one: Int, _ other: Int, _ third: Int) -> Int
  /// The problem of a few items by themselves, in the order given, as so many groups of each size
  /// and so many resting.
  public var part:
    @Sendable (_ items: [Int], _ groups: [Int: Int], _ rests: Int) -> StaffedPartition
  /// An item's list, with a floor for each of its requirements; the further the reach, from 0, the
  /// longer.
  public var makeList: @Sendable (_ item: Int, _ reach: Int) -> NearList
  /// What is known of an item and another; the cost is the same both ways.
  public var link: @Sendable (_ item: Int, _ other: Int) -> NearLink

  /// A partition whose lists are still to be made, by ``makeLists(threads:)``.
  public init(
    itemCount: Int, groupCounts: [Int: Int], restCount: Int = 0,
    triadCost: @escaping @Sendable (Int, Int, Int) -> Int,
    part: @escaping @Sendable ([Int], [Int: Int], Int) -> StaffedPartition,
    makeList: @escaping @Sendable (Int, Int) -> NearList,
    link: @escaping @Sendable (Int, Int) -> NearLink
  ) {
    self.itemCount = itemCount
    self.groupCounts = groupCounts
    self.restCount = restCount
    self.triadCost = triadCost
    self.part = part
    self.makeList = makeList
    self.link = link
    restCost = Array(repeating: 0, count: itemCount)
    places = Array(repeating: (0, 0), count: itemCount)
    requirementCosts = Array(repeating: [], count: itemCount)
    starts = Array(repeating: 0, count: itemCount + 1)
    beyond = Array(repeating: 0, count: itemCount)
    evenBeyond = beyond
    coverBeyond = Array(repeating: [], count: itemCount)
    reach = beyond
  }

  /// The positions of an item's list.
  @inline(__always)
  func list(_ item: Int) -> Range<Int> { starts[item]..<starts[item + 1] }

  /// Where another is in an item's list; nil when it is not.
  func position(of other: Int, in item: Int) -> Int? {
    var (low, high) = (starts[item], starts[item + 1])
    while low < high {
      let middle = (low + high) / 2
      if others[middle] < other { low = middle + 1 } else { high = middle }
    }
    return low < starts[item + 1] && others[low] == other ? low : nil
  }

  /// What the requirements of a host cost that these bits leave open.
  public func uncovered(_ host: Int, by bits: UInt64) -> Int {
    let costs = requirementCosts[host]
    var total = 0
    for index in costs.indices where bits >> UInt64(index) & 1 == 0 { total += costs[index] }
    return total
  }

  // MARK: Lists

  /// Makes the list of every item. O(items x listed).
  public mutating func makeLists(threads: Int) async {
    await merge(Array(0..<itemCount), reach: reach, threads: threads, stop: StopSignal())
  }

  /// Makes the lists of some items longer, where they can be: floors never fall, and nobody leaves.
  /// Nothing is changed when it is stopped.
  mutating func widen(_ items: [Int], threads: Int, stop: StopSignal) async {
    let longer = items.filter { reach[$0] < Self.furthestReach }
    if longer.isEmpty { return }
    var further = reach
    for item in longer { further[item] += 1 }
    await merge(longer, reach: further, threads: threads, stop: stop)
  }

  /// Lists are made 32 times as long at most.
  private static let furthestReach = 5

  private mutating func merge(
    _ items: [Int], reach further: [Int], threads: Int, stop: StopSignal
  ) async {
    let (lister, linker) = (makeList, link)
    let parts = Self.parts(items.count)
    let lists = await Parallel.map(parts, threads: threads) { part in
      items[part].map { stop.isSent ? NearList(coverBeyond: []) : lister($0, further[$0]) }
    }.joined()
    if stop.isSent { return }
    reach = further
    var added: [[Int]] = Array(repeating: [], count: itemCount)
    for (item, list) in zip(items, lists) {
      beyond[item] = max(beyond[item], list.beyond)
      evenBeyond[item] = max(evenBeyond[item], list.evenBeyond)
      if coverBeyond[item].isEmpty { coverBeyond[item] = list.coverBeyond }
      for index in list.coverBeyond.indices {
        coverBeyond[item][index] = max(
          coverBeyond[item][index], list.coverBeyond[index], beyond[item])
      }
      for other in list.others {
        added[item].append(other)
        added[other].append(item)
      }
    }
    let (wanted, old) = (added, self)
    let entries = await Parallel.map(Self.parts(itemCount), threads: threads) { part in
      part.map { item in
        var found: [(other: Int32, link: NearLink)] = []
        var last = -1
        for other in wanted[item].sorted() where other != last {
          last = other
          if old.position(of: other, in: item) != nil { continue }
          let link = linker(item, other)
          if link.cost < Int(Int32.max) { found.append((Int32(other), link)) }
        }
        return found
      }
    }.joined()
    insert(Array(entries))
  }

  /// So many items at a time.
  private static func parts(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: 500).map { $0..<min(count, $0 + 500) }
  }

  /// Inserts entries, ascending for each item, into the lists.
  private mutating func insert(_ entries: [[(other: Int32, link: NearLink)]]) {
    let old = self
    let count = others.count + entries.reduce(0) { $0 + $1.count }
    others = []
    costs = []
    evenCosts = []
    covers = []
    others.reserveCapacity(count)
    costs.reserveCapacity(count)
    evenCosts.reserveCapacity(count)
    covers.reserveCapacity(count)
    for item in 0..<itemCount {
      var next = 0
      let fresh = entries[item]
      for position in old.list(item) {
        while next < fresh.count, fresh[next].other < old.others[position] {
          append(fresh[next])
          next += 1
        }
        others.append(old.others[position])
        costs.append(old.costs[position])
        evenCosts.append(old.evenCosts[position])
        covers.append(old.covers[position])
      }
      for entry in fresh[next...] { append(entry) }
      starts[item + 1] = others.count
    }
  }

  private mutating func append(_ entry: (other: Int32, link: NearLink)) {
    others.append(entry.other)
    costs.append(Int32(entry.link.cost))
    evenCosts.append(Int32(min(entry.link.evenCost, Int(Int32.max))))
    covers.append(entry.link.covers)
  }
}
