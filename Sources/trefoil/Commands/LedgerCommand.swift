import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilReport

struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Adds up who gave what: visits, days, hosting, secondments, minutes, cover.",
    discussion: """
      Counts what ledger.csv of the scenario holds, the groups of history.csv for terms that it does \
      not, and the plans named that were not published; it says which were left out. --out writes ledger-schools.csv, ledger-people.csv, \
      ledger-entries.csv, and certificates.csv: what each school contributed, in words.

      EXAMPLES
        trefoil ledger scenarios/fifteen-primaries
        trefoil ledger scenarios/fifteen-primaries plans/plan.json --out ledger
      """)

  @Argument(help: "The scenario folder.")
  var scenario: String

  @Argument(help: "Plans to count besides what is published.")
  var plans: [String] = []

  @Option(help: ArgumentHelp("Write the tables here.", valueName: "dir"))
  var out: String?

  func run() async throws {
    try await reportingFailures {
      // Right after publishing the planned term is in the history; what was given is none the less so.
      let (published, history) = try ScenarioReader(folder: scenario).readPublished()
      let facts = TrustFacts(published)
      let count = LedgerCount(
        try plans.map { ($0, try PlanJSON.read(InputFile.bytes(at: $0), file: $0)) },
        history: history, facts: facts)
      for remark in count.remarks { Terminal.error(remark) }
      let ledger = count.ledger
      if let out {
        try AtomicWriter(directory: out).write(LedgerTotalsTables.files(of: ledger, facts: facts))
      }
      Terminal.show(LedgerSummary(ledger, facts: facts).text)
    }
  }
}
