import ArgumentParser
import Foundation
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilReport
import TrefoilSolver

struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract:
      "Plans every combination of some settings, in one table, with the choices none beats.",
    discussion: """
      EXAMPLES
        trefoil sweep scenarios/diocese --vary rules.travel-limit=30,35..90
        trefoil sweep scenarios/diocese --vary rules.travel-limit=30,45,60 \\
          --vary rules.repeat=0,60,120,240 --out sweep
        trefoil sweep scenarios/diocese --vary 'rules.repeat=[240,120,60],off' --front cost,longest
        trefoil sweep scenarios/diocese --vary rules.long-journey.over=30..60 --out sweep --shard 1/4

      Values stand between commas and are read as scenario.yaml is; 30,35..90 goes on by the same step. \
      The last --vary changes first. Every variant is planned as 'trefoil plan' would; where a setting \
      only tightens, along a chain of variants, a plan proven cheapest stands for those that it keeps and \
      that cost it nothing more. With \
      --out each leaves a file: the same command again keeps what is done, and shards of one sweep share \
      the folder; once all variants are there, sweep.csv and sweep.json are written.
      """)

  @Argument(help: "The scenario folder.")
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "A rule, or a part of its setting, and the values to try.", valueName: "rules.key=values"))
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the choices are weighed by: repeat (pairs that meet again), longest, cost, or minutes of a "
        + "rule.", valueName: "measures"))
  var front = "travel,repeat"

  @Option(help: ArgumentHelp("Keep every variant, and write the table, here.", valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Plan only every N-th chain of variants, from the I-th on.", valueName: "i/n"))
  var shard: BatchShard?

  @Option(help: "The number of shards, where a scheduler tells the index, counted from 0.")
  var shards: Int?

  @Flag(help: "Print the table as JSON in place of CSV.")
  var json = false

  @OptionGroup var search: SearchOptions

  @Option(help: "Variants to plan at once; it never changes a result. Default: all processors.")
  var threads: Int?

  @Flag(help: "No summary on standard error.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024")
    }
    if vary.isEmpty {
      throw ValidationError("say what to vary: --vary rules.travel-limit=30,45,60")
    }
    if let shards, !(1...1_000_000).contains(shards) {
      throw ValidationError("--shards takes a number from 1 to 1000000")
    }
    if shard != nil && shards != nil {
      throw ValidationError("say either --shard or --shards")
    }
  }

  func run() async throws {
    let share =
      try shard
      ?? BatchShard(environment: ProcessInfo.processInfo.environment, count: shards)
    let measures = try front.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let measure = SweepFront.Measure(name: String(name)) else {
        throw ValidationError(
          "--front takes repeat, longest, cost and names of rules; there is no '\(name)'")
      }
      return measure
    }
    try await reportingFailures {
      let (scenario, checksum) = try ScenarioReader(folder: scenario).readWithChecksum()
      let grid = try grid(for: scenario)
      if let out { try AtomicWriter(directory: out).checkWritable() }
      let options = search.planning(threads: 1)
      let stamp = SweepStamp(
        program: TrefoilCommand.programVersion, seed: search.seed, effort: search.effort,
        stoppedAfter: nil, scenario: "\(checksum)", settings: [],
        chain: "", record: SweepRecord(variant: 0, status: .unknown))
      let planner = try await SweepPlanner(scenario, grid: grid, options: options)
      let chains = share.part(of: planner.chains)
      if chains.isEmpty, !quiet {
        Terminal.error(
          "Nothing is left for shard \(share.index) of \(share.count): there are "
            + "\(planner.chains.count) chains of variants, and each is planned by one shard.")
      }
      let run = SweepRun(
        planner, grid: grid, chains: chains, stamp: stamp, limit: search.time, out: out)
      try await sweep(run, grid, measures)
    }
  }

  private func grid(for scenario: Scenario) throws -> SweepGrid {
    var axes: [SweepAxis] = []
    var faults: [Fault] = []
    for text in vary {
      do {
        let axis = try SweepAxisText.read(text)
        axes.append(axis)
        faults += axis.faults(against: scenario)
      } catch {
        faults += error.faults
      }
    }
    if !faults.isEmpty { throw ValidationError(Faults(faults).description) }
    let names = axes.map(\.name)
    if Set(names).count < names.count {
      throw ValidationError("--vary: each setting once; the values go into one list")
    }
    guard let grid = SweepGrid(axes) else {
      throw ValidationError("these are more than \(SweepGrid.mostVariants) variants; vary less")
    }
    return grid
  }

  private func sweep(
    _ run: SweepRun, _ grid: SweepGrid, _ measures: [SweepFront.Measure]
  ) async throws {
    let start = ContinuousClock.now
    let interruption = Interruption { run.interrupt() }
    var records = try await run.run(
      width: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    if records.count < grid.count, !interruption.wasReceived {
      // Other shards may have done the rest.
      let known = Dictionary(uniqueKeysWithValues: records.map { ($0.variant, $0) })
      let all = (0..<grid.count).compactMap { known[$0] ?? run.stored($0) }
      if all.count == grid.count { records = all }
    }
    let table = SweepTable(records, of: grid, measures: measures)
    if let out, records.count == grid.count { try AtomicWriter(directory: out).write(table.files) }
    if json { Terminal.out(table.json) } else { Terminal.out(table.csv) }
    // An empty shard has said so already.
    if !quiet, !records.isEmpty {
      let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
      let kept = run.kept > 0 ? "; \(run.kept) kept from earlier runs" : ""
      Terminal.errorText(SweepSummary(records, of: grid, measures: measures).text)
      Terminal.error("\(milliseconds / 1000).\(milliseconds % 1000 / 100) seconds\(kept)")
    }
    if interruption.wasReceived { throw ExitStatus.interrupted.code }
    if !records.isEmpty, records.allSatisfy({ $0.cost == nil }) { throw ExitStatus.no.code }
  }
}
