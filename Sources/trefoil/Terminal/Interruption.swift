import Dispatch
import Foundation
import Synchronization
import TrefoilSolver

/// Ctrl-C, or a limit of time, asks the search for its best so far, which may take a moment more for
/// its dates; a second Ctrl-C ends the process at once.
final class Interruption {
  private final class Flag: Sendable {
    let isSet = Atomic<Bool>(false)
  }

  /// How long the best teams may still look for their days; without days a plan is of little use.
  private static let secondsForDates = 2.0

  private let received = Flag()
  private let sources: [any DispatchSourceSignal]

  /// - Parameter limit: seconds from now, if there is a limit.
  init(stop: StopSignal, datesStop: StopSignal, limit: Double?) {
    let queue = DispatchQueue(label: "trefoil.interruption")
    sources = [SIGINT, SIGTERM].map { number in
      // The default action would end the process before the source hears of the signal.
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
      source.setEventHandler { [received] in
        if received.isSet.exchange(true, ordering: .relaxed) {
          signal(number, SIG_DFL)
          raise(number)
        }
        stop.send()
        queue.asyncAfter(deadline: .now() + Self.secondsForDates) { datesStop.send() }
      }
      source.resume()
    }
    guard let limit else { return }
    // Not a task: the search may keep every thread that tasks run on.
    queue.asyncAfter(deadline: .now() + limit) {
      stop.send()
      let more = max(Self.secondsForDates, limit / 10)
      queue.asyncAfter(deadline: .now() + more) { datesStop.send() }
    }
  }

  var wasReceived: Bool { received.isSet.load(ordering: .relaxed) }
}
