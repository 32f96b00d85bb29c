import Synchronization
import TrefoilSolver

/// Counts how often days were looked for, and ends the search once that is often enough.
///
/// Looking for days is no work that the search for teams counts.
final class DatingPatience: Sendable {
  private let most: Int
  private let looks = Atomic<Int>(0)
  private let stop: StopSignal

  init(most: Int, stop: StopSignal) {
    self.most = most
    self.stop = stop
  }

  /// Whether it is over, this look counted.
  var isOverAfterOneMore: Bool {
    let count = looks.wrappingAdd(1, ordering: .relaxed).newValue
    if count > most { stop.send() }
    return count > most
  }

  var isOver: Bool { looks.load(ordering: .relaxed) > most }
}
