import Synchronization
import TrefoilSolver

/// Counts what is spent on looks for days while teams are searched for, until that is enough.
///
/// Looking for days is no work that the search for teams counts. Teams are offered one after the other,
/// in the same order on any number of threads, so that the count is the same too.
final class DatingPatience: Sendable {
  /// What putting a calendar together counts for, in nodes of the search for days.
  private static let look = 1_000

  private let most: Int
  private let spent = Atomic<Int>(0)

  /// - Parameter most: in nodes; a look counts for a thousand more than those it takes.
  init(most: Int) {
    self.most = most
  }

  /// As long as a plan may take.
  static func forPlans(_ effort: Effort) -> Int { effort.steps(10_000_000) }

  /// As long as one of many questions may take.
  static func forQuestions(_ effort: Effort) -> Int { effort.steps(2_000_000) }

  /// Counts a look that took so many nodes.
  func spend(_ nodes: Int) { spent.wrappingAdd(Self.look + nodes, ordering: .relaxed) }

  var isOver: Bool { spent.load(ordering: .relaxed) >= most }
}
