import ArgumentParser
import TrefoilFiles
import TrefoilModel

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Two or more plans of one scenario side by side, and who moves between them.",
    discussion: """
      Works on plans made by hand too: every figure is computed from the scenario, and rules that a \
      plan breaks are named. A bound is shown only for a plan that keeps every rule and costs what it \
      says; it is as the file says, but never above what another of the plans costs that keeps every \
      rule. Exit code 1 when a plan breaks a rule or a file holds no plan.

      EXAMPLES
        trefoil compare scenarios/diocese plans/autumn/plan.json plans/by-hand.json
        trefoil compare scenarios/diocese old.json new.json --out comparison
      """)

  @Argument(help: "The scenario folder.")
  var scenario: String

  @Argument(help: "The plans, the first of them the one that the others are held against.")
  var plans: [String]

  @OptionGroup var comparison: ComparisonOptions

  func validate() throws {
    if plans.count < 2 { throw ValidationError("name two plans or more") }
  }

  func run() async throws {
    try await reportingFailures {
      let scenario = try ScenarioReader(folder: scenario).read()
      let found = PlanComparison(
        of: try plans.map { path in
          (title: path, plan: try PlanJSON.read(InputFile.bytes(at: path), file: path))
        }, in: scenario)
      try comparison.hand(found)
      if !found.holds { throw ExitStatus.no.code }
    }
  }
}
