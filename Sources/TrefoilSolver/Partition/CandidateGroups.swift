/// Every group that may be formed, with what its members cost together.
///
/// Enumerated in full, so that a bound over them counts every possibility. Memory is 8 bytes for
/// the cost and 4 for each member.
struct CandidateGroups: Sendable {
  /// More groups than this are not enumerated.
  static let most = 6_000_000

  /// The groups of one size.
  struct Table: Sendable {
    let size: Int
    /// [index * size + position], ascending within a group.
    var members: [Int32] = []
    /// In units of cost.
    var membership: [Int] = []

    var count: Int { membership.count }

    func group(_ index: Int) -> TaskPricer.Members {
      var members = TaskPricer.Members(repeating: -1)
      for position in 0..<size { members[position] = self.members[index * size + position] }
      return members
    }
  }

  let tables: [Table]

  /// Nil when there are more groups than ``most``. O(n choose the largest size).
  init?(_ problem: StaffedPartition) {
    let count = problem.itemCount
    var total = 0.0
    for size in problem.sizes { total += Self.choose(count, size) }
    guard total <= Double(Self.most) else { return nil }
    let cost = MembershipCost(problem)
    tables = problem.sizes.map { size in
      var table = Table(size: size)
      var members = TaskPricer.Members(repeating: -1)
      func extend(_ position: Int, from first: Int) {
        if position == size {
          let membership = cost.cost(members, size)
          guard membership < StaffedPartition.forbidden / 2 else { return }
          for index in 0..<size { table.members.append(members[index]) }
          table.membership.append(membership)
          return
        }
        var item = first
        while item <= count - (size - position) {
          members[position] = Int32(item)
          extend(position + 1, from: item + 1)
          item += 1
        }
      }
      extend(0, from: 0)
      return table
    }
  }

  private static func choose(_ count: Int, _ size: Int) -> Double {
    var product = 1.0
    for index in 0..<size { product = product * Double(count - index) / Double(index + 1) }
    return max(product, 0)
  }
}
