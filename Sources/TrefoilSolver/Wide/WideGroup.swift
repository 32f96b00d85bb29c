/// A group of a wide partition and what it costs.
struct WideGroup: Sendable {
  let group: StaffedGroup
  let cost: Int

  init(group: StaffedGroup, cost: Int) {
    self.group = group
    self.cost = cost
  }

  /// Three items of whom everyone visits everyone.
  init(triad: [Int], of problem: WidePartition) {
    let members = triad.sorted()
    cost = problem.triadCost(members[0], members[1], members[2])
    let tasks = members.map { host in
      StaffedTask(host: host, visitors: members.filter { $0 != host }, staff: [], lead: nil)
    }
    group = StaffedGroup(members: members, tasks: tasks)
  }

  /// What it costs beyond what its members earn, in fine units.
  func slack(_ prices: DualPrices) -> Int {
    cost * DualPrices.scale - group.members.reduce(0) { $0 + prices.item[$1] }
      + prices.cutPrice(group.members) { _ in false }
  }
}
