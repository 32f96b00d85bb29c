/// One task in a search, without anything on the heap.
struct TaskState {
  var host: Int32 = -1
  var first: Int32 = -1
  /// -1 in a pair.
  var second: Int32 = -1
  var staff = InlineArray<5, Int32>(repeating: -1)
  var staffCount = 0
  var lead: Int32 = -1
  /// What the task costs by itself, in units of cost and without any price.
  var cost = 0

  var task: StaffedTask {
    StaffedTask(
      host: Int(host), visitors: [first, second].filter { $0 >= 0 }.map { Int($0) },
      staff: (0..<staffCount).map { Int(staff[$0]) }, lead: lead < 0 ? nil : Int(lead))
  }
}

/// One group in a search, without anything on the heap.
struct GroupState {
  var members: TaskPricer.Members
  var size: Int
  var tasks = InlineArray<5, TaskState>(repeating: TaskState())
  /// Members and tasks, in units of cost, without people's totals.
  var cost = 0

  init(members: TaskPricer.Members, size: Int) {
    self.members = members
    self.size = size
  }

  init(_ list: [Int]) {
    members = TaskPricer.Members(repeating: -1)
    size = list.count
    for (index, item) in list.enumerated() { members[index] = Int32(item) }
  }

  var group: StaffedGroup {
    StaffedGroup(
      members: (0..<size).map { Int(members[$0]) }, tasks: (0..<size).map { tasks[$0].task })
  }

  /// The members with one put in the place of another, again in ascending order.
  func replacing(_ old: Int32, by new: Int32) -> GroupState {
    var result = GroupState(members: members, size: size)
    var index = 0
    while result.members[index] != old { index += 1 }
    while index > 0 && result.members[index - 1] > new {
      result.members[index] = result.members[index - 1]
      index -= 1
    }
    while index < size - 1 && result.members[index + 1] < new {
      result.members[index] = result.members[index + 1]
      index += 1
    }
    result.members[index] = new
    return result
  }
}
