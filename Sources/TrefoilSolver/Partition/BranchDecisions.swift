/// One thing that a branch of the search decides.
enum BranchDecision: Sendable, Hashable {
  /// Two items are in one group, or are not (Ryan and Foster, "An integer programming approach to
  /// scheduling", 1981).
  case pair(Int, Int, together: Bool)
  case rest(Int, Bool)
  /// An item visits a host, or does not.
  case visit(visitor: Int, host: Int, Bool)
  case seat(staff: Int, host: Int, Bool)
  case lead(staff: Int, host: Int, Bool)
}

/// All that a node of the search has decided, ready to be asked.
struct BranchState: Sendable {
  private let itemCount: Int
  /// [one * itemCount + other]: 0 open, 1 together, 2 apart.
  private(set) var pairs: [UInt8]
  private var partners: [[Int32]]
  private(set) var tasks: TaskDecisions
  private(set) var rests: [RestDecision]

  init(_ problem: StaffedPartition, _ decisions: [BranchDecision]) {
    itemCount = problem.itemCount
    pairs = Array(repeating: 0, count: itemCount * itemCount)
    partners = Array(repeating: [], count: itemCount)
    tasks = TaskDecisions(problem)
    rests = (0..<itemCount).map { item in
      problem.restCount > 0 && problem.restCost[item] < StaffedPartition.forbidden ? .may : .never
    }
    for decision in decisions { apply(decision) }
  }

  private mutating func apply(_ decision: BranchDecision) {
    switch decision {
    case .pair(let one, let other, let together):
      setPair(one, other, together ? 1 : 2)
      if together {
        rests[one] = .never
        rests[other] = .never
      }
    case .rest(let item, let isResting): rests[item] = isResting ? .must : .never
    case .visit(let visitor, let host, let isWanted):
      if isWanted {
        setPair(visitor, host, 1)
        if !tasks.fixedVisitors[host].contains(Int32(visitor)) {
          tasks.fixedVisitors[host].append(Int32(visitor))
        }
      } else {
        tasks.bannedVisits[visitor * itemCount + host] = true
      }
    case .seat(let staff, let host, let isWanted):
      if isWanted {
        if !tasks.fixedSeats[host].contains(Int32(staff)) {
          tasks.fixedSeats[host].append(Int32(staff))
        }
      } else {
        tasks.bannedSeats[staff * itemCount + host] = true
      }
    case .lead(let staff, let host, let isWanted):
      if isWanted {
        tasks.fixedLead[host] = Int32(staff)
      } else {
        tasks.bannedLeads[staff * itemCount + host] = true
      }
    }
  }

  private mutating func setPair(_ one: Int, _ other: Int, _ state: UInt8) {
    pairs[one * itemCount + other] = state
    pairs[other * itemCount + one] = state
    if state == 1 {
      partners[one].append(Int32(other))
      partners[other].append(Int32(one))
    }
  }

  /// Whether nothing says yet if two items are together.
  func isOpen(_ one: Int, _ other: Int) -> Bool { pairs[one * itemCount + other] == 0 }

  /// Whether a group of these members may be.
  func allows(_ members: TaskPricer.Members, _ size: Int) -> Bool {
    for one in 0..<size {
      let item = Int(members[one])
      if rests[item] == .must { return false }
      for other in (one + 1)..<max(size, one + 1)
      where pairs[item * itemCount + Int(members[other])] == 2 { return false }
      for partner in partners[item] {
        var isInside = false
        for index in 0..<size where members[index] == partner { isInside = true }
        if !isInside { return false }
      }
    }
    return true
  }

  /// Whether the staffed group keeps every decision, seats and visits too.
  func allows(_ group: GroupState) -> Bool {
    guard allows(group.members, group.size) else { return false }
    for position in 0..<group.size where !allows(group.tasks[position]) { return false }
    return true
  }

  private func allows(_ task: TaskState) -> Bool {
    let host = Int(task.host)
    if tasks.bannedVisits[Int(task.first) * itemCount + host] { return false }
    if task.second >= 0 && tasks.bannedVisits[Int(task.second) * itemCount + host] { return false }
    for visitor in tasks.fixedVisitors[host] where task.first != visitor && task.second != visitor {
      return false
    }
    for seat in 0..<task.staffCount
    where tasks.bannedSeats[Int(task.staff[seat]) * itemCount + host] {
      return false
    }
    for staff in tasks.fixedSeats[host] {
      var isThere = false
      for seat in 0..<task.staffCount where task.staff[seat] == staff { isThere = true }
      if !isThere { return false }
    }
    if task.lead >= 0 && tasks.bannedLeads[Int(task.lead) * itemCount + host] { return false }
    return tasks.fixedLead[host] < 0 || tasks.fixedLead[host] == task.lead
  }
}
