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
  /// Variants that are planned one after another.
  private let chains: [[Int]]
  /// What is to be done, but for the variant: its record is of no meaning.
  private let stamp: SweepStamp
  /// By variant, what its stamp says of its chain.
  private let chainSums: [String]
  private let limit: Double?
  private let out: String?
  private let searches = RunningSearches()
  private let state = Mutex(State())

  init(
    _ planner: SweepPlanner, grid: SweepGrid, chains: [[Int]], stamp: SweepStamp, limit: Double?,
    out: String?
  ) {
    self.planner = planner
    self.grid = grid
    self.chains = chains
    self.stamp = stamp
    chainSums = Self.chainSums(of: planner.chains, in: grid)
    self.limit = limit
    self.out = out
  }

  private static func chainSums(of chains: [[Int]], in grid: SweepGrid) -> [String] {
    var sums = Array(repeating: "", count: grid.count)
    for chain in chains {
      var checksum = Checksum()
      for variant in chain {
        sums[variant] = "\(checksum)"
        for (axis, value) in zip(grid.axes, grid.values(of: variant)) {
          checksum.add(name: axis.name, bytes: Array(value.text.utf8))
        }
      }
    }
    return sums
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
      for _ in 0..<min(width, chains.count) {
        group.addTask { await self.work() }
      }
    }
    let (records, failure) = state.withLock { ($0.records, $0.failure) }
    if let failure { throw failure }
    return records.keys.sorted().compactMap { records[$0] }
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
    stamp.chain = chainSums[variant]
    return stamp
  }

  private func work() async {
    while let chain = takeNext() {
      // What stands of a chain stands for the rest of it only as a whole: each may follow from those before.
      let known = chain.compactMap(stored)
      if known.count == chain.count {
        state.withLock { state in
          for record in known { state.records[record.variant] = record }
          state.kept += known.count
        }
        continue
      }
      guard await plan(chain) else { return }
    }
  }

  /// False once the sweep is to end.
  private func plan(_ chain: [Int]) async -> Bool {
    var previous: SweepPlanner.Planned?
    for variant in chain {
      guard let stops = searches.begin(variant) else { return false }
      defer { searches.end(variant) }
      do {
        let planned = try await plan(variant, after: previous, stops)
        state.withLock { $0.records[variant] = planned.record }
        previous = planned
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
        searches.interrupt()
        return false
      }
    }
    return true
  }

  private func takeNext() -> [Int]? {
    state.withLock { state in
      guard state.next < chains.count else { return nil }
      state.next += 1
      return chains[state.next - 1]
    }
  }

  private func plan(
    _ variant: Int, after previous: SweepPlanner.Planned?, _ stops: SearchStops
  ) async throws -> SweepPlanner.Planned {
    if let limit { stops.send(after: limit) }
    let planned = try await planner.plan(
      variant, after: previous, stop: stops.teams, firstStop: stops.first, datesStop: stops.dates)
    let isStopped = stops.areSent
    // What an interruption cut short is not finished, and a later run begins it anew.
    if let out, !(isStopped && searches.isInterrupted) {
      var stamp = wanted(variant)
      stamp.stoppedAfter = isStopped ? limit : nil
      stamp.record = planned.record
      try AtomicWriter(directory: out).write([
        .init(name: SweepStamp.fileName(of: variant), bytes: stamp.bytes)
      ])
    }
    return planned
  }
}
