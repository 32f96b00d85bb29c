import SyntheticTrusts
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// How fast secondments of made-up trusts are proven, and how well.
struct SecondmentTable {
  private let clock = ContinuousClock()

  /// Openings with the candidates and terms they go with.
  private static let sizes = [
    (openings: 20, candidates: 60, terms: 3), (100, 300, 6), (400, 1_000, 6), (500, 2_000, 9),
  ]

  /// - Parameters:
  ///   - openings: the sizes to print, of those above.
  ///   - pairs: the sizes of exchanges.
  func print(openings wanted: [Int], pairs allPairs: [Int], seeds: UInt64) throws {
    Swift.print("openings candidates terms seed     cost    bound   gap %  seconds  open")
    for (openings, candidates, terms) in Self.sizes where wanted.contains(openings) {
      for seed in 1...seeds {
        let schools = max(30, openings * 3 / 5)
        let scenario = SyntheticSecondments.add(
          openings: openings, candidates: candidates, terms: terms,
          to: SyntheticTrust.make(schools: schools, seed: seed), seed: seed)
        let words = [column("\(openings)", 8), column("\(candidates)", 10), column("\(terms)", 5)]
        try line(words.joined(separator: " "), seed, scenario)
      }
    }
    Swift.print("\nswaps of schools that release only when somebody comes, up to three in a cycle")
    Swift.print("   pairs seed     cost    bound   gap %  seconds  open")
    for pairs in allPairs {
      for seed in 1...seeds {
        try line(
          column("\(pairs)", 8), seed, SyntheticSecondments.exchange(pairs: pairs, seed: seed))
      }
    }
  }

  private func line(_ words: String, _ seed: UInt64, _ scenario: Scenario) throws {
    let start = clock.now
    let outcome = try SecondmentPlanner(scenario).plan()
    let seconds =
      Double((clock.now - start).components.attoseconds) / 1e18
      + Double((clock.now - start).components.seconds)
    let bound = outcome.bound ?? 0
    let gap = Double(outcome.cost - bound) / Double(max(1, outcome.cost)) * 100
    Swift.print(
      words, column("\(seed)", 4), column("\(outcome.cost)", 8), column("\(bound)", 8),
      column(rounded(gap), 7), column(rounded(seconds), 8), column("\(outcome.unfilled.count)", 5))
  }
}
