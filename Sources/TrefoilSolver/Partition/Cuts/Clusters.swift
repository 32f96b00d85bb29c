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
  private let solution: FractionalGroups
  private var clusterOf: [Int]
  private var members: [[Int32]]
  /// The value of the groups inside, by cluster.
  private var value: [Double]
  private var isInside: [Bool]

  /// - Parameter random: shuffles the order, those that share more still mostly first (Karger and
  ///   Stein, "A new approach to the minimum cut problem", Journal of the ACM 43 (1996),
  ///   doi:10.1145/234533.234534); nil for the plain order.
  init(_ solution: FractionalGroups, random: inout SeededGenerator?) {
    let count = solution.ofItem.count
    self.solution = solution
    value = Array(repeating: 0, count: count)
    isInside = Array(repeating: false, count: solution.groups.count)
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

  /// The items of the next cluster that comes of two, and the value of the groups inside; nil when
  /// nothing is left to join.
  mutating func merge() -> (items: [Int32], value: Double)? {
    while next < links.count {
      let (one, other) = (clusterOf[Int(links[next].one)], clusterOf[Int(links[next].other)])
      next += 1
      if one == other { continue }
      let (into, from) =
        members[one].count >= members[other].count ? (one, other) : (other, one)
      for item in members[from] { clusterOf[Int(item)] = into }
      value[into] += value[from]
      for item in members[from] {
        for index in solution.ofItem[Int(item)] where !isInside[Int(index)] {
          let group = solution.groups[Int(index)]
          if group.members.allSatisfy({ clusterOf[Int($0)] == into }) {
            isInside[Int(index)] = true
            value[into] += group.value
          }
        }
      }
      members[into] += members[from]
      members[from] = []
      return (members[into], value[into])
    }
    return nil
  }
}
