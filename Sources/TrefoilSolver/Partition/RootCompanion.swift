/// What goes on beside the root's program while that looks for more cuts, or at last for a split: a
/// dive from where the program last stood, in a program of its own, then large neighbourhoods of the
/// best solution.
struct RootCompanion: Sendable {
  let problem: StaffedPartition
  let check: PartitionSolver.Check?
  /// The best solution so far.
  let best: PartitionSolution?
  /// What dives, and what it dives from; nil for no dive.
  var dive: Dive?
  /// What betters the solution; nil for nothing.
  var neighbourhoods: Neighbourhoods?

  struct Dive: Sendable {
    let program: NodeProgram
    let outcome: ColumnGeneration.Outcome
    let penalty: Double
    let rounds: Int
    let workLimit: Int
  }

  struct Neighbourhoods: Sendable {
    let search: NeighbourhoodSearch
    /// How often they go over all items.
    let sweeps: Int
    let turn: Int
    let workLimit: Int
  }

  struct Found: Sendable {
    /// The best solution, maybe the one that was known.
    var best: PartitionSolution?
    /// Groups looked at, exact prices counted higher.
    var work = 0
    /// Whether the owner turned the dive's solution down.
    var isDiveTurnedDown = false
    /// How many of the neighbourhoods' solutions the owner turned down.
    var turnedDown = 0
    /// Whether the owner will look at no more.
    var isGivenUp = false
  }

  func run() async -> Found {
    var found = Found(best: best)
    if let dive { await follow(dive, into: &found) }
    if let neighbourhoods, let best = found.best, !found.isGivenUp {
      let better = await neighbourhoods.search.better(
        best, sweeps: neighbourhoods.sweeps, turn: neighbourhoods.turn,
        workLimit: neighbourhoods.workLimit)
      found.work += better.work
      found.turnedDown = better.turnedDown
      found.isGivenUp = better.isGivenUp
      if better.solution.cost < best.cost { found.best = better.solution }
    }
    return found
  }

  private func follow(_ dive: Dive, into found: inout Found) async {
    let cutoff = best?.cost ?? .max
    let outcome = await dive.program.dive(
      from: dive.outcome, decisions: [], cutoff: cutoff, penalty: dive.penalty,
      rounds: dive.rounds, workLimit: dive.workLimit)
    found.work += dive.program.pricing.work
    // The owner is not asked about what is no better anyhow.
    guard let solution = outcome?.solution(of: problem), solution.cost < cutoff else { return }
    switch check?(solution) ?? .accepted {
    case .accepted: found.best = solution
    case .rejected: found.isDiveTurnedDown = true
    case .givenUp: found.isGivenUp = true
    }
  }
}
