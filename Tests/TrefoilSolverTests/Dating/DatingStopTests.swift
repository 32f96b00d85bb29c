import Testing
import TrefoilSolver

/// A stop leaves open what is not settled, and takes back nothing that is.
@Suite struct DatingStopTests {
  @Test func `a stop before the search is neither dates nor a false proof`() throws {
    let stop = StopSignal()
    stop.send()
    var stopped = 0
    for index in 0..<300 {
      let seed = 78 << 32 | UInt64(index)
      var random = RandomDatingProblems(seed: seed)
      let problem = try random.tiny()
      switch DatingSolver(problem).solve(effort: 20_000, seed: seed, stop: stop) {
      case .stopped: stopped += 1
      case .impossible(let conflict, _):
        #expect(!DatingBruteForce(problem).canDate(conflict), "seed \(seed)")
      case .dated, .gaveUp: Issue.record("seed \(seed) was not stopped")
      }
    }
    #expect(stopped > 50)
  }

  @Test func `a stop at any moment ends in an honest answer`() async throws {
    var random = RandomDatingProblems(seed: 5)
    let problem = try random.planted(jobs: 45, dayCount: 50, agents: 45, restDays: 2, slack: 15)
    for pause in [0, 1, 3, 10, 30] {
      let stop = StopSignal()
      let sender = Task {
        try await Task.sleep(for: .milliseconds(pause))
        stop.send()
      }
      let outcome = DatingSolver(problem).solve(effort: 5_000, seed: 5, stop: stop)
      try await sender.value
      switch outcome {
      case .dated(let dating):
        let broken = DatingChecker(problem: problem).violations(
          jobs: Array(problem.jobs.indices), starts: dating.starts, followUps: dating.followUps)
        #expect(broken.isEmpty, "after \(pause) ms")
        #expect(dating.bound <= dating.cost, "after \(pause) ms")
      case .stopped: break
      case .impossible, .gaveUp: Issue.record("after \(pause) ms: \(outcome)")
      }
    }
  }
}
