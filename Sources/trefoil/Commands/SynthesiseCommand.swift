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
        trefoil synthesise --schools 60 --openings 100 --candidates 300 --terms 6 --out made-up/100
      """)

  @Option(help: "How many schools, from 3 to 100000.")
  var schools: Int

  @Option(help: "The same seed makes the same trust.")
  var seed: UInt64 = 1

  @Option(help: "How many openings for secondments, up to 10000.")
  var openings = 0

  @Option(help: "How many candidates for secondment, up to 100000.")
  var candidates = 0

  @Option(help: "Over how many terms the openings lie, up to 30.")
  var terms = 3

  @Option(help: ArgumentHelp("Write the scenario folder here.", valueName: "dir"))
  var out: String

  func validate() throws {
    guard (3...100_000).contains(schools) else {
      throw ValidationError("--schools takes a number from 3 to 100000")
    }
    guard (0...10_000).contains(openings), (0...100_000).contains(candidates) else {
      throw ValidationError("--openings takes up to 10000, --candidates up to 100000")
    }
    guard (1...30).contains(terms) else {
      throw ValidationError("--terms takes a number from 1 to 30")
    }
  }

  func run() async throws {
    try await reportingFailures {
      try AtomicWriter(directory: out).checkWritable()
      let trust = SyntheticTrust.make(schools: schools, seed: seed)
      let scenario =
        openings + candidates == 0
        ? trust
        : SyntheticSecondments.add(
          openings: openings, candidates: candidates, terms: terms, to: trust, seed: seed)
      try ScenarioWriter(scenario).write(to: out)
      Terminal.show("\(scenario.trust): \(schools) schools written to \(out)\n")
    }
  }
}
