import Dispatch
import Foundation
import Synchronization
import TrefoilSolver

/// Ctrl-C asks the search for its best so far; a second Ctrl-C ends the process at once.
final class Interruption {
  private final class Flag: Sendable {
    let isSet = Atomic<Bool>(false)
  }

  private let received = Flag()
  private let sources: [any DispatchSourceSignal]

  init(stop: StopSignal) {
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
      }
      source.resume()
    }
  }

  var wasReceived: Bool { received.isSet.load(ordering: .relaxed) }
}
