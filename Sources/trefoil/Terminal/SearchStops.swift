import Dispatch
import TrefoilSolver

/// The stops of one search: for what is planned before the reviews, then for teams, then for their days.
struct SearchStops: Sendable {
  /// How long the best teams may still look for their days; without days a plan is of little use.
  private static let secondsForDates = 2.0
  /// Not a task: searches may keep every thread that tasks run on.
  private static let queue = DispatchQueue(label: "trefoil.stops")

  let first = StopSignal()
  let teams = StopSignal()
  let dates = StopSignal()

  var areSent: Bool { teams.isSent || dates.isSent }

  /// Asks for the best so far now.
  func send() {
    send(secondsForDates: Self.secondsForDates)
  }

  /// Asks for the best so far once so many seconds have passed.
  ///
  /// What is planned before the reviews has half of them.
  func send(after limit: Double) {
    Self.queue.asyncAfter(deadline: .now() + limit / 2) { first.send() }
    Self.queue.asyncAfter(deadline: .now() + limit) {
      send(secondsForDates: max(Self.secondsForDates, limit / 10))
    }
  }

  private func send(secondsForDates: Double) {
    first.send()
    teams.send()
    Self.queue.asyncAfter(deadline: .now() + secondsForDates) { dates.send() }
  }
}
