import TrefoilSolver

/// What two or three items cost, and problems of a few, from the tables of a problem without staff.
public struct TableCosts: Sendable {
  private let tables: StaffedPartition
  private var count: Int { tables.itemCount }

  public init(_ tables: StaffedPartition) {
    self.tables = tables
  }

  public func link(_ one: Int, _ other: Int) -> Int {
    let sum =
      tables.pairCost[one * count + other] + tables.visitCost[one * count + other]
      + tables.visitCost[other * count + one]
    return min(sum, StaffedPartition.forbidden)
  }

  public func evenLink(_ one: Int, _ other: Int) -> Int {
    let visit = min(
      tables.visitCost[one * count + other], tables.visitCost[other * count + one])
    return min(tables.pairCost[one * count + other] + 2 * visit, StaffedPartition.forbidden)
  }

  func triad(_ one: Int, _ other: Int, _ third: Int) -> Int {
    let members = [one, other, third].sorted()
    let tasks = members.map { host in
      StaffedTask(host: host, visitors: members.filter { $0 != host }, staff: [], lead: nil)
    }
    return PartitionCost(tables).cost(of: StaffedGroup(members: members, tasks: tasks))
  }

  func part(_ items: [Int], _ groups: [Int: Int], _ rests: Int) -> StaffedPartition {
    var part = StaffedPartition(itemCount: items.count, groupCounts: groups, restCount: rests)
    part.requirementCosts = items.map { tables.requirementCosts[$0] }
    part.restCost = items.map { tables.restCost[$0] }
    for (index, one) in items.enumerated() {
      for (position, other) in items.enumerated() {
        let (cell, source) = (index * items.count + position, one * count + other)
        part.pairCost[cell] = tables.pairCost[source]
        part.visitCost[cell] = tables.visitCost[source]
        part.visitCovers[cell] = tables.visitCovers[source]
      }
    }
    return part
  }
}
