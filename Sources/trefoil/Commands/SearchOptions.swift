import ArgumentParser
import TrefoilPlanning
import TrefoilSolver

/// The options of every command that searches.
struct SearchOptions: ParsableArguments {
  @Option(help: "Chooses among equally good plans and orders the search.")
  var seed: UInt64 = 1

  @Option(help: "How hard to search: 100 is usual, more takes longer in proportion.")
  var effort = 100

  @Option(
    help: ArgumentHelp(
      "Stop the search of a scenario after so many seconds with the best so far.",
      valueName: "seconds"))
  var time: Double?

  /// How the planner is to search with these options.
  func planning(threads: Int) -> PlanningOptions {
    PlanningOptions(seed: seed, effort: Effort(level: effort), threads: threads)
  }

  func validate() throws {
    guard (1...1_000_000).contains(effort) else {
      throw ValidationError("--effort takes a number from 1 to 1000000")
    }
    if let time, !(time > 0 && time <= 1_000_000) {
      throw ValidationError("--time takes seconds above 0, up to 1000000")
    }
  }
}
