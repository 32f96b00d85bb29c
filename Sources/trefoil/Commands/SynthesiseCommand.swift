import ArgumentParser
import SyntheticTrusts
import TrefoilFiles

struct SynthesiseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesise",
    abstract: "Writes a made-up trust that looks like a real one, as a scenario folder.",
    discussion: """
      EXAMPLES
        trefoil synthesise --schools 45 --seed 1 --out made-up/45
      """)

  @Option(help: "How many schools, from 3 to 100000.")
  var schools: Int

  @Option(help: "The same seed makes the same trust.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write the scenario folder here.", valueName: "dir"))
  var out: String

  func validate() throws {
    guard (3...100_000).contains(schools) else {
      throw ValidationError("--schools takes a number from 3 to 100000")
    }
  }

  func run() async throws {
    try await reportingFailures {
      try AtomicWriter(directory: out).checkWritable()
      let scenario = SyntheticTrust.make(schools: schools, seed: seed)
      try ScenarioWriter(scenario).write(to: out)
      Terminal.out("\(scenario.trust): \(schools) schools written to \(out)\n")
    }
  }
}
