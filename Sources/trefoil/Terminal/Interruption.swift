import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, or a request to end, asks for the best so far, which may take a moment more for its
/// dates; a second one ends the process at once.
final class Interruption {
  private final class Flag: Sendable {
    let isSet = Atomic<Bool>(false)
  }

  private let received = Flag()
  private let sources: [any DispatchSourceSignal]

  /// - Parameter act: called once, at the first signal.
  init(act: @escaping @Sendable () -> Void) {
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
        act()
      }
      source.resume()
    }
  }

  var wasReceived: Bool { received.isSet.load(ordering: .relaxed) }
}
