/// The program that bounds nodes, one at a time, on whichever thread has it.
///
/// Unchecked, as the linear program inside is a class: nothing else may use a program while it
/// solves a node.
final class NodeProgram: @unchecked Sendable {
  var pricing: ColumnGeneration

  /// How much of the program's work was taken account of.
  private var countedWork = 0

  init(_ pricing: ColumnGeneration) {
    self.pricing = pricing
  }

  /// The work that was done since this was last asked.
  func takeWork() -> Int {
    defer { countedWork = pricing.work }
    return pricing.work - countedWork
  }

  /// Solves the program with nothing decided over groups of near items, on this thread alone, until
  /// so much work is done.
  func warm(workLimit: Int) async {
    await pricing.warm(workLimit: workLimit)
  }

  /// Another program with the same groups and cuts, to bound nodes beside this one.
  func twin() -> NodeProgram {
    _ = pricing.takeNews()
    return NodeProgram(pricing.twin())
  }

  /// So many ways to split a node are tried.
  private static let mostTried = 8

  struct Answer: Sendable {
    var outcome: ColumnGeneration.Outcome
    /// What to split the node on; nil when nothing is left to decide, or nothing is to be split.
    var split: BranchDecision?
    /// What a dive from the node came upon.
    var dived: ColumnGeneration.Outcome?
  }

  /// Bounds a node and, where it stays open, finds what to split it on.
  ///
  /// Of the ways nearest to an even split the one is taken whose two sides raise the program's value
  /// most, with the columns there are. (Applegate, Bixby, Chvatal and Cook, "Finding cuts in the
  /// TSP", DIMACS 95-05, 1995: strong branching; the product of the rises as the score after
  /// Achterberg, "Constraint integer programming", 2007.)
  func bound(
    _ state: BranchState, decisions: [BranchDecision], cutoff: Int, penalty: Double, rounds: Int,
    workLimit: Int, dives: Bool
  ) async -> Answer {
    let outcome = await pricing.solve(
      state, cutoff: cutoff, penalty: penalty, rounds: rounds, mode: .node, workLimit: workLimit)
    var answer = Answer(
      outcome: outcome, split: split(outcome, state, decisions: decisions, cutoff: cutoff))
    if dives, answer.split != nil, outcome.kind == .solved, !outcome.isUncovered {
      answer.dived = await dive(
        from: outcome, decisions: decisions, cutoff: cutoff, penalty: penalty, rounds: rounds,
        workLimit: workLimit)
    }
    return answer
  }

  /// What to split a node on that this program has just solved.
  func split(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState, decisions: [BranchDecision],
    cutoff: Int
  ) -> BranchDecision? {
    guard outcome.kind != .closed else { return nil }
    let candidates = BranchCandidates.evenest(
      Self.mostTried, outcome, state, decisions: decisions)
    // A program that leaves items out is solved again: what its sides would cost says nothing.
    guard outcome.kind == .solved, !outcome.isUncovered, candidates.count > 1 else {
      return candidates.first
    }
    return pricing.strongest(of: candidates, decisions: decisions, cutoff: cutoff)
  }
}
