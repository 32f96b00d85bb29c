import Foundation
import Synchronization
import TrefoilReport
import TrefoilSolver

/// Shows on stderr how a search goes: a bar that renews itself on a terminal, otherwise a line for
/// each better plan or bound, at most one a second.
final class ProgressLine: Sendable {
  private struct State {
    var shown: SearchProgress?
    var shownAt: ContinuousClock.Instant?
    var isOpen = false
  }

  private let isTerminal: Bool
  private let isQuiet: Bool
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isTerminal = Terminal.showsErrorsToPerson
  }

  func show(_ progress: SearchProgress) {
    guard !isQuiet else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      let wait: Duration = isTerminal ? .milliseconds(100) : .seconds(1)
      if let last = state.shownAt, now - last < wait { return }
      if !isTerminal, let shown = state.shown, shown.cost == progress.cost,
        shown.bound == progress.bound
      {
        return
      }
      state.shown = progress
      state.shownAt = now
      if isTerminal {
        state.isOpen = true
        Terminal.errorText("\r\u{1B}[K\(Self.bar(progress.share)) \(Self.words(progress))")
      } else {
        Terminal.error(Self.words(progress))
      }
    }
  }

  /// Takes the bar away.
  func finish() {
    state.withLock { state in
      if state.isOpen { Terminal.errorText("\r\u{1B}[K") }
      state.isOpen = false
    }
  }

  private static func bar(_ share: Double) -> String {
    let filled = Int((min(max(share, 0), 1) * 20).rounded())
    return "[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: 20 - filled))]"
  }

  private static func words(_ progress: SearchProgress) -> String {
    let stage = progress.stage == .improving ? "looking for plans" : "proving"
    guard let cost = progress.cost else { return "\(stage): no plan yet" }
    guard let bound = progress.bound else { return "\(stage): best \(cost) minutes" }
    let percent = GapText.percent(cost: cost, bound: bound)
    return "\(stage): best \(cost) minutes, bound \(bound), gap \(percent) %"
  }
}
