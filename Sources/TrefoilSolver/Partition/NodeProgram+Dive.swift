extension NodeProgram {
  /// Decides what the program is surest of, again and again, to come upon a good solution early;
  /// nil when that leads nowhere.
  ///
  /// (Sadykov and others, "Primal heuristics for branch and price: the assets of diving methods",
  /// INFORMS Journal on Computing 31 (2019), doi:10.1287/ijoc.2018.0822.)
  ///
  /// - Parameters:
  ///   - start: what the program found for the node that these decisions make.
  ///   - workLimit: where the program must end its work.
  func dive(
    from start: ColumnGeneration.Outcome, decisions: [BranchDecision], cutoff: Int,
    penalty: Double, rounds: Int, workLimit: Int
  ) async -> ColumnGeneration.Outcome? {
    var decisions = decisions
    var outcome = start
    for _ in 0..<(4 * pricing.problem.itemCount + 20) {
      guard pricing.work <= workLimit, !pricing.stop.isSent else { return nil }
      let surest = surest(outcome, BranchState(pricing.problem, decisions))
      guard !surest.isEmpty else { return nil }
      decisions += surest
      outcome = await pricing.solve(
        BranchState(pricing.problem, decisions), cutoff: cutoff, penalty: penalty, rounds: rounds,
        mode: .dive, workLimit: workLimit)
      guard outcome.kind == .solved, !outcome.isUncovered else { return nil }
      if outcome.isWhole { return outcome }
    }
    return nil
  }

  /// The pairs of the groups that the program takes almost whole and are not decided, or of the one
  /// it takes most of; with all pairs decided, the same of seats, leads and visits.
  private func surest(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState
  ) -> [BranchDecision] {
    var shares = DecisionShares()
    for (group, value) in outcome.groups { shares.addPairs(of: group, value) }
    let pairs = shares.surest { decision in
      guard case .pair(let one, let other, _) = decision else { return false }
      return state.isOpen(one, other)
    }
    if !pairs.isEmpty { return pairs }
    shares = DecisionShares()
    for (group, value) in outcome.groups {
      for position in 0..<group.size { shares.add(group.tasks[position], value) }
    }
    return shares.surest { decision in
      switch decision {
      case .seat(let staff, let host, _): !state.tasks.fixedSeats[host].contains(Int32(staff))
      case .lead(_, let host, _): state.tasks.fixedLead[host] < 0
      case .visit(let visitor, let host, _):
        !state.tasks.fixedVisitors[host].contains(Int32(visitor))
      case .pair, .rest: false
      }
    }
  }
}
