import TrefoilSolver

/// The least cost of a small partition problem by trying everything.
///
/// It uses ``PartitionCost`` and nothing of the search: every partition, every way to visit, every
/// set of staff, every lead.
public struct PartitionOracle {
  private let problem: StaffedPartition
  private let cost: PartitionCost
  private var best = StaffedPartition.forbidden / 2

  private init(_ problem: StaffedPartition) {
    self.problem = problem
    cost = PartitionCost(problem)
  }

  /// Nil when nothing keeps every rule.
  public static func leastCost(_ problem: StaffedPartition) -> Int? {
    var oracle = PartitionOracle(problem)
    oracle.chooseGroups(
      left: Array(0..<problem.itemCount), counts: problem.groupCounts, resting: [], groups: [])
    return oracle.best < StaffedPartition.forbidden / 2 ? oracle.best : nil
  }

  private mutating func chooseGroups(
    left: [Int], counts: [Int: Int], resting: [Int], groups: [[Int]]
  ) {
    guard let first = left.first else {
      if resting.count == problem.restCount { chooseTasks(groups, resting) }
      return
    }
    let others = Array(left.dropFirst())
    if resting.count < problem.restCount {
      chooseGroups(left: others, counts: counts, resting: resting + [first], groups: groups)
    }
    for (size, count) in counts.sorted(by: { $0.key < $1.key }) where count > 0 {
      for partners in Self.subsets(of: others, size: size - 1) {
        var counts = counts
        counts[size] = count - 1
        chooseGroups(
          left: others.filter { !partners.contains($0) }, counts: counts, resting: resting,
          groups: groups + [[first] + partners])
      }
    }
  }

  private mutating func chooseTasks(_ groups: [[Int]], _ resting: [Int]) {
    let memberships = groups.reduce(0) { $0 + cost.membership(of: $1) }
    if memberships >= StaffedPartition.forbidden / 2 { return }
    var options: [[StaffedTask]] = []
    var costs: [[Int]] = []
    for members in groups {
      for host in members {
        let all = tasks(of: host, in: members)
        let priced = all.map { cost.cost(of: $0, in: members) }
        let kept = all.indices.filter { priced[$0] < StaffedPartition.forbidden / 2 }
          .sorted { (priced[$0], $0) < (priced[$1], $1) }
        if kept.isEmpty { return }
        options.append(kept.map { all[$0] })
        costs.append(kept.map { priced[$0] })
      }
    }
    var floors = [0]
    for list in costs.reversed() { floors.append((floors.last ?? 0) + (list.first ?? 0)) }
    floors.reverse()
    let rest = resting.reduce(problem.constant) { $0 + problem.restCost[$1] } + memberships
    extend(
      [], spent: rest, options: options, costs: costs, floors: floors, groups: groups,
      resting: resting)
  }

  private mutating func extend(
    _ chosen: [StaffedTask], spent: Int, options: [[StaffedTask]], costs: [[Int]], floors: [Int],
    groups: [[Int]], resting: [Int]
  ) {
    // What is spent and the least to come is a bound, and people's totals only grow.
    if spent + floors[chosen.count] + cost.people(chosen) >= best { return }
    if chosen.count == options.count {
      var next = chosen.makeIterator()
      let staffed = groups.map { members in
        StaffedGroup(members: members, tasks: members.compactMap { _ in next.next() })
      }
      best = min(best, cost.cost(groups: staffed, resting: resting))
      return
    }
    for (task, price) in zip(options[chosen.count], costs[chosen.count])
    where keepsPattern(task, chosen, groups) {
      extend(
        chosen + [task], spent: spent + price, options: options, costs: costs, floors: floors,
        groups: groups, resting: resting)
    }
  }

  /// Whether nobody makes more visits than the pattern of the group's size lets everyone make.
  private func keepsPattern(
    _ task: StaffedTask, _ chosen: [StaffedTask], _ groups: [[Int]]
  ) -> Bool {
    guard let members = groups.first(where: { $0.contains(task.host) }) else { return false }
    return task.visitors.allSatisfy { visitor in
      chosen.filter { members.contains($0.host) && $0.visitors.contains(visitor) }.count
        < min(2, members.count - 1)
    }
  }

  private func tasks(of host: Int, in members: [Int]) -> [StaffedTask] {
    let others = members.filter { $0 != host }
    let seats = problem.seats[host]
    let most = seats > 0 && members.count == 2 ? seats + 1 : seats
    var tasks: [StaffedTask] = []
    for visitors in Self.subsets(of: others, size: min(2, others.count)) {
      for size in 0...most {
        for staff in Self.subsets(of: Array(0..<problem.staffCount), size: size) {
          for lead in [nil] + (0..<problem.staffCount).map({ Optional($0) }) {
            tasks.append(StaffedTask(host: host, visitors: visitors, staff: staff, lead: lead))
          }
        }
      }
    }
    return tasks
  }

  public static func subsets(of list: [Int], size: Int) -> [[Int]] {
    if size == 0 { return [[]] }
    guard list.count >= size, let first = list.first else { return [] }
    let rest = Array(list.dropFirst())
    return subsets(of: rest, size: size - 1).map { [first] + $0 } + subsets(of: rest, size: size)
  }
}
