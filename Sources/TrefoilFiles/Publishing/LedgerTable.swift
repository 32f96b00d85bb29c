import TrefoilModel

/// Reads and writes `ledger.csv`, which `trefoil publish` keeps.
struct LedgerTable {
  static let name = "ledger.csv"
  static let columns = ["published", "term", "kind", "person", "from", "at", "days", "minutes"]
  /// The column of openings, which older ledgers lack.
  static let opening = "opening"
  static let layout = TableLayout(required: columns, optional: [opening])
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
          minutes: minutes, opening: row[Self.opening].map { OpeningID($0.text) })
      ])
    }
  }

  static func text(of entries: [LedgerEntry]) -> String {
    let header = columns + [opening]
    var table = CSVWriter(header: header)
    for entry in entries { table.append(header.map { cells(of: entry)[$0] ?? "" }) }
    return table.text
  }

  /// The rows of a ledger as they stand, with columns that mean nothing here in their places, but for
  /// those that the plan of a term wrote before; then the entries. Linear.
  static func text(
    of entries: [LedgerEntry], after old: ScenarioTable?, replacing term: String
  ) -> String {
    guard let old, let names = old.columnNames else { return text(of: entries) }
    let more = old.has(opening) ? [] : [opening]
    var table = CSVWriter(header: names + more)
    let replaced = TermName.key(of: term)
    for (row, cells) in zip(old.rows, old.cells)
    where row["published"].map({ TermName.key(of: $0.text) }) != replaced {
      table.append(cells + more.map { _ in "" })
    }
    let folded = (names + more).map { CSVColumn.folded($0) }
    for entry in entries {
      let cells = cells(of: entry)
      table.append(folded.map { cells[$0] ?? "" })
    }
    return table.text
  }

  private static func cells(of entry: LedgerEntry) -> [String: String] {
    [
      "published": entry.published ?? "", "term": entry.term, "kind": entry.kind.rawValue,
      "person": entry.person.rawValue, "from": entry.from.rawValue, "at": entry.at.rawValue,
      "days": "\(entry.days)", "minutes": "\(entry.minutes)",
      opening: entry.opening?.rawValue ?? "",
    ]
  }
}
