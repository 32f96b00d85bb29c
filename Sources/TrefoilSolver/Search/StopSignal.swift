import Synchronization

/// Asks a running search to end soon and hand over its best.
///
/// Any thread may send it, once or often. A search that was stopped depends on when, so its answer
/// is valid but not repeatable.
public final class StopSignal: Sendable {
  private let sent = Atomic<Bool>(false)
  private let other: StopSignal?

  public init() {
    other = nil
  }

  /// A signal that is sent by itself, or once the other is.
  public init(or other: StopSignal) {
    self.other = other
  }

  public func send() {
    sent.store(true, ordering: .relaxed)
  }

  public var isSent: Bool {
    sent.load(ordering: .relaxed) || other?.isSent == true
  }
}
