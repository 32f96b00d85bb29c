import SyntheticTrusts
import TestSupport
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// How fast published plans of made-up trusts are repaired, and how many repairs are proven to move the
/// fewest visits.
enum RepairTable {
  private static let clock = ContinuousClock()

  /// - Parameter troubles: how many things that happen to each plan are tried, one after the other.
  static func print(sizes: [Int], seeds: Int, troubles: Int) async throws {
    Swift.print(
      "schools  seed  repairs  same groups  fewest proven  cheapest proven  most moves"
        + "  median s  longest s  new groups s")
    for size in sizes {
      for seed in 1...max(1, seeds) {
        try await line(size, UInt64(seed), troubles: troubles)
      }
    }
  }

  private static func line(_ size: Int, _ seed: UInt64, troubles: Int) async throws {
    let scenario = SyntheticTrust.make(schools: size, seed: seed)
    let plan = try await ReviewPlanner(scenario).plan()
    guard let term = plan.terms.first else { return }
    var times: [Double] = []
    var longestOfNew = 0.0
    var (kept, fewest, cheapest, most) = (0, 0, 0, 0)
    for trouble in 1...max(1, troubles) {
      let after = RandomTrouble.after(
        scenario, published: term, seed: 1_000 * seed + UInt64(trouble))
      let started = clock.now
      let repair = try await RepairPlanner(
        from: scenario, to: after, published: plan, repair: RepairOptions()
      ).plan()
      let took = (clock.now - started).components
      let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
      if repair.keepsGroups {
        times.append(seconds)
      } else {
        longestOfNew = max(longestOfNew, seconds)
      }
      if repair.keepsGroups { kept += 1 }
      if repair.movesFewest { fewest += 1 }
      if repair.isCheapest { cheapest += 1 }
      most = max(most, repair.moves.moves.count)
    }
    times.sort()
    Swift.print(
      column("\(size)", 7), column("\(seed)", 5), column("\(troubles)", 8),
      column("\(kept)", 12), column("\(fewest)", 14), column("\(cheapest)", 16),
      column("\(most)", 11), column(times.isEmpty ? "-" : rounded(times[times.count / 2]), 9),
      column(times.last.map(rounded) ?? "-", 10), column(rounded(longestOfNew), 13))
  }
}
