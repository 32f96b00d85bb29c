import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilReport

/// Where a comparison goes.
struct ComparisonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write comparison.csv and comparison.json here.", valueName: "dir"))
  var out: String?

  @Flag(help: "Print comparison.json on standard output instead of the table.")
  var json = false

  var writer: AtomicWriter? { out.map { AtomicWriter(directory: $0) } }

  func hand(_ comparison: PlanComparison) throws {
    try writer?.write(ComparisonFiles.files(of: comparison))
    if json {
      Terminal.out(ComparisonJSON.write(comparison))
    } else {
      Terminal.show(ComparisonSummary(comparison).text)
    }
  }
}
