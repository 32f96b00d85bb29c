import TrefoilModel

/// A ledger in plain text: who gave what, school by school and person by person.
public struct LedgerSummary {
  private let ledger: Ledger
  private let facts: TrustFacts

  public init(_ ledger: Ledger, facts: TrustFacts) {
    self.ledger = ledger
    self.facts = facts
  }

  /// The whole summary, ending in a line end. Linear in the entries.
  public var text: String {
    let terms = ledger.terms
    if terms.isEmpty { return "Nothing was given yet: there is no history, ledger or plan.\n" }
    var lines = ["\(facts.scenario.trust) · who gave what", "Terms: \(Wording.list(terms))."]
    let schools = ledger.schools(of: facts).map { ($0.school.name, $0.totals) }
    let people = ledger.people(of: facts).map { (facts.name($0.person), $0.totals) }
    lines += ["", "Schools"] + table(schools) + ["", "People"] + table(people)
    lines += ["", "Cover is an estimate: days given times the rates of the rule cover-rates."]
    return Wording.page(lines)
  }

  private static let columns: [(title: String, value: @Sendable (LedgerTotals) -> Int)] = [
    ("visits", { $0.visitsMade }), ("received", { $0.visitsReceived }),
    ("days", { $0.daysGiven }), ("hosted", { $0.hosted }),
    ("seconded", { $0.secondmentDaysGiven }), ("got", { $0.secondmentDaysReceived }),
    ("coaching", { $0.coachingGiven }), ("meetings", { $0.meetingsHosted }),
    ("minutes", { $0.minutes }), ("cover £", { $0.coverPounds }),
  ]

  private func table(_ rows: [(String, LedgerTotals)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    // Coaching and meetings only where there are any.
    let columns = Self.columns.filter { column in
      !["coaching", "meetings"].contains(column.title) || rows.contains { column.value($0.1) > 0 }
    }
    let titles = columns.map { Wording.right($0.title, 9) }.joined()
    return ["  \(Wording.padded("", width))\(titles)"]
      + rows.map { name, totals in
        let cells = columns.map { Wording.right(Wording.grouped($0.value(totals)), 9) }
        return "  \(Wording.padded(name, width))\(cells.joined())"
      }
  }
}
