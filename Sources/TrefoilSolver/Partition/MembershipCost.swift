/// What the members of a group cost by being together, on flat tables. The same figure as
/// ``PartitionCost/membership(of:)``, made for being asked millions of times.
struct MembershipCost: Sendable {
  private let count: Int
  private let pairCost: [Int]
  private let terms: [StaffedPartition.ClassTerm]
  /// Exact groups that have this item as their first member.
  private let exactByFirst: [[StaffedPartition.ExactTerm]]
  /// The closed set an item is in, or -1.
  private let closedSet: [Int32]
  private let closedSizes: [Int]
  private let isOverlapping: [Bool]
  /// Items that an item may not be parted from.
  private let bonds: [[Int32]]
  /// Nil where nothing weighs anything.
  private let heavy: StaffedPartition?

  init(_ problem: StaffedPartition) {
    count = problem.itemCount
    var pairs = problem.pairCost
    // Half of what may not be, so that a pair that two rules forbid is not summed out of range.
    for index in pairs.indices where pairs[index] >= StaffedPartition.forbidden {
      pairs[index] = StaffedPartition.forbidden
    }
    pairCost = pairs
    terms = problem.classTerms
    var exact = Array(repeating: [StaffedPartition.ExactTerm](), count: count)
    for term in problem.exactTerms {
      if let first = term.members.first { exact[first].append(term) }
    }
    exactByFirst = exact
    var closed = Array(repeating: Int32(-1), count: count)
    var overlapping = Array(repeating: false, count: count)
    for (index, set) in problem.closedSets.enumerated() {
      for item in set {
        if closed[item] >= 0 && problem.closedSets[Int(closed[item])].sorted() != set.sorted() {
          overlapping[item] = true
        }
        closed[item] = Int32(index)
      }
    }
    closedSet = closed
    closedSizes = problem.closedSets.map(\.count)
    isOverlapping = overlapping
    var bonds = Array(repeating: [Int32](), count: count)
    for (one, other) in problem.inseparable {
      bonds[one].append(Int32(other))
      bonds[other].append(Int32(one))
    }
    self.bonds = bonds
    heavy = problem.burdens == nil ? nil : problem
  }

  /// The cost of members in ascending order; O(size squared) and the terms of the problem.
  func cost(_ members: TaskPricer.Members, _ size: Int) -> Int {
    var total = 0
    for one in 0..<size {
      let row = Int(members[one]) * count
      for other in (one + 1)..<max(size, one + 1) { total += pairCost[row + Int(members[other])] }
    }
    for term in terms { total += Self.charge(term, members, size) }
    if size == 3, let heavy,
      heavy.isTooHeavy(Int(members[0]), Int(members[1]), Int(members[2]))
    {
      total += StaffedPartition.forbidden
    }
    if !exactByFirst[Int(members[0])].isEmpty { total += exactCharge(members, size) }
    for index in 0..<size {
      let item = Int(members[index])
      if isParted(item, members, size) { total += StaffedPartition.forbidden }
    }
    return total
  }

  private static func charge(
    _ term: StaffedPartition.ClassTerm, _ members: TaskPricer.Members, _ size: Int
  ) -> Int {
    var found = 0
    for index in 0..<size where term.contains[Int(members[index])] { found += 1 }
    switch term.kind {
    case .atMost(let limit): return max(0, found - limit) * term.charge
    case .atLeastOne: return found == 0 ? term.charge : 0
    }
  }

  private func exactCharge(_ members: TaskPricer.Members, _ size: Int) -> Int {
    var total = 0
    for term in exactByFirst[Int(members[0])] where term.members.count == size {
      var isSame = true
      for index in 0..<size where term.members[index] != Int(members[index]) { isSame = false }
      if isSame { total += term.charge }
    }
    return total
  }

  /// Whether the group takes the item out of its closed set or away from one it is bound to.
  private func isParted(_ item: Int, _ members: TaskPricer.Members, _ size: Int) -> Bool {
    func holds(_ other: Int32) -> Bool {
      for index in 0..<size where members[index] == other { return true }
      return false
    }
    for other in bonds[item] where !holds(other) { return true }
    let set = closedSet[item]
    if set < 0 { return false }
    if isOverlapping[item] || closedSizes[Int(set)] != size { return true }
    for index in 0..<size where closedSet[Int(members[index])] != set { return true }
    return false
  }
}
