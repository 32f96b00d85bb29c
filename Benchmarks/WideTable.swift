import Foundation
import SyntheticTrusts
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Very many synthetic schools as one partition, with nobody but their principals: how long, how
/// near to the bound, how much memory.
enum WideTable {
  static func print(sizes: [Int], seed: UInt64, effort: Effort) async throws {
    Swift.print("schools       cost      bound  gap %  seconds  MiB at most  status")
    for size in sizes {
      let trust = SyntheticTrust.make(schools: size, seed: seed)
      let scenario = Scenario(
        trust: trust.trust, term: Term(name: trust.term.name), schools: trust.schools, people: [],
        history: trust.history)
      let clock = ContinuousClock()
      let started = clock.now
      let plan = try await ReviewPlanner(
        scenario, options: PlanningOptions(effort: effort, threads: 2)
      ).plan()
      let seconds = (clock.now - started).components.seconds
      let (cost, bound) = (plan.cost ?? 0, plan.bound ?? 0)
      let gap = cost > 0 ? Double((cost - bound) * 10_000 / cost) / 100 : 100
      Swift.print(
        column("\(size)", 7), column("\(cost)", 10), column("\(bound)", 10), column("\(gap)", 6),
        column("\(seconds)", 8), column("\(peakMemory())", 12), " \(plan.status)")
    }
  }

  /// The most memory that the program has held so far, in MiB.
  private static func peakMemory() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage.ru_maxrss / 1024
  }
}
