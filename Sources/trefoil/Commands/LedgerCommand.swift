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
      not, and the plans named. --out writes ledger-schools.csv, ledger-people.csv, \
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
      var ledger = facts.scenario.ledger
      for path in plans {
        let plan = try PlanJSON.read(InputFile.bytes(at: path), file: path)
        // A plan that was published is in the ledger, and counts once.
        if let term = plan.terms.first?.term, ledger.isPublished(term) { continue }
        ledger.add(Ledger.entries(of: plan, facts: facts))
      }
      let known = Set(ledger.entries.map(\.term))
      ledger = Ledger(
        Ledger.entries(of: history, facts: facts, without: known) + ledger.entries)
      if let out {
        try AtomicWriter(directory: out).write(LedgerTotalsTables.files(of: ledger, facts: facts))
      }
      Terminal.show(LedgerSummary(ledger, facts: facts).text)
    }
  }
}
