/// The task of one host: who visits, who has its seats, who leads.
public struct StaffedTask: Sendable, Hashable {
  public let host: Int
  /// Items, ascending.
  public let visitors: [Int]
  /// Members of staff, ascending.
  public let staff: [Int]
  public let lead: Int?

  public init(host: Int, visitors: [Int], staff: [Int], lead: Int?) {
    self.host = host
    self.visitors = visitors.sorted()
    self.staff = staff.sorted()
    self.lead = lead
  }
}

/// One group with its tasks.
public struct StaffedGroup: Sendable, Hashable {
  /// Items, ascending.
  public let members: [Int]
  /// One for each member, in the order of the members.
  public let tasks: [StaffedTask]

  public init(members: [Int], tasks: [StaffedTask]) {
    self.members = members.sorted()
    self.tasks = tasks.sorted { $0.host < $1.host }
  }
}

/// A complete solution and what it costs.
public struct PartitionSolution: Sendable, Hashable {
  /// In the order of their first members.
  public let groups: [StaffedGroup]
  /// Items that rest, ascending.
  public let resting: [Int]
  public let cost: Int

  public init(groups: [StaffedGroup], resting: [Int], cost: Int) {
    self.groups = groups.sorted { $0.members.first ?? 0 < $1.members.first ?? 0 }
    self.resting = resting.sorted()
    self.cost = cost
  }

  public var tasks: [StaffedTask] { groups.flatMap(\.tasks) }
}
