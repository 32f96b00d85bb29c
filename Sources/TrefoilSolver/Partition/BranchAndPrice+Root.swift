extension BranchAndPrice {
  /// How often cuts are looked for at each turn.
  private static let rootRounds = [6, 4, 4, 60]
  /// How often neighbourhoods go over all items at each turn.
  private static let sweeps = [2, 1, 1, 1]

  /// Bounds the root and splits it.
  ///
  /// At each turn the program gets further cuts, while beside it a dive from where it stood before
  /// and large neighbourhoods look for a better solution; against one most groups are out of the
  /// question. A last dive goes beside the choice of what to split the root on.
  mutating func processRoot() async {
    let state = BranchState(problem, [])
    var node = Node(decisions: [], bound: bound)
    var outcome: ColumnGeneration.Outcome?
    for turn in Self.rootRounds.indices {
      guard let next = await advance(outcome, state, turn: turn) else { return }
      outcome = next
      node.bound = max(node.bound, next.bound)
      bound = max(bound, min(node.bound, cutoff))
      report(best?.cost, bound, share)
      if next.kind == .closed || node.bound >= cutoff { return }
      guard !next.isWhole, next.kind == .solved else { break }
    }
    guard let outcome else { return }
    let split = await splitRoot(outcome, state)
    if node.bound >= cutoff { return }
    settle(NodeProgram.Answer(outcome: outcome, split: split), state, node, node.bound)
  }

  /// Solves the root's program with further cuts, beside its companion; where that finds a better
  /// solution, once more without the groups that are too dear now. Nil when nothing can be.
  private mutating func advance(
    _ last: ColumnGeneration.Outcome?, _ state: BranchState, turn: Int
  ) async -> ColumnGeneration.Outcome? {
    let rounds = Self.rootRounds[turn]
    let companion = companion(from: last, turn: turn)
    let relaxed: ColumnGeneration.Outcome?
    let found: RootCompanion.Found
    if threads > 1 {
      async let beside = companion.run()
      relaxed = await relax(state, root, rounds: rounds, mode: .root)
      found = await beside
    } else {
      found = await companion.run()
      relaxed = await relax(state, root, rounds: rounds, mode: .root)
    }
    let isBetter = take(found, of: companion)
    guard let relaxed, isBetter else { return relaxed }
    bound = max(bound, min(relaxed.bound, cutoff))
    guard relaxed.kind == .solved, bound < cutoff else { return relaxed }
    await root.pricing.fix(cutoff: cutoff)
    guard var again = await relax(state, root, rounds: 0, mode: .root) else { return nil }
    again.bound = max(again.bound, relaxed.bound)
    return again
  }

  private mutating func splitRoot(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState
  ) async -> BranchDecision? {
    let companion = companion(from: outcome, turn: nil)
    let (root, cutoff) = (root, cutoff)
    let split: BranchDecision?
    let found: RootCompanion.Found
    if threads > 1 {
      async let beside = companion.run()
      split = root.split(outcome, state, decisions: [], cutoff: cutoff)
      found = await beside
    } else {
      found = await companion.run()
      split = root.split(outcome, state, decisions: [], cutoff: cutoff)
    }
    work += root.takeWork()
    if take(found, of: companion) { await root.pricing.fix(cutoff: self.cutoff) }
    return split
  }

  /// - Parameters:
  ///   - last: what the program stood at, to dive from.
  ///   - turn: nil for a dive alone.
  private func companion(
    from last: ColumnGeneration.Outcome?, turn: Int?
  ) -> RootCompanion {
    var companion = RootCompanion(problem: problem, check: check, best: best)
    guard work <= workLimit else { return companion }
    if mayDive, let last, last.kind == .solved, !last.isWhole, !last.isUncovered {
      let program = root.twin()
      companion.dive = RootCompanion.Dive(
        program: program, outcome: last, penalty: penalty, rounds: Self.nodeRounds,
        workLimit: workLimit - work)
    }
    if mayImprove, let neighbourhoods, let turn {
      companion.neighbourhoods = RootCompanion.Neighbourhoods(
        search: neighbourhoods, sweeps: Self.sweeps[turn], turn: turn, workLimit: workLimit / 4)
    }
    return companion
  }

  /// Takes what the companion has found; whether it is better than what was known.
  private mutating func take(
    _ found: RootCompanion.Found, of companion: RootCompanion
  ) -> Bool {
    work += found.work
    if found.isGivenUp { giveUp() }
    if found.isDiveTurnedDown { mayDive = false }
    if found.turnedDown >= NeighbourhoodSearch.mostTurnedDown { mayImprove = false }
    if let dive = companion.dive { root.pricing.learn(dive.program.pricing.takeNews()) }
    guard let solution = found.best, solution.cost < cutoff else { return false }
    best = solution
    seed(solution)
    report(cutoff, bound, share)
    return true
  }
}
