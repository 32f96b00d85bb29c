import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilReport

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Prints every rule with its setting and one sentence on what it means.",
    discussion: """
      The output is the rules part of a scenario.yaml: copy the lines you want to change. For a \
      scenario its overrides follow, each with its reason.

      EXAMPLES
        trefoil rules
        trefoil rules scenarios/diocese
      """)

  @Argument(help: "A scenario folder, for its settings; without one the defaults are printed.")
  var scenario: String?

  func run() async throws {
    try await reportingFailures {
      let facts = try scenario.map { TrustFacts(try ScenarioReader(folder: $0).read()) }
      Terminal.out((facts.map { RulesSummary(of: $0) } ?? RulesSummary()).text)
    }
  }
}
