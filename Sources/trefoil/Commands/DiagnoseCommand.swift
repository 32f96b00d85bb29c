import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilReport
import TrefoilSolver

struct DiagnoseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Says whether a trust can be planned; if not why, and the least that would help.",
    discussion: """
      Each reason is a set of rules, overrides and facts that cannot hold together and of which none \
      can be left out, with file and line. Each remedy is found by solving: it does, and one step \
      less is proven not to, or '(less may do)' stands beside it. Where there is a plan it says \
      what is only just possible: one absence from failure. What the effort was too small to look \
      at is said.

      EXAMPLES
        trefoil diagnose scenarios/diocese
        trefoil diagnose scenarios/diocese --json

      It ends with 0 where the trust can be planned, and with 1 where it cannot, or where that is not \
      known.
      """)

  @Argument(help: "The scenario folder; schools.csv in it is enough.")
  var scenario: String

  @Flag(help: "Print the diagnosis as JSON on standard output instead of the summary.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Look at so many terms. Default: as scenario.yaml says, or one.", valueName: "number"))
  var terms: Int?

  @OptionGroup var search: SearchOptions

  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    if let terms, !(1...Scenario.mostTerms).contains(terms) {
      throw ValidationError("--terms takes a number from 1 to \(Scenario.mostTerms)")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let scenario = try ScenarioReader(folder: scenario).read()
      let stops = SearchStops()
      let interruption = Interruption { stops.send() }
      if let limit = search.time { stops.send(after: limit) }
      let options = search.planning(threads: threads.count)
      let diagnosis = try await TrustDiagnosis(scenario, terms: terms, options: options)
        .diagnose(stop: stops.teams)
      if json {
        Terminal.out(PlanJSON.write(diagnosis))
      } else {
        Terminal.show(DiagnosisSummary(diagnosis).text)
      }
      if interruption.wasReceived { throw ExitStatus.interrupted.code }
      if diagnosis.status != .possible { throw ExitStatus.no.code }
    }
  }
}
