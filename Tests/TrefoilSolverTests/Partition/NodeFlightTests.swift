import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct NodeFlightTests {
  private struct Found: Equatable {
    let pair: Int
    let bound: Int
    /// The groups of the node's solution and of a dive from it.
    let groups: [[StaffedGroup]]
  }

  /// Seven nodes by three programs, all but three chosen after an answer each, every second dived
  /// from.
  private func found(threads: Int) async -> [Found] {
    let problem = TownPartition.make(seed: 7, items: 36...36)
    let root = NodeProgram(
      ColumnGeneration(
        problem, neighbours: Annealing.neighbours(problem, most: 12), threads: 1,
        stop: StopSignal()))
    let start = await root.pricing.solve(
      BranchState(problem, []), cutoff: .max, penalty: 1e7, rounds: 0, mode: .root,
      workLimit: .max)
    var crew = NodeCrew(root)
    var flight = NodeFlight(threads: threads)
    var next = 0
    let cutoff = start.bound * 3 / 2
    func choose(_ count: Int) {
      for member in crew.call(count) {
        next += 1
        let decisions = [BranchDecision.pair(0, next, together: false)]
        flight.add(
          NodeJob(
            node: BranchAndPrice.Node(decisions: decisions, bound: next),
            state: BranchState(problem, decisions), member: member, cutoff: cutoff,
            penalty: 1e7, rounds: 0, workLeft: 1 << 40, dives: next % 2 == 0))
      }
    }
    return await withTaskGroup { (group: inout NodeFlight.Group) in
      var found: [Found] = []
      choose(3)
      while let (job, answer) = await flight.next(&group) {
        let outcomes = [answer.outcome, answer.dived].compactMap(\.self)
        found.append(
          Found(
            pair: job.node.bound, bound: answer.outcome.bound,
            groups: outcomes.map { $0.groups.map(\.group.group) }))
        crew.dismiss(job.member)
        if next < 7 { choose(1) }
      }
      #expect(flight.jobs.isEmpty)
      return found
    }
  }

  @Test func `answers come in the order of the jobs, the same on any threads`() async {
    let one = await found(threads: 1)
    #expect(one.map(\.pair) == Array(1...7))
    #expect(one.allSatisfy { $0.bound > 0 })
    #expect(one.contains { $0.groups.count == 2 && !$0.groups[1].isEmpty })
    for threads in [2, 8] { #expect(await found(threads: threads) == one) }
  }
}
