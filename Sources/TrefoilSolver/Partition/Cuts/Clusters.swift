/// Joins the items of a fractional solution into ever larger clusters, those first that share most of
/// a group (Kruskal's order on the graph of shared groups), or in an order drawn at random.
struct Clusters {
  private struct Link {
    let share: Double
    let one: Int32
    let other: Int32
  }

  private var links: [Link] = []
  private var next = 0
  private var clusterOf: [Int]
  private var members: [[Int32]]

  /// - Parameter random: shuffles the order, those that share more still mostly first (Karger and
  ///   Stein, "A new approach to the minimum cut problem", Journal of the ACM 43 (1996),
  ///   doi:10.1145/234533.234534); nil for the plain order.
  init(_ solution: FractionalGroups, random: inout SeededGenerator?) {
    let count = solution.ofItem.count
    clusterOf = Array(0..<count)
    members = (0..<count).map { [Int32($0)] }
    var shares: [Int: Double] = [:]
    for group in solution.groups {
      for one in group.members {
        for other in group.members where one < other {
          shares[Int(one) * count + Int(other), default: 0] += group.value
        }
      }
    }
    links = shares.sorted { $0.key < $1.key }.map { key, share in
      var weight = share
      if random != nil {
        let draw = Double(random?.below(1 << 30) ?? 0) + 0.5
        weight = share / -ExponentialTable.logarithm(draw / Double(1 << 30))
      }
      return Link(share: weight, one: Int32(key / count), other: Int32(key % count))
    }
    .sorted { ($1.share, $0.one, $0.other) < ($0.share, $1.one, $1.other) }
  }

  /// The items of the next cluster that comes of two; nil when nothing is left to join.
  mutating func merge() -> [Int32]? {
    while next < links.count {
      let (one, other) = (clusterOf[Int(links[next].one)], clusterOf[Int(links[next].other)])
      next += 1
      if one == other { continue }
      let (into, from) =
        members[one].count >= members[other].count ? (one, other) : (other, one)
      for item in members[from] { clusterOf[Int(item)] = into }
      members[into] += members[from]
      members[from] = []
      return members[into]
    }
    return nil
  }
}
