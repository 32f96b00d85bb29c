import Synchronization
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Plans the variants of a sweep that are asked for, some at once, and keeps what earlier runs have done.
final class SweepRun: Sendable {
  private struct State {
    var next = 0
    var kept = 0
    var records: [Int: SweepRecord] = [:]
    var failure: (any Error)?
  }

  private let planner: SweepPlanner
  private let grid: SweepGrid
  private let variants: [Int]
  /// What is to be done, but for the variant: its record is of no meaning.
  private let stamp: SweepStamp
  private let limit: Double?
  private let out: String?
  private let searches = RunningSearches()
  private let state = Mutex(State())

  init(
    _ planner: SweepPlanner, grid: SweepGrid, variants: [Int], stamp: SweepStamp, limit: Double?,
    out: String?
  ) {
    self.planner = planner
    self.grid = grid
    self.variants = variants
    self.stamp = stamp
    self.limit = limit
    self.out = out
  }

  /// Asks what runs for its best, and leaves the rest.
  func interrupt() {
    searches.interrupt()
  }

  /// How many records are of earlier runs.
  var kept: Int { state.withLock(\.kept) }

  /// The records of the variants, in their order; fewer after an interruption.
  func run(width: Int) async throws -> [SweepRecord] {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(width, variants.count) {
        group.addTask { await self.work() }
      }
    }
    let (records, failure) = state.withLock { ($0.records, $0.failure) }
    if let failure { throw failure }
    return variants.compactMap { records[$0] }
  }

  /// What earlier runs and other shards have left of a variant.
  func stored(_ variant: Int) -> SweepRecord? {
    guard let out,
      let bytes = try? InputFile.bytes(at: "\(out)/\(SweepStamp.fileName(of: variant))"),
      let stamp = SweepStamp(bytes, variant: variant),
      stamp.stands(for: wanted(variant), limit: limit)
    else { return nil }
    return stamp.record
  }

  private func wanted(_ variant: Int) -> SweepStamp {
    var stamp = stamp
    stamp.settings = zip(grid.axes, grid.values(of: variant)).map { [$0.name, $1.text] }
    return stamp
  }

  private func work() async {
    while let variant = takeNext() {
      if let record = stored(variant) {
        state.withLock { state in
          state.records[variant] = record
          state.kept += 1
        }
        continue
      }
      guard let stops = searches.begin(variant) else { return }
      do {
        let record = try await plan(variant, stops)
        state.withLock { $0.records[variant] = record }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
        searches.interrupt()
      }
      searches.end(variant)
    }
  }

  private func takeNext() -> Int? {
    state.withLock { state in
      guard state.next < variants.count else { return nil }
      state.next += 1
      return variants[state.next - 1]
    }
  }

  private func plan(_ variant: Int, _ stops: SearchStops) async throws -> SweepRecord {
    if let limit { stops.send(after: limit) }
    let record = try await planner.record(
      of: variant, stop: stops.teams, firstStop: stops.first, datesStop: stops.dates)
    let isStopped = stops.areSent
    // What an interruption cut short is not finished, and a later run begins it anew.
    if let out, !(isStopped && searches.isInterrupted) {
      var stamp = wanted(variant)
      stamp.stoppedAfter = isStopped ? limit : nil
      stamp.record = record
      try AtomicWriter(directory: out).write([
        .init(name: SweepStamp.fileName(of: variant), bytes: stamp.bytes)
      ])
    }
    return record
  }
}
