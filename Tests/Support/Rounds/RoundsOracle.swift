import TrefoilSolver

/// The most rounds of threes without a repeat, by trying everything.
public enum RoundsOracle {
  /// Exhaustive; up to nine items.
  public static func mostRounds(items: Int) -> Int {
    let all = partitions(Array(0..<items))
    func most(_ met: Set<Int>) -> Int {
      var best = 0
      for round in all {
        let meetings = round.flatMap { pairs(of: $0, items) }
        if meetings.contains(where: met.contains) { continue }
        best = max(best, 1 + most(met.union(meetings)))
        // No more than this many pairs are left for anybody.
        if best == (items - 1) / 2 { return best }
      }
      return best
    }
    // By symmetry any first round will do.
    return 1 + most(Set(all[0].flatMap { pairs(of: $0, items) }))
  }

  private static func pairs(of group: [Int], _ items: Int) -> [Int] {
    [group[0] * items + group[1], group[0] * items + group[2], group[1] * items + group[2]]
  }

  /// Every way to make threes of these, each in ascending order.
  private static func partitions(_ items: [Int]) -> [[[Int]]] {
    guard let first = items.first else { return [[]] }
    var found: [[[Int]]] = []
    for one in items.indices.dropFirst() {
      for other in items.indices where other > one {
        let rest = items.indices.filter { $0 != 0 && $0 != one && $0 != other }.map { items[$0] }
        found += partitions(rest).map { [[first, items[one], items[other]]] + $0 }
      }
    }
    return found
  }
}
