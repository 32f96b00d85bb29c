import Synchronization
import TrefoilSolver

/// The dates found while solutions were checked, so that the one chosen is not dated again.
///
/// Dating it anew would give the same days, unless a stop came in between.
final class DatesKept: Sendable {
  private let found = Mutex<[[StaffedTask]: [ReviewDating.Dates]]>([:])

  func keep(_ dates: [ReviewDating.Dates], of tasks: [StaffedTask]) {
    found.withLock { $0[tasks] = dates }
  }

  func dates(of tasks: [StaffedTask]) -> [ReviewDating.Dates]? {
    found.withLock { $0[tasks] }
  }
}
