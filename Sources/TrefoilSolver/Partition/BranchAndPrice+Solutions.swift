extension BranchAndPrice {
  /// The solution of a whole program with the owner's verdict; nil when it is none.
  mutating func offer(
    _ outcome: ColumnGeneration.Outcome, isOptional: Bool = false
  ) -> (cost: Int, verdict: PartitionSolver.Verdict)? {
    guard let solution = outcome.solution(of: problem) else { return nil }
    // The owner is not asked about what is no better anyhow.
    if isOptional && solution.cost >= cutoff { return nil }
    let verdict = check?(solution) ?? .accepted
    if case .accepted = verdict, solution.cost < cutoff { best = solution }
    if case .givenUp = verdict { giveUp() }
    return (solution.cost, verdict)
  }

  /// Ends the search as if its work were used up: what is proven by then stands.
  mutating func giveUp() {
    work = max(work, workLimit + 1)
  }

  /// Takes a whole solution; false when it is turned down and the node has to be split.
  mutating func take(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState, _ node: Node, _ bound: Int
  ) -> Bool {
    guard let (cost, verdict) = offer(outcome) else { return false }
    switch verdict {
    case .accepted:
      // Nothing more to price in, but the bound in whole numbers is all that is proven.
      if bound < cost { doubtful = min(doubtful, bound) }
    case .rejected(let tasks, let isProven):
      if let split = undecided(tasks, state) {
        branch(node, on: split, bound: bound)
      } else if !isProven {
        doubtful = min(doubtful, bound)
      }
    case .givenUp: putBack(node, bound: bound)
    }
    return true
  }

  /// Something about these tasks that the node has not decided.
  private func undecided(_ tasks: [StaffedTask], _ state: BranchState) -> BranchDecision? {
    let hasOnlyTriads = problem.sizes.allSatisfy { $0 <= 3 }
    for task in tasks {
      let host = task.host
      for lead in task.lead.map({ [$0] }) ?? [] where state.tasks.fixedLead[host] != Int32(lead) {
        return .lead(staff: lead, host: host, true)
      }
      for staff in task.staff where !state.tasks.fixedSeats[host].contains(Int32(staff)) {
        return .seat(staff: staff, host: host, true)
      }
      for visitor in task.visitors {
        if hasOnlyTriads {
          if state.pairs[visitor * problem.itemCount + host] != 1 {
            return .pair(min(visitor, host), max(visitor, host), together: true)
          }
        } else if !state.tasks.fixedVisitors[host].contains(Int32(visitor)) {
          return .visit(visitor: visitor, host: host, true)
        }
      }
    }
    return nil
  }
}
