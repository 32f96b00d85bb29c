import TestSupport
import TrefoilSolver

/// How many rounds without a repeat are found: full cycles, and rounds with absences and barred pairs.
struct TermsTable {
  private let clock = ContinuousClock()

  /// Items, and the most rounds that are known to be possible.
  private static let cycles = [
    (9, 4), (12, 4), (15, 7), (18, 8), (21, 10), (24, 11), (27, 13), (30, 14), (33, 16), (36, 17),
    (39, 19), (42, 20), (45, 22), (48, 23), (60, 29),
  ]

  /// A line for each number of schools.
  func printCycles() {
    print("schools  terms  repeats   seconds")
    for (items, rounds) in Self.cycles {
      let problem = RoundsProblem(
        itemCount: items, rounds: rounds, groupCounts: [3: items / 3])
      let (solution, seconds) = timed(problem, Effort.standard)
      print(
        column("\(items)", 7), column("\(rounds)", 6),
        column(solution.map { "\($0.repeats)" } ?? "-", 8), column(rounded(seconds), 9))
    }
  }

  /// For each number of schools the most terms found in each of the seeds, one more being tried until
  /// it fails, with the limit by counting.
  func printHard(sizes: [Int], seeds: Int, effort: Effort) {
    print("two away each term, a tenth of the pairs barred: terms without a repeat (limit)")
    for size in sizes {
      var words: [String] = []
      var seconds = 0.0
      for seed in 1...max(1, seeds) {
        let limit = RoundsLimit(
          HardRounds.make(items: size, rounds: size, seed: UInt64(seed))
        ).rounds
        var found = 0
        for rounds in 1...max(1, limit) {
          let problem = HardRounds.make(items: size, rounds: rounds, seed: UInt64(seed))
          let (solution, took) = timed(problem, effort)
          guard solution?.isClean == true else { break }
          found = rounds
          seconds = max(seconds, took)
        }
        words.append("\(found) (\(limit))")
      }
      print(
        column("\(size)", 7), words.map { column($0, 8) }.joined(),
        column("found in at most \(rounded(seconds)) s", 30))
    }
  }

  private func timed(
    _ problem: RoundsProblem, _ effort: Effort
  ) -> (RoundsSolution?, seconds: Double) {
    let started = clock.now
    let solution = RoundsSolver(problem, effort: effort).fewestConflicts()
    let took = (clock.now - started).components
    return (solution, Double(took.seconds) + Double(took.attoseconds) / 1e18)
  }
}
