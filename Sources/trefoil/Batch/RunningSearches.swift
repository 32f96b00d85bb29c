import Synchronization

/// The searches of a batch that run now, to be stopped together.
final class RunningSearches: Sendable {
  private struct State {
    var isInterrupted = false
    var running: [Int: SearchStops] = [:]
  }

  private let state = Mutex(State())

  /// The stops of a search that begins; nil once the batch was interrupted.
  func begin(_ index: Int) -> SearchStops? {
    state.withLock { state in
      guard !state.isInterrupted else { return nil }
      let stops = SearchStops()
      state.running[index] = stops
      return stops
    }
  }

  func end(_ index: Int) {
    state.withLock { $0.running[index] = nil }
  }

  /// Lets nothing more begin, and asks what runs for its best so far.
  func interrupt() {
    state.withLock { state in
      state.isInterrupted = true
      for stops in state.running.values { stops.send() }
    }
  }

  var isInterrupted: Bool { state.withLock(\.isInterrupted) }
}
