import Testing
import TrefoilSolver

@Suite struct DatingSolverTests {
  @Test(arguments: [UInt64](1...6))
  func `tiny problems come out as brute force says`(block: UInt64) throws {
    var dated = 0
    var impossible = 0
    for index in 0..<250 {
      let seed = block << 32 | UInt64(index)
      var random = RandomDatingProblems(seed: seed)
      let problem = try random.tiny()
      let brute = DatingBruteForce(problem)
      let least = brute.leastCost()
      switch DatingSolver(problem).solve(effort: 20_000, seed: seed) {
      case .dated(let dating):
        dated += 1
        try #require(least != nil, "seed \(seed)")
        check(dating, of: problem, seed: seed)
        #expect(dating.cost == least, "seed \(seed)")
        #expect(dating.isLeast, "seed \(seed)")
      case .impossible(let conflict, let irreducible):
        impossible += 1
        #expect(least == nil, "seed \(seed)")
        #expect(irreducible, "seed \(seed)")
        #expect(conflict == conflict.sorted(), "seed \(seed)")
        #expect(!brute.canDate(conflict), "seed \(seed)")
        for job in conflict {
          #expect(brute.canDate(conflict.filter { $0 != job }), "seed \(seed) without \(job)")
        }
      case .gaveUp:
        Issue.record("seed \(seed) gave up")
      }
    }
    // Both answers must have been put to the test.
    #expect(dated > 40 && impossible > 40, "\(dated) dated, \(impossible) impossible")
  }

  private func check(_ dating: Dating, of problem: DatingProblem, seed: UInt64) {
    let checker = DatingChecker(problem: problem)
    let broken = checker.violations(
      jobs: Array(problem.jobs.indices), starts: dating.starts, followUps: dating.followUps)
    #expect(broken.isEmpty, "seed \(seed)")
    let cost = checker.cost(starts: dating.starts, followUps: dating.followUps)
    #expect(dating.cost == cost, "seed \(seed)")
    #expect(dating.bound <= dating.cost, "seed \(seed)")
  }

  @Test(arguments: [(15, 0), (15, 1), (30, 1), (60, 2)])
  func `tight problems with hidden dates are dated`(jobs: Int, restDays: Int) throws {
    for seed in UInt64(1)...3 {
      var random = RandomDatingProblems(seed: seed)
      let problem = try random.planted(
        jobs: jobs, dayCount: 50, agents: jobs, restDays: restDays, slack: 15)
      let outcome = DatingSolver(problem).solve(effort: 50_000, seed: seed)
      guard case .dated(let dating) = outcome else {
        Issue.record("seed \(seed): \(outcome)")
        continue
      }
      check(dating, of: problem, seed: seed)
      #expect(DatingSolver(problem).solve(effort: 50_000, seed: seed) == outcome)
    }
  }
}
