import ArgumentParser
import TrefoilFiles
import TrefoilReport

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Prints every rule with its setting and one sentence on what it means.",
    discussion: """
      The output is the rules part of a scenario.yaml: copy the lines you want to change.

      EXAMPLES
        trefoil rules
        trefoil rules scenarios/diocese
      """)

  @Argument(help: "A scenario folder, for its settings; without one the defaults are printed.")
  var scenario: String?

  func run() async throws {
    try await reportingFailures {
      let book = try scenario.map { try ScenarioReader(folder: $0).read().rules }
      Terminal.out((book.map { RulesSummary($0) } ?? RulesSummary()).text)
    }
  }
}
