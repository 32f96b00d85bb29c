import TrefoilFiles

/// What became of a batch: how many scenarios of each kind, and the exit code they come to.
struct BatchSummary: Sendable {
  /// How many scenarios there are to plan.
  let count: Int
  private var counts: [BatchStatus: Int] = [:]
  private var kept = 0
  /// The highest of the exit codes of the scenarios; nil when every one got a plan.
  private(set) var exit: ExitStatus?

  init(count: Int) {
    self.count = count
  }

  mutating func add(_ outcome: BatchJob.Outcome) {
    counts[outcome.record.status, default: 0] += 1
    if outcome.isKept { kept += 1 }
    if let exit = outcome.exit, exit.rawValue > self.exit?.rawValue ?? 0 { self.exit = exit }
  }

  /// One line, the time in milliseconds.
  func line(milliseconds: Int) -> String {
    let failed = number(.badInput) + number(.noSuchFile) + number(.cannotWrite) + number(.fault)
    let done =
      failed + number(.optimal) + number(.feasible) + number(.infeasible) + number(.unknown)
    var parts = [
      "\(number(.optimal)) optimal", "\(number(.feasible)) feasible",
      "\(number(.infeasible)) infeasible", "\(failed) failed",
    ]
    if number(.unknown) > 0 { parts.append("\(number(.unknown)) unknown") }
    if kept > 0 { parts.append("\(kept) of them kept") }
    if done < count { parts.append("\(count - done) left") }
    let scenarios = count == 1 ? "1 scenario" : "\(count) scenarios"
    let tenths = milliseconds / 100
    return "\(scenarios): \(parts.joined(separator: ", ")); \(tenths / 10).\(tenths % 10) seconds"
  }

  private func number(_ status: BatchStatus) -> Int { counts[status] ?? 0 }
}
