import ArgumentParser
import Foundation
import TrefoilFiles

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Plans many scenarios in one run, with a line of results each.",
    discussion: """
      EXAMPLES
        trefoil batch scenarios/one-town scenarios/diocese
        trefoil import edubasealldata.csv --every-trust --out trusts
        trefoil batch trusts --out plans > results.csv
        trefoil batch trusts --out plans --shard 2/10 --format jsonl

      A folder without schools.csv stands for all its subfolders that have one. Lines come as \
      scenarios are finished; a scenario that fails has a line too, and never stops the rest. \
      Beside each plan --out writes batch.json: the same command again keeps what is done and \
      plans what is new, changed or left. A Slurm array or an indexed job of Kubernetes shares the \
      scenarios out by itself: see docs/batch.md.

      The exit code is 0 when every scenario got a plan, otherwise the highest of 1 (no plan), 65, \
      66, 70 and 73; 130 when it was interrupted.
      """)

  @Argument(help: "Scenario folders, or folders of scenario folders.")
  var scenarios: [String]

  @Option(
    help: ArgumentHelp("Write each plan to a folder of its scenario's name here.", valueName: "dir")
  )
  var out: String?

  @Option(help: "Scenarios to plan at once; it never changes a plan. Default: all processors.")
  var jobs: Int?

  @Option(help: ArgumentHelp("Plan only every N-th scenario, from the I-th on.", valueName: "i/n"))
  var shard: BatchShard?

  @Option(help: "The number of shards, where a scheduler tells the index, counted from 0.")
  var shards: Int?

  @OptionGroup var search: SearchOptions

  @Option(help: "How results are written: csv or jsonl.")
  var format = BatchFormat.csv

  @Flag(help: "No summary on standard error; faults are still told.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024")
    }
    if let shards, !(1...1_000_000).contains(shards) {
      throw ValidationError("--shards takes a number from 1 to 1000000")
    }
    if shard != nil && shards != nil {
      throw ValidationError("say either --shard or --shards")
    }
  }

  func run() async throws {
    let list = BatchList(arguments: scenarios)
    if out != nil { try list.checkNames() }
    let share =
      try shard
      ?? BatchShard(environment: ProcessInfo.processInfo.environment, count: shards)
    try await reportingFailures {
      if let out { try AtomicWriter(directory: out).checkWritable() }
      let entries = share.part(of: list.entries)
      if !quiet && share != .whole {
        Terminal.error(
          "shard \(share.index) of \(share.count): \(entries.count) of \(list.entries.count) "
            + "scenarios")
      }
      try await plan(entries)
    }
  }

  private func plan(_ entries: [BatchList.Entry]) async throws {
    let start = ContinuousClock.now
    let run = BatchRun(jobs: entries.map(job), format: format)
    let interruption = Interruption { run.interrupt() }
    let summary = await run.run(width: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    if !quiet {
      let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
      Terminal.error(summary.line(milliseconds: milliseconds))
    }
    if interruption.wasReceived { throw ExitStatus.interrupted.code }
    if let exit = summary.exit { throw exit.code }
  }

  private func job(_ entry: BatchList.Entry) -> BatchJob {
    BatchJob(
      entry: entry, seed: search.seed, effort: search.effort, limit: search.time,
      out: out.map { "\($0)/\(entry.name)" })
  }
}

extension BatchFormat: ExpressibleByArgument {}
