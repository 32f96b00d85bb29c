import TrefoilModel

/// Reads and writes `ledger.csv`, which `trefoil publish` keeps.
struct LedgerTable {
  static let name = "ledger.csv"
  static let columns = ["published", "term", "kind", "person", "from", "at", "days", "minutes"]
  static let layout = TableLayout(required: columns, optional: [])
  private static let kinds = LedgerEntry.Kind.allCases.map { ($0.rawValue, $0) }
  private static let mostMinutes = 10_000_000

  private(set) var ledger = Ledger()
  private(set) var faults: [Fault]

  /// Reads the ledger; schools and people that are gone may stand in it. Linear.
  init(_ bytes: [UInt8], file: String) {
    let table = ScenarioTable(bytes, file: file, layout: Self.layout)
    faults = table.faults
    for row in table.rows {
      let kind = row.required("kind", faults: &faults)?
        .meaning(among: Self.kinds, what: "kind", faults: &faults)
      let days = row.required("days", faults: &faults)?
        .whole(in: 0...10_000, what: "the number of days", faults: &faults)
      let minutes = row.required("minutes", faults: &faults)?
        .whole(in: 0...Self.mostMinutes, what: "the number of minutes", faults: &faults)
      let texts = ["term", "person", "from", "at"].compactMap {
        row.required($0, faults: &faults)?.text
      }
      guard let kind, let days, let minutes, texts.count == 4 else { continue }
      ledger.add([
        LedgerEntry(
          published: row["published"]?.text, term: texts[0], kind: kind,
          person: PersonID(texts[1]), from: SchoolID(texts[2]), at: SchoolID(texts[3]), days: days,
          minutes: minutes)
      ])
    }
  }

  static func text(of entries: [LedgerEntry]) -> String {
    var table = CSVWriter(header: columns)
    for entry in entries {
      table.append([
        entry.published ?? "", entry.term, entry.kind.rawValue, entry.person.rawValue,
        entry.from.rawValue, entry.at.rawValue, "\(entry.days)", "\(entry.minutes)",
      ])
    }
    return table.text
  }
}
