import ArgumentParser

/// The command. Arguments in, exit code out; everything else is in the libraries.
@main
struct TrefoilCommand: AsyncParsableCommand {
  static let programVersion = "0.1.0"
  static let configuration = CommandConfiguration(
    commandName: "trefoil",
    abstract: "Plans school-to-school improvement for multi-academy trusts.",
    discussion: """
      A scenario is a folder of spreadsheets; schools.csv alone is enough.

      EXAMPLES
        trefoil plan scenarios/fifteen-primaries
        trefoil plan scenarios/diocese --out plans/autumn --seed 7
        trefoil verify scenarios/diocese plans/autumn/plan.json
        trefoil publish plans/autumn/plan.json --into scenarios/diocese
        trefoil ledger scenarios/diocese
        trefoil rules

      EXIT CODES
        0    a plan was written, or verification found nothing wrong
        1    the honest answer is no: there is no plan, or the plan does not hold
        64   the command was misused        65   a file has faults; each is named
        66   there is no such file          70   a fault in trefoil
        73   cannot write                   130  interrupted; the best plan so far, if any, was written
      """,
    version: programVersion,
    subcommands: [
      PlanCommand.self, DiagnoseCommand.self, BatchCommand.self, VerifyCommand.self,
      PublishCommand.self,
      LedgerCommand.self, RulesCommand.self,
      WhatIfCommand.self, CompareCommand.self, RepairCommand.self,
      ExplainCommand.self, AlternativesCommand.self, SweepCommand.self,
      SchemaCommand.self, ExportModelCommand.self,
      ImportCommand.self, SynthesiseCommand.self,
    ])
}
