/// What a node may be split on.
enum BranchCandidates {
  /// The decisions nearest to an even split, the nearest first: pairs of items and rests; where
  /// those are all decided visits, seats and leads.
  static func evenest(
    _ most: Int, _ outcome: ColumnGeneration.Outcome, _ state: BranchState,
    decisions: [BranchDecision]
  ) -> [BranchDecision] {
    var shares = DecisionShares()
    for (item, value) in outcome.rests { shares.add(.rest(item, true), value) }
    for (group, value) in outcome.groups { shares.addPairs(of: group, value) }
    let decided = Set(decisions + decisions.map(\.opposite))
    let pairs = shares.evenest(most) { decision in
      guard case .pair(let one, let other, _) = decision else { return !decided.contains(decision) }
      return state.isOpen(one, other)
    }
    if !pairs.isEmpty { return pairs }
    shares = DecisionShares()
    for (group, value) in outcome.groups {
      for position in 0..<group.size { shares.add(group.tasks[position], value) }
    }
    return shares.evenest(most) { !decided.contains($0) }
  }
}
