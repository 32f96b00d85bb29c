/// How many columns the ``ExplicitModel`` of a problem could have, without making one.
///
/// Counted are the groups that no pair forbids, with every team whose members may be there. What
/// whole groups or teams forbid is not looked at, so that there may be fewer.
struct ExplicitModelSize {
  /// Counting ends here.
  static let mostCounted = 2_000_000

  private let problem: StaffedPartition
  private var count = 0

  /// O(possible groups).
  init(_ problem: StaffedPartition) {
    self.problem = problem
  }

  var columns: Int {
    var counted = self
    counted.addGroups()
    if problem.restCount > 0 { counted.add(problem.itemCount) }
    counted.add(problem.wantsLead.count { $0 } * (problem.staffCount + 1))
    for steps in problem.seatSteps { counted.add(steps.count) }
    return counted.count
  }

  private mutating func add(_ columns: Int) {
    // Both are at most `mostCounted`, or a product of counts of things that are in memory.
    count = min(Self.mostCounted, count + columns)
  }

  private mutating func addGroups() {
    let walk = GroupWalk(problem)
    let mayShare = ExplicitModelBuilder.mayShare(problem)
    for size in problem.sizes {
      let teams = (0..<problem.itemCount).map { host in
        mayShare ? self.teams(at: host, groupSize: size) : 0
      }
      walk.forEach(size: size) { group in
        var weight = 1
        for item in group { weight = min(Self.mostCounted, weight + teams[item]) }
        add(weight)
        return count < Self.mostCounted
      }
    }
  }

  /// Teams that a host could have in a group of this size; none where there is but one.
  private func teams(at host: Int, groupSize: Int) -> Int {
    let others = groupSize - 1
    let visits = min(2, others)
    let visitors = visits == others ? 1 : others * (others - 1) / 2
    let able = (0..<problem.staffCount).count {
      problem.seatCost[$0 * problem.itemCount + host] < StaffedPartition.forbidden
    }
    let most = PartitionCost.seats(problem, host: host, groupSize: groupSize)
    let mayBeEmpty = problem.emptySeatCost[host] < StaffedPartition.forbidden
    var teams = 0
    for size in (mayBeEmpty ? 0 : most)...max(0, most) {
      teams = min(Self.mostCounted, teams + visitors * Self.choices(of: size, from: able))
    }
    return teams == 1 ? 0 : teams
  }

  /// How many sets of this size a list has, at most ``mostCounted``.
  private static func choices(of size: Int, from count: Int) -> Int {
    guard size <= count else { return 0 }
    var sets = 1
    for index in 0..<size {
      // Always a whole number: so many sets of index + 1.
      sets = sets * (count - index) / (index + 1)
      if sets >= mostCounted { return mostCounted }
    }
    return sets
  }
}
