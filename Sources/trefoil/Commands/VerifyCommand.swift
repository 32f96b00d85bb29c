import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilReport

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recomputes every rule and figure of a plan from the scenario alone.",
    discussion: """
      Works on any plan, one written by hand too: figures that a plan leaves out are not missed.

      EXAMPLES
        trefoil verify scenarios/diocese plans/autumn/plan.json
      """)

  @Argument(help: "The scenario folder.")
  var scenario: String

  @Argument(help: "The plan: plan.json or a file like it.")
  var plan: String

  func run() async throws {
    try await reportingFailures {
      let scenario = try ScenarioReader(folder: scenario).read()
      let plan = try PlanJSON.read(InputFile.bytes(at: plan), file: plan)
      let verification = Verification(of: plan, facts: TrustFacts(scenario))
      Terminal.show(VerificationSummary(verification, of: plan).text)
      if !verification.holds { throw ExitStatus.no.code }
    }
  }
}
