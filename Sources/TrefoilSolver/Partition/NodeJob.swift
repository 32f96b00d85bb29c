/// A node on its way to be bounded, with all that its answer depends on.
struct NodeJob: Sendable {
  let node: BranchAndPrice.Node
  let state: BranchState
  let member: NodeCrew.Member
  let cutoff: Int
  let penalty: Double
  let rounds: Int
  /// How much work there was left when the node was chosen.
  let workLeft: Int
  /// Whether to look for a solution from the node.
  let dives: Bool

  /// Tells the program what others have found since, then bounds the node.
  func run() async -> NodeProgram.Answer {
    let program = member.program
    for news in member.news { program.pricing.learn(news) }
    await program.pricing.fix(cutoff: cutoff)
    return await program.bound(
      state, decisions: node.decisions, cutoff: cutoff, penalty: penalty, rounds: rounds,
      workLimit: program.pricing.work + workLeft, dives: dives)
  }
}
