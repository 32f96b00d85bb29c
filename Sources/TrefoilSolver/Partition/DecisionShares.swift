/// How much of each decision the solution of a linear program takes.
struct DecisionShares {
  private var shares: [BranchDecision: Double] = [:]
  /// In the order they were first met, so that ties do not depend on hashing.
  private var order: [BranchDecision] = []

  mutating func add(_ decision: BranchDecision, _ value: Double) {
    if shares[decision] == nil { order.append(decision) }
    shares[decision, default: 0] += value
  }

  /// Adds who is with whom in a group.
  mutating func addPairs(of group: GroupState, _ value: Double) {
    for one in 0..<group.size {
      for other in (one + 1)..<max(group.size, one + 1) {
        add(.pair(Int(group.members[one]), Int(group.members[other]), together: true), value)
      }
    }
  }

  /// Adds who visits, sits and leads in a task.
  mutating func add(_ task: TaskState, _ value: Double) {
    let host = Int(task.host)
    add(.visit(visitor: Int(task.first), host: host, true), value)
    if task.second >= 0 { add(.visit(visitor: Int(task.second), host: host, true), value) }
    for seat in 0..<task.staffCount {
      add(.seat(staff: Int(task.staff[seat]), host: host, true), value)
    }
    if task.lead >= 0 { add(.lead(staff: Int(task.lead), host: host, true), value) }
  }

  /// The open decisions that are taken almost whole; without any, the one taken most.
  func surest(_ isOpen: (BranchDecision) -> Bool) -> [BranchDecision] {
    let found = order.filter(isOpen)
    let sure = found.filter { shares[$0] ?? 0 > 0.95 }
    if !sure.isEmpty { return sure }
    var most: BranchDecision?
    for decision in found where shares[decision] ?? 0 > most.flatMap({ shares[$0] }) ?? 0 {
      most = decision
    }
    return most.map { [$0] } ?? []
  }

  /// The open decisions whose shares are nearest to a half, the nearest first; none when all are
  /// whole.
  func evenest(_ most: Int, _ isOpen: (BranchDecision) -> Bool) -> [BranchDecision] {
    var found: [(away: Double, place: Int)] = []
    for (place, decision) in order.enumerated() {
      let away = abs((shares[decision] ?? 0) - 0.5)
      if away < 0.5 - 1e-6 && isOpen(decision) { found.append((away, place)) }
    }
    return found.sorted { $0 < $1 }.prefix(most).map { order[$0.place] }
  }
}

extension BranchDecision {
  /// The other side of the branch.
  var opposite: BranchDecision {
    switch self {
    case .pair(let one, let other, let together): .pair(one, other, together: !together)
    case .rest(let item, let isResting): .rest(item, !isResting)
    case .visit(let visitor, let host, let isWanted):
      .visit(visitor: visitor, host: host, !isWanted)
    case .seat(let staff, let host, let isWanted): .seat(staff: staff, host: host, !isWanted)
    case .lead(let staff, let host, let isWanted): .lead(staff: staff, host: host, !isWanted)
    }
  }
}
