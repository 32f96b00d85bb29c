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
  /// The least that an item's task costs whoever visits it, by item.
  public var taskFloor: [Int]
  /// What each requirement of a host costs when nobody in its task covers it, at most 64.
  public var requirementCosts: [[Int]]

  /// Where the list of an item starts; one more than items.
  public var starts: [Int]
  /// Who is listed, ascending in each list.
  public var others: [Int32]
  /// What both visits and the company of the two cost.
  public var costs: [Int32]
  /// The same with the cheaper of both visits counted twice.
  public var evenCosts: [Int32]
  /// The requirements of the item that the other covers, as bits.
  public var covers: [UInt64]

  /// An item and another that is not in its list cost at least this together, by item.
  public var beyond: [Int]
  /// The same with the cheaper of both visits counted twice.
  public var evenBeyond: [Int]
  /// The same with twice what the other leaves uncovered of the item's requirements added.
  public var beyondUncovered: [Int]

  /// What any three items cost as a triad, beside ``taskFloor``: never more than they truly do.
  public var triadCost: @Sendable (_ one: Int, _ other: Int, _ third: Int) -> Int
  /// The problem of a few items by themselves, in the order given, as so many groups of each size
  /// and so many resting.
  public var part:
    @Sendable (_ items: [Int], _ groups: [Int: Int], _ rests: Int) -> StaffedPartition

  public init(
    itemCount: Int, groupCounts: [Int: Int], restCount: Int = 0,
    triadCost: @escaping @Sendable (Int, Int, Int) -> Int,
    part: @escaping @Sendable ([Int], [Int: Int], Int) -> StaffedPartition
  ) {
    self.itemCount = itemCount
    self.groupCounts = groupCounts
    self.restCount = restCount
    self.triadCost = triadCost
    self.part = part
    restCost = Array(repeating: 0, count: itemCount)
    places = Array(repeating: (0, 0), count: itemCount)
    taskFloor = Array(repeating: 0, count: itemCount)
    requirementCosts = Array(repeating: [], count: itemCount)
    starts = Array(repeating: 0, count: itemCount + 1)
    others = []
    costs = []
    evenCosts = []
    covers = []
    beyond = Array(repeating: 0, count: itemCount)
    evenBeyond = beyond
    beyondUncovered = beyond
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

  /// The least that an item's link to a third member costs that it does not list, with what stays
  /// uncovered beside a second that covers these bits; in half units.
  func farLink(_ item: Int, beside bits: UInt64) -> Int {
    let covered = uncovered(item, by: 0) - uncovered(item, by: bits)
    return max(2 * beyond[item], beyond[item] + beyondUncovered[item] - 2 * covered)
  }

  /// The most that an item may earn, in fine units beside its ``taskFloor``, so that two others
  /// whom it does not list, and who list each other, still pay ``farThird(_:_:)``.
  func ceiling(_ item: Int) -> Int {
    let (near, charged) = (beyond[item], beyondUncovered[item])
    var extra = 0
    if requirementCosts[item].count == 1 {
      let limit = requirementCosts[item][0] * 8
      extra = max(0, min(limit, Self.chargedShare * (charged - near)))
    }
    return (Self.nearShare * near + extra) * (PricedTables.scale / 8)
  }

  /// What two links to a third that neither lists cost more than the third may earn, at least, from
  /// the least of each link in half units; in fine units.
  ///
  /// With b and c the least that the third's links to others cost, uncovered and covered, it earns
  /// n b + u (c - b) at most, n and u being the shares below, and both links cost at least b, or one
  /// at least c; the difference is least where b and c are the two links' own least.
  func farThird(_ one: Int, _ other: Int) -> Int {
    let (low, high) = (min(one, other), max(one, other))
    return ((8 - Self.chargedShare) * high + (8 + Self.chargedShare - Self.nearShare) * low)
      * (PricedTables.scale / 16)
  }

  /// Shares of what is beyond the list that an item may earn, in eighths.
  static let nearShare = 6
  static let chargedShare = 2
}
