import TrefoilModel

/// What each school contributed, line by line, for certificates.
public enum CertificatesTable {
  public static let name = "certificates.csv"

  /// A row for each school, term and kind: how often and how many days, to which schools and by whom
  /// (ids, separated by `;`), and a sentence fit for a certificate. About linear.
  public static func text(of ledger: Ledger, facts: TrustFacts) -> String {
    var table = CSVWriter(
      header: ["school", "name", "term", "kind", "times", "days", "to", "people", "words"])
    for given in ledger.contributions(of: facts) {
      table.append([
        given.school.rawValue, facts.name(given.school), given.term, given.kind.rawValue,
        "\(given.times)", "\(given.days)", given.to.map(\.rawValue).joined(separator: ";"),
        given.people.map(\.rawValue).joined(separator: ";"), given.words(facts),
      ])
    }
    return table.text
  }
}
