import ArgumentParser
import TrefoilFiles
import TrefoilModel

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Adds a plan to the history and the ledger of its scenario, once.",
    discussion: """
      The first term of the plan is added to history.csv, and what it gives to ledger.csv; \
      secondments are added for all terms that they last. A plan that was published, one of another \
      trust or term, and one that breaks a rule are refused (exit code 1), and nothing is written.

      EXAMPLES
        trefoil publish plans/plan.json --into scenarios/fifteen-primaries
      """)

  @Argument(help: "The plan: plan.json or a file like it.")
  var plan: String

  @Option(help: ArgumentHelp("The scenario folder.", valueName: "scenario"))
  var into: String

  func run() async throws {
    try await reportingFailures {
      let read = try PlanJSON.read(InputFile.bytes(at: plan), file: plan)
      let publication: Publication
      do {
        publication = try Publication(of: read, into: into)
      } catch let refusal as Publication.Refusal {
        Terminal.error("\(refusal)")
        throw ExitStatus.no.code
      }
      try publication.write()
      Terminal.show(
        "\(publication.term) is published into \(into): history.csv and ledger.csv have it. For the "
          + "next plan set the term in scenario.yaml to \(publication.next), with its "
          + "dates\(openings(over: publication)). "
          + "Dates of the term that is over go out of schools.csv and people.csv too.\n")
      for part in publication.partlyFilled { Terminal.out(rows(for: part.opening, part.open)) }
      for open in publication.unserved {
        Terminal.out(row(for: open.opening, termsLeft: open.termsLeft, publication))
      }
    }
  }

  /// What to take out of openings.csv: nobody is wanted for it any more.
  private func openings(over publication: Publication) -> String {
    let over = publication.over.map { "\($0.opening) (filled in part: open was \($0.lacked))" }
    let all = publication.filled.map(\.rawValue) + over
    if all.isEmpty { return "" }
    let what = over.isEmpty ? "filled" : publication.filled.isEmpty ? "over" : "filled or over"
    return ", and take out of openings.csv what is \(what): \(all.joined(separator: ", "))"
  }

  /// Of the term that is published nothing can be filled any more, whatever the row says.
  private func row(
    for opening: OpeningID, termsLeft: Int, _ publication: Publication
  ) -> String {
    if termsLeft == 0 {
      return
        "Nobody came to \(opening), and it ended with \(publication.term): take its row out of "
        + "openings.csv, or write a later first-term if it is still wanted.\n"
    }
    return "Nobody came to \(opening) in \(publication.term): if it is still wanted, write "
      + "\(publication.next) as its first-term and \(termsLeft) as its terms.\n"
  }

  /// A row has as many days a week in all of its terms, so that what differs needs one each.
  private func rows(for opening: OpeningID, _ open: [String]) -> String {
    let rows = open.count == 1 ? "a row with" : "\(open.count) rows, each with"
    return "\(opening) is filled in part: take its row out of openings.csv, and give what is open "
      + "\(rows) an id of its own: \(open.joined(separator: "; ")).\n"
  }
}
