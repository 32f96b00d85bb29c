import Foundation
import SyntheticTrusts
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Very many synthetic schools as one partition, with nobody but their principals: how long, how
/// near to the bound, how much memory. Progress goes to standard error.
enum WideTable {
  /// - Parameters:
  ///   - hasNeeds: whether schools keep their needs, strengths and pupils, or their place and phase
  ///     alone; whom they met before they keep in any case.
  ///   - plot: a file for a ``GrowthPlot``. The most memory is that of the largest size so far, so
  ///     that sizes should ascend.
  static func print(
    sizes: [Int], seed: UInt64, effort: Effort, hasNeeds: Bool, plot: String?
  ) async throws {
    var points: [GrowthPlot.Point] = []
    Swift.print("schools       cost      bound  gap %  seconds  MiB at most  status")
    for size in sizes {
      let scenario = schoolsAlone(size, seed: seed, hasNeeds: hasNeeds)
      let clock = ContinuousClock()
      let started = clock.now
      let plan = try await ReviewPlanner(
        scenario, options: PlanningOptions(effort: effort, threads: 2)
      ).plan { progress in
        let seconds = (clock.now - started).components.seconds
        let cost = progress.cost.map { "\($0)" } ?? "none yet"
        let bound = progress.bound.map { "\($0)" } ?? "none yet"
        let line = "  \(seconds) s: cost \(cost), bound \(bound)\n"
        FileHandle.standardError.write(Data(line.utf8))
      }
      let took = (clock.now - started).components
      let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
      points.append(
        GrowthPlot.Point(schools: size, seconds: seconds, mebibytes: Double(peakMemory())))
      let (cost, bound) = (plan.cost ?? 0, plan.bound ?? 0)
      let gap = cost > 0 ? Double((cost - bound) * 10_000 / cost) / 100 : 100
      let time = column("\((seconds * 10).rounded() / 10)", 8)
      Swift.print(
        column("\(size)", 7), column("\(cost)", 10), column("\(bound)", 10), column("\(gap)", 6),
        time, column("\(peakMemory())", 12), " \(plan.status)")
    }
    if let plot {
      try Data(GrowthPlot(points: points).svg.utf8).write(
        to: URL(fileURLWithPath: plot), options: .atomic)
    }
  }

  /// The schools of a made-up trust without anybody but their principals, and without days.
  private static func schoolsAlone(_ size: Int, seed: UInt64, hasNeeds: Bool) -> Scenario {
    let trust = SyntheticTrust.make(schools: size, seed: seed)
    let schools =
      hasNeeds
      ? trust.schools
      : trust.schools.map { School(id: $0.id, name: $0.name, phase: $0.phase, place: $0.place) }
    return Scenario(
      trust: trust.trust, term: Term(name: trust.term.name), schools: schools, people: [],
      history: trust.history)
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
