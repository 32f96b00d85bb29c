/// A walk over all groups of a size of which no two members forbid each other.
struct GroupWalk {
  private let count: Int
  /// [one * count + other]
  private let areApart: [Bool]

  init(_ problem: StaffedPartition) {
    count = problem.itemCount
    // A pair that may not be stays so whatever else is gained by the group.
    areApart = problem.pairCost.map { $0 >= StaffedPartition.forbidden / 2 }
  }

  /// Groups in the order of their members, each ascending, until the visit answers false.
  func forEach(size: Int, _ visit: ([Int]) -> Bool) {
    var group = Array(repeating: 0, count: size)
    _ = extend(&group, 0, from: 0, visit)
  }

  private func extend(
    _ group: inout [Int], _ position: Int, from first: Int, _ visit: ([Int]) -> Bool
  ) -> Bool {
    if position == group.count { return visit(group) }
    for item in first..<max(first, count) where fits(item, group, position) {
      group[position] = item
      if !extend(&group, position + 1, from: item + 1, visit) { return false }
    }
    return true
  }

  private func fits(_ item: Int, _ group: [Int], _ position: Int) -> Bool {
    for index in 0..<position where areApart[group[index] * count + item] { return false }
    return true
  }
}
