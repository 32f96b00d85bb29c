import Synchronization
import TrefoilFiles

/// Runs the scenarios of a batch, some at once, and says of each what became of it as soon as that
/// is known.
final class BatchRun: Sendable {
  private struct State {
    var next = 0
    var summary: BatchSummary
  }

  private let jobs: [BatchJob]
  private let format: BatchFormat
  private let searches = RunningSearches()
  private let state: Mutex<State>

  init(jobs: [BatchJob], format: BatchFormat) {
    self.jobs = jobs
    self.format = format
    state = Mutex(State(summary: BatchSummary(count: jobs.count)))
  }

  /// Asks what runs for its best, and leaves the rest.
  func interrupt() {
    searches.interrupt()
  }

  /// - Parameter width: how many scenarios are worked on at once.
  func run(width: Int) async -> BatchSummary {
    Terminal.out(format.header)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(width, jobs.count) {
        group.addTask { await self.work() }
      }
    }
    return state.withLock(\.summary)
  }

  /// Takes one job after another until none is left. It writes its lines itself: searches may keep
  /// every thread that tasks run on, and whoever waited for a result might wait long.
  private func work() async {
    while let index = takeNext(), let stops = searches.begin(index) {
      let outcome = await jobs[index].run(stops: stops, searches: searches)
      searches.end(index)
      state.withLock { state in
        state.summary.add(outcome)
        if let faults = outcome.faults { Terminal.error(faults) }
        Terminal.out(format.line(outcome.record))
      }
    }
  }

  private func takeNext() -> Int? {
    state.withLock { state in
      guard state.next < jobs.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }
}
