import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct NodeFlightTests {
  /// Five nodes by three programs, the fourth and fifth chosen after the first and second answers.
  private func bounds(threads: Int) async -> [(pair: Int, bound: Int)] {
    let problem = TownPartition.make(seed: 7, items: 24...24)
    let root = NodeProgram(
      ColumnGeneration(
        problem, neighbours: Annealing.neighbours(problem, most: 12), threads: 1,
        stop: StopSignal()))
    _ = await root.pricing.solve(
      BranchState(problem, []), cutoff: .max, penalty: 1e7, rounds: 1, mode: .root,
      workLimit: .max)
    var crew = NodeCrew(root)
    var flight = NodeFlight(threads: threads)
    var next = 0
    func choose(_ count: Int) {
      for member in crew.call(count) {
        next += 1
        let decisions = [BranchDecision.pair(0, next, together: true)]
        flight.add(
          NodeJob(
            node: BranchAndPrice.Node(decisions: decisions, bound: next),
            state: BranchState(problem, decisions), member: member, cutoff: .max, penalty: 1e7,
            rounds: 1, workLeft: 1 << 40, dives: false))
      }
    }
    return await withTaskGroup { (group: inout NodeFlight.Group) in
      var found: [(pair: Int, bound: Int)] = []
      choose(3)
      while let (job, answer) = await flight.next(&group) {
        found.append((job.node.bound, answer.outcome.bound))
        crew.dismiss(job.member)
        if next < 5 { choose(1) }
      }
      #expect(flight.jobs.isEmpty)
      return found
    }
  }

  @Test func `answers come in the order of the jobs, the same on any threads`() async {
    let one = await bounds(threads: 1)
    #expect(one.map(\.pair) == [1, 2, 3, 4, 5])
    #expect(one.allSatisfy { $0.bound > 0 })
    for threads in [2, 3, 8] {
      let found = await bounds(threads: threads)
      #expect(found.map(\.pair) == one.map(\.pair) && found.map(\.bound) == one.map(\.bound))
    }
  }
}
