import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilReport
import TrefoilSolver

struct AlternativesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives",
    abstract: "Finds the best plans that differ from one another, ranked, with what each gives up.",
    discussion: """
      EXAMPLES
        trefoil alternatives scenarios/fifteen-primaries
        trefoil alternatives scenarios/diocese --count 3 --differ 9
        trefoil alternatives scenarios/diocese --json --quiet > alternatives.json

      The first is the best plan. Each after it is the cheapest plan of which at least so many schools \
      are in other groups than in any before it. Secondments are planned first, and are the same in all.
      """)

  @Argument(help: "The scenario folder.")
  var scenario: String

  @Option(help: "How many plans, from 1 to 100.")
  var count = 5

  @Option(
    help: ArgumentHelp(
      "At least so many schools are in other groups, between any two plans.", valueName: "schools"))
  var differ = 6

  @Flag(help: "Print JSON in place of text.")
  var json = false

  @OptionGroup var search: SearchOptions

  @OptionGroup var threads: ThreadOptions

  @Flag(help: "No progress on standard error.")
  var quiet = false

  func validate() throws {
    guard (1...100).contains(count) else {
      throw ValidationError("--count takes a number from 1 to 100")
    }
    guard (1...100_000).contains(differ) else {
      throw ValidationError("--differ takes a number of schools from 1 to 100000")
    }
  }

  func run() async throws {
    try await reportingFailures {
      var scenario = try ScenarioReader(folder: scenario).read()
      let stops = SearchStops()
      let interruption = Interruption { stops.send() }
      if let limit = search.time { stops.send(after: limit) }
      let line = ProgressLine(isQuiet: quiet)
      defer { line.finish() }
      let options = search.planning(threads: threads.count)
      if !scenario.openings.isEmpty {
        scenario.secondments = try SecondmentPlanner(scenario, options: options)
          .plan(stop: stops.first) { line.show($0) }.secondments
      }
      let alternatives = try await AlternativesPlanner(
        scenario, count: count, difference: differ, options: options
      ).plan(stop: stops.teams, datesStop: stops.dates) { line.show($0) }
      line.finish()
      if json {
        Terminal.out(AlternativesJSON.write(alternatives))
      } else {
        Terminal.show(AlternativesSummary(alternatives).text)
      }
      if interruption.wasReceived { throw ExitStatus.interrupted.code }
      if alternatives.found.isEmpty { throw ExitStatus.no.code }
    }
  }
}
