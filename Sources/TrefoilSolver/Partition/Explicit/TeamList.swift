/// Every team that each host of a group can have, with what it costs without its lead.
struct TeamList {
  struct Team {
    let visitors: [Int]
    let staff: [Int]
    let cost: Int
    /// Which visitors these are, as an index into ``VisitPattern/choices(size:host:)``.
    let visitChoice: Int
  }

  private let members: [Int]
  /// By position of the host.
  private(set) var options: [[Team]] = []

  /// O(visitors x sets of staff) for each host.
  init(members: [Int], _ problem: StaffedPartition, _ cost: PartitionCost) {
    self.members = members
    for (position, host) in members.enumerated() {
      var able: [Team] = []
      let choices = VisitPattern.choices(size: members.count, host: position)
      let most = PartitionCost.seats(problem, host: host, groupSize: members.count)
      for (choice, visitors) in choices.enumerated() {
        let items = [visitors.first, visitors.second].filter { $0 >= 0 }.map { members[$0] }
        Self.forEachStaff(host, most: most, problem) { staff in
          let task = StaffedTask(host: host, visitors: items, staff: staff, lead: nil)
          // What having no lead costs belongs to the columns of leads.
          let price =
            cost.cost(of: task, in: members) - cost.leadCost(of: task) - cost.leadFit(of: task)
          if price < StaffedPartition.forbidden / 2 {
            able.append(
              Team(visitors: task.visitors, staff: staff, cost: price, visitChoice: choice))
          }
        }
      }
      options.append(able)
      if able.isEmpty { return }
    }
  }

  /// Whether some host has no team.
  var isEmpty: Bool { options.contains(where: \.isEmpty) }

  /// Whether every host has a single team.
  var areDecided: Bool { options.allSatisfy { $0.count == 1 } }

  /// Whether, each host having the first of its teams, everyone visits as often as all must.
  var decidedKeepPattern: Bool {
    let visits = min(2, members.count - 1)
    return members.allSatisfy { member in
      options.count { $0[0].visitors.contains(member) } == visits
    }
  }

  /// What the cheapest teams of one of these patterns cost together; nil where there are none.
  func cheapest(_ patterns: [[Int]]) -> Int? {
    let best = options.enumerated().map { position, teams in
      let choices = VisitPattern.choices(size: members.count, host: position).indices
      return choices.map { choice in
        teams.lazy.filter { $0.visitChoice == choice }.map(\.cost).min()
      }
    }
    var least: Int?
    for pattern in patterns {
      let costs = pattern.enumerated().map { position, choice in best[position][choice] }
      let sum = costs.reduce(Int?(0)) { sum, cost in
        guard let sum, let cost else { return nil }
        return sum + cost
      }
      if let sum, sum < least ?? .max { least = sum }
    }
    return least
  }

  /// Sets of staff for the seats at a host, from none to all seats taken.
  private static func forEachStaff(
    _ host: Int, most: Int, _ problem: StaffedPartition, _ visit: ([Int]) -> Void
  ) {
    let able = (0..<problem.staffCount).filter {
      problem.seatCost[$0 * problem.itemCount + host] < StaffedPartition.forbidden
    }
    let mayBeEmpty = problem.emptySeatCost[host] < StaffedPartition.forbidden
    var staff: [Int] = []
    func extend(_ first: Int) {
      if mayBeEmpty || staff.count == most { visit(staff) }
      if staff.count == most { return }
      for index in first..<able.count {
        staff.append(able[index])
        extend(index + 1)
        staff.removeLast()
      }
    }
    extend(0)
  }
}
