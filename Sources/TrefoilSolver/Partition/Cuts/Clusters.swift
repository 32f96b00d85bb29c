/// Joins the items of a fractional solution into ever larger clusters, those first that share most of
/// a group (Kruskal's order on the graph of shared groups), or in an order drawn at random.
struct Clusters {
  /// How much of groups two items share.
  struct Link: Sendable {
    let share: Double
    let one: Int32
    let other: Int32
  }

  private let links: [Link]
  private var next = 0
  private let solution: FractionalGroups
  private var clusterOf: [Int]
  private var members: [[Int32]]
  /// The value of the groups inside, by cluster.
  private var value: [Double]
  /// A number that stands for the set of a cluster's items: the sum of numbers drawn for each.
  private var key: [UInt64]
  private var isInside: [Bool]

  /// - Parameters:
  ///   - links: those of the solution, by ``links(of:)``.
  ///   - random: shuffles the order, those that share more still mostly first (Karger and Stein, "A
  ///     new approach to the minimum cut problem", Journal of the ACM 43 (1996),
  ///     doi:10.1145/234533.234534); nil for the plain order.
  init(_ solution: FractionalGroups, links: [Link], random: SeededGenerator?) {
    let count = solution.itemCount
    self.solution = solution
    value = Array(repeating: 0, count: count)
    var drawing = SeededGenerator(seed: 0xC105, stream: 0)
    key = (0..<count).map { _ in drawing.next() }
    isInside = Array(repeating: false, count: solution.count)
    clusterOf = Array(0..<count)
    members = (0..<count).map { [Int32($0)] }
    var random = random
    self.links = links.map { link in
      guard let draw = random?.below(1 << 30) else { return link }
      let scale = -ExponentialTable.logarithm((Double(draw) + 0.5) / Double(1 << 30))
      return Link(share: link.share / scale, one: link.one, other: link.other)
    }
    .sorted { ($1.share, $0.one, $0.other) < ($0.share, $1.one, $1.other) }
  }

  /// The links of a solution, in the order of their items.
  static func links(of solution: FractionalGroups) -> [Link] {
    var shares: [Int: Double] = [:]
    for group in 0..<solution.count {
      let members = solution.members(of: group)
      for one in members {
        for other in members where one < other {
          shares[Int(one) * solution.itemCount + Int(other), default: 0] += solution.values[group]
        }
      }
    }
    return shares.sorted { $0.key < $1.key }.map { key, share in
      Link(
        share: share, one: Int32(key / solution.itemCount), other: Int32(key % solution.itemCount))
    }
  }

  /// Some items that were joined.
  struct Cluster {
    let items: [Int32]
    /// Of the groups inside.
    let value: Double
    /// The same for the same items, in whatever order they were joined.
    let key: UInt64
  }

  /// The next cluster that comes of two; nil when nothing is left to join.
  mutating func merge() -> Cluster? {
    while next < links.count {
      let (one, other) = (clusterOf[Int(links[next].one)], clusterOf[Int(links[next].other)])
      next += 1
      if one == other { continue }
      let (into, from) =
        members[one].count >= members[other].count ? (one, other) : (other, one)
      for item in members[from] { clusterOf[Int(item)] = into }
      value[into] += value[from]
      key[into] &+= key[from]
      for item in members[from] { countGroups(of: item, inside: into) }
      members[into] += members[from]
      members[from] = []
      return Cluster(items: members[into], value: value[into], key: key[into])
    }
    return nil
  }

  /// Counts the groups that have come to lie inside a cluster with an item.
  private mutating func countGroups(of item: Int32, inside cluster: Int) {
    for place in solution.places(of: item) {
      let group = solution.groupsOfItems[place]
      guard !isInside[Int(group)] else { continue }
      var isWhole = true
      for position in solution.positions(of: group)
      where clusterOf[Int(solution.members[position])] != cluster {
        isWhole = false
      }
      if isWhole {
        isInside[Int(group)] = true
        value[cluster] += solution.values[Int(group)]
      }
    }
  }
}
