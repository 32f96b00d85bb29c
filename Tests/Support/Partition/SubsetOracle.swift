import TrefoilSolver

/// The least cost of a partition problem in which nobody's total counts, by dynamic programming over
/// all subsets of items; for up to about 15 items.
///
/// Without limits and steps of people the groups have nothing to do with each other: each has a
/// least cost of its own, found by trying every pattern of visits and every staffing.
public struct SubsetOracle {
  private struct State: Hashable {
    var left: UInt32
    var counts: [Int]
    var resting: Int
  }

  private let problem: StaffedPartition
  private let cost: PartitionCost
  private let sizes: [Int]
  private var known: [State: Int] = [:]
  private var groupCosts: [[Int]: Int] = [:]

  private init(_ problem: StaffedPartition) {
    self.problem = problem
    cost = PartitionCost(problem)
    sizes = problem.sizes
  }

  /// Nil when every solution holds something forbidden.
  public static func leastCost(_ problem: StaffedPartition) -> Int? {
    var oracle = SubsetOracle(problem)
    let counts = problem.sizes.map { problem.groupCounts[$0] ?? 0 }
    let all = UInt32((1 << problem.itemCount) - 1)
    let least = oracle.least(State(left: all, counts: counts, resting: problem.restCount))
    return least >= StaffedPartition.forbidden / 2 ? nil : least + problem.constant
  }

  private mutating func least(_ state: State) -> Int {
    if state.left == 0 { return 0 }
    if let found = known[state] { return found }
    let items = (0..<problem.itemCount).filter { state.left >> UInt32($0) & 1 == 1 }
    let first = items[0]
    var best = StaffedPartition.forbidden
    if state.resting > 0, problem.restCost[first] < StaffedPartition.forbidden {
      var next = state
      next.left &= ~(1 << UInt32(first))
      next.resting -= 1
      best = min(best, problem.restCost[first] + least(next))
    }
    for (index, size) in sizes.enumerated() where state.counts[index] > 0 {
      for others in PartitionOracle.subsets(of: Array(items.dropFirst()), size: size - 1) {
        var next = state
        for item in [first] + others { next.left &= ~(1 << UInt32(item)) }
        next.counts[index] -= 1
        best = min(best, groupCost([first] + others) + least(next))
      }
    }
    known[state] = best
    return best
  }

  private mutating func groupCost(_ members: [Int]) -> Int {
    if let found = groupCosts[members] { return found }
    var best = StaffedPartition.forbidden
    for pattern in VisitPattern.all(groupOf: members.count) {
      var total = cost.membership(of: members)
      for (host, visitors) in zip(members, pattern) {
        total += taskCost(host, visitors.map { members[$0] }, members)
      }
      best = min(best, total)
    }
    groupCosts[members] = best
    return best
  }

  private func taskCost(_ host: Int, _ visitors: [Int], _ members: [Int]) -> Int {
    let seats = problem.seats[host]
    let most = seats > 0 && members.count == 2 ? seats + 1 : seats
    var best = StaffedPartition.forbidden
    for size in 0...most {
      for staff in PartitionOracle.subsets(of: Array(0..<problem.staffCount), size: size) {
        for lead in [nil] + (0..<problem.staffCount).map({ Optional($0) }) {
          let task = StaffedTask(host: host, visitors: visitors, staff: staff, lead: lead)
          best = min(best, cost.cost(of: task, in: members))
        }
      }
    }
    return best
  }
}
