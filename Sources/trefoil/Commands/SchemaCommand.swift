import ArgumentParser
import TrefoilFiles

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of plan.json.",
    discussion: """
      EXAMPLES
        trefoil schema > plan.schema.json
      """)

  func run() {
    Terminal.out(PlanSchema.text)
  }
}
