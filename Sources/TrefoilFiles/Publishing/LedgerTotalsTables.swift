import TrefoilModel

/// The totals of a ledger as tables for spreadsheet programs.
public enum LedgerTotalsTables {
  private static let figures = [
    "visits-made", "visits-received", "days-given", "days-received", "hosted",
    "secondment-days-given", "secondment-days-received", "coaching-given", "coaching-received",
    "meetings-hosted", "minutes", "cover-pounds",
  ]

  /// `ledger-schools.csv`, `ledger-people.csv` and `ledger-entries.csv`: what each school and each
  /// person gave and got, and every entry that makes it up; and `certificates.csv`. About linear.
  public static func files(of ledger: Ledger, facts: TrustFacts) -> [AtomicWriter.File] {
    var schools = CSVWriter(header: ["school", "name"] + figures)
    for (school, totals) in ledger.schools(of: facts) {
      schools.append([school.id.rawValue, school.name] + cells(totals))
    }
    var people = CSVWriter(header: ["person", "name"] + figures)
    for (person, totals) in ledger.people(of: facts) {
      people.append([person.rawValue, facts.name(person)] + cells(totals))
    }
    return [
      AtomicWriter.File(name: "ledger-schools.csv", text: schools.text),
      AtomicWriter.File(name: "ledger-people.csv", text: people.text),
      AtomicWriter.File(name: "ledger-entries.csv", text: LedgerTable.text(of: ledger.entries)),
      AtomicWriter.File(
        name: CertificatesTable.name, text: CertificatesTable.text(of: ledger, facts: facts)),
    ]
  }

  private static func cells(_ totals: LedgerTotals) -> [String] {
    [
      totals.visitsMade, totals.visitsReceived, totals.daysGiven, totals.daysReceived,
      totals.hosted, totals.secondmentDaysGiven, totals.secondmentDaysReceived,
      totals.coachingGiven, totals.coachingReceived, totals.meetingsHosted, totals.minutes,
      totals.coverPounds,
    ].map { "\($0)" }
  }
}
