import Testing

@testable import TrefoilSolver

/// The proof of least cost by itself, from the first days found: local search is so good on tiny
/// problems that a wrong proof would go unseen behind it.
@Suite struct DatingProofTests {
  @Test(arguments: [UInt64](3...4))
  func `the proof alone reaches the least cost`(block: UInt64) throws {
    var improved = 0
    for index in 0..<100 {
      let seed = block << 40 | UInt64(index)
      var random = RandomDatingProblems(seed: seed)
      let problem = try random.costly()
      let model = DatingModel(problem, jobs: Array(problem.jobs.indices))
      var search = DatingSearch(model, rooms: DatingHall.rooms(model), seed: seed)
      var nodes = 10_000
      guard
        case .dated = search.run(
          assuming: Array(model.jobs.indices), nodes: &nodes, stop: StopSignal())
      else {
        continue
      }
      var proof = DatingProof(model, day: search.chosen, seed: seed)
      let first = proof.cost
      proof.run(nodes: &nodes, stop: StopSignal())
      #expect(proof.isLeast, "seed \(seed)")
      #expect(proof.cost == DatingBruteForce(problem).leastCost(), "seed \(seed)")
      if proof.cost < first { improved += 1 }
    }
    #expect(improved > 10)
  }
}
