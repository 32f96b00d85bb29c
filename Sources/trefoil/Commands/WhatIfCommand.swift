import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning

struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Plans a trust as it is and as it might be, and shows the plans side by side.",
    discussion: """
      A change file says what differs, each thing with its reason: somebody is away, a school joins, a \
      rule is set otherwise; docs/input.md has all kinds. Each file is a variant of its own. Variants \
      are planned at the same time, which changes no plan.

      EXAMPLES
        trefoil what-if scenarios/diocese scenarios/diocese/what-if/*.yaml
        trefoil what-if my-trust head-away.yaml --out what-if

      --out writes comparison.csv and comparison.json, and the files of each plan in a folder of its \
      own: base, and one named after each change file. A variant that cannot be planned stands in the \
      table as impossible, with the reasons; the exit code is then 1, all else being done.
      """)

  @Argument(help: "The scenario folder.")
  var scenario: String

  @Argument(help: "Change files, each a variant.")
  var changes: [String]

  @OptionGroup var comparison: ComparisonOptions
  @OptionGroup var search: SearchOptions

  @OptionGroup var threads: ThreadOptions

  @Flag(help: "No progress on standard error.")
  var quiet = false

  func run() async throws {
    try await reportingFailures {
      let variants = try VariantFiles(scenario: scenario, changes: changes).read()
      try comparison.writer?.checkWritable()
      let searches = RunningSearches()
      let interruption = Interruption { searches.interrupt() }
      let plans = try await makePlans(variants, searches)
      let found = PlanComparison(
        zip(variants, plans).map {
          PlanComparison.Variant(title: $0.title, scenario: $0.scenario, plan: $1)
        })
      if let out = comparison.out {
        for (variant, entry) in zip(variants, found.entries) where !entry.plan.terms.isEmpty {
          try AtomicWriter(directory: "\(out)/\(variant.folder)")
            .write(PlanFiles.files(of: entry.plan, facts: entry.facts))
        }
      }
      try comparison.hand(found)
      if interruption.wasReceived { throw ExitStatus.interrupted.code }
      if !found.holds { throw ExitStatus.no.code }
    }
  }

  private func makePlans(
    _ variants: [VariantFiles.Variant], _ searches: RunningSearches
  ) async throws -> [Plan] {
    let options = search.planning(threads: threads.count)
    let (limit, isQuiet) = (search.time, quiet)
    return try await WhatIf(variants.map(\.scenario), options: options).plans(
      begin: { index in
        guard let stops = searches.begin(index) else { return nil }
        if let limit { stops.send(after: limit) }
        return PlanningStops(first: stops.first, teams: stops.teams, dates: stops.dates)
      },
      finished: { index, plan in
        searches.end(index)
        if !isQuiet { Terminal.error("\(variants[index].title): \(plan.status.rawValue)") }
      })
  }
}
