import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilReport
import TrefoilSolver

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plans the reviews of one or more terms: groups, teams, workshop leads and dates.",
    discussion: """
      EXAMPLES
        trefoil plan scenarios/fifteen-primaries
        trefoil plan scenarios/diocese --out plans/autumn
        trefoil plan scenarios/diocese --terms 6 --out plans/two-years
        trefoil plan scenarios/diocese --json --quiet > plan.json
        trefoil plan big-trust --effort 400 --time 60
        trefoil plan scenarios/diocese --best-effort

      --out writes plan.json, reviews.csv and people.csv, and a table each of secondments, coaching, \
      advocates and networks where there are any. The same scenario, seed and effort give \
      the same plan to the byte, on any number of threads; --time may cut the search short, and \
      the plan then says so. Finding days for the teams found by then may take a tenth of the \
      time more, or two seconds; without days by then the plan has no dates, and says so too.
      """)

  @Argument(help: "The scenario folder; schools.csv in it is enough.")
  var scenario: String

  @Option(help: ArgumentHelp("Write plan.json, reviews.csv and people.csv here.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print plan.json on standard output instead of the summary.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Plan so many terms as one, no two schools meeting twice while that is possible. Default: as "
        + "scenario.yaml says, or one.", valueName: "number"))
  var terms: Int?

  @Flag(
    help: ArgumentHelp(
      "Where not everything can be kept, break as little as can be, by priority, and say what."))
  var bestEffort = false

  @OptionGroup var search: SearchOptions

  @OptionGroup var threads: ThreadOptions

  @Flag(help: "No progress on standard error.")
  var quiet = false

  func validate() throws {
    if let terms, !(1...Scenario.mostTerms).contains(terms) {
      throw ValidationError("--terms takes a number from 1 to \(Scenario.mostTerms)")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let scenario = try ScenarioReader(folder: scenario).read()
      let writer = out.map { AtomicWriter(directory: $0) }
      try writer?.checkWritable()
      let stops = SearchStops()
      let interruption = Interruption { stops.send() }
      if let limit = search.time { stops.send(after: limit) }
      let plan = try await makePlan(scenario, stops: stops)
      try hand(plan, of: TrustFacts(scenario), to: writer)
      if plan.terms.isEmpty && plan.status == .infeasible { throw ExitStatus.no.code }
      if interruption.wasReceived { throw ExitStatus.interrupted.code }
      if plan.terms.isEmpty { throw ExitStatus.no.code }
    }
  }

  private func makePlan(_ scenario: Scenario, stops: SearchStops) async throws -> Plan {
    let options = search.planning(threads: threads.count)
    let line = ProgressLine(isQuiet: quiet)
    defer { line.finish() }
    return try await ReasonedPlanner(
      scenario, terms: terms, options: options, isBestEffort: bestEffort
    ).plan(stop: stops.teams, firstStop: stops.first, datesStop: stops.dates) { line.show($0) }
  }

  private func hand(_ plan: Plan, of facts: TrustFacts, to writer: AtomicWriter?) throws {
    // Without a plan nothing is written, so that an earlier plan is never lost to a refusal.
    if let writer, !plan.terms.isEmpty { try writer.write(PlanFiles.files(of: plan, facts: facts)) }
    if json {
      Terminal.out(PlanJSON.write(plan))
    } else {
      Terminal.show(PlanSummary(plan, facts: facts).text)
    }
  }
}
