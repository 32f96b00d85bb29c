import TrefoilModel

/// The results of a sweep as one table, as CSV and as JSON; equal results are equal bytes, whichever runs
/// they come from.
public struct SweepTable: Sendable {
  public static let names = ["sweep.csv", "sweep.json"]

  private let grid: SweepGrid
  private let records: [SweepRecord]
  /// Nil in a part of a sweep: what no other beats shows only in the whole.
  private let front: SweepFront?

  /// - Parameters:
  ///   - records: in the order of the variants; where there are all of them the table says how many
  ///     schools moved against the first that has a plan, and which no other beats.
  ///   - measures: by which the front is taken.
  public init(_ records: [SweepRecord], of grid: SweepGrid, measures: [SweepFront.Measure]) {
    self.grid = grid
    self.records = records
    front = records.count == grid.count ? SweepFront(of: records, by: measures) : nil
  }

  public var files: [AtomicWriter.File] {
    [
      AtomicWriter.File(name: Self.names[0], text: csv),
      AtomicWriter.File(name: Self.names[1], bytes: json),
    ]
  }

  /// A row for each variant.
  public var csv: String {
    let rules = rules
    var table = CSVWriter(
      header: ["variant"] + grid.axes.map(\.name)
        + ["status", "cost", "bound", "longest", "repeats", "moved", "front"]
        + rules.map { "cost-\($0)" } + ["note"])
    let chosen = Set(front?.variants ?? [])
    for record in records {
      let hasPlan = record.cost != nil
      let figures: [Int?] = [
        record.cost, record.bound, record.longest, record.repeats, moved(record),
      ]
      let row =
        ["\(record.variant + 1)"] + grid.values(of: record.variant).map(\.text)
        + [record.status.rawValue] + figures.map { $0.map { "\($0)" } ?? "" }
        + [chosen.contains(record.variant) ? "yes" : ""]
        + rules.map { hasPlan ? "\(record.costs[$0] ?? 0)" : "" } + [record.note]
      table.append(row)
    }
    return table.text
  }

  public var json: [UInt8] {
    JSONWriter.bytes(
      .map([
        ("sweep", .whole(1)),
        (
          "axes",
          .list(
            grid.axes.map {
              .rowMap([("name", .text($0.name)), ("values", .texts($0.values.map(\.text)))])
            })
        ),
        ("variants", .list(records.map(value))),
        (
          "front",
          front.map { front in
            .map([
              ("measures", .texts(front.measures.map(\.name))),
              ("variants", .row(front.variants.map { .whole($0 + 1) })),
            ])
          } ?? .null
        ),
      ]))
  }

  private func value(_ record: SweepRecord) -> JSONValue {
    let values = zip(grid.axes, grid.values(of: record.variant)).map {
      ($0.name, JSONValue.text($1.text))
    }
    return .rowMap([
      ("variant", .whole(record.variant + 1)), ("values", .rowMap(values)),
      ("status", .text(record.status.rawValue)), ("cost", .whole(record.cost)),
      ("bound", .whole(record.bound)), ("longest", .whole(record.longest)),
      ("repeats", .whole(record.repeats)), ("moved", .whole(moved(record))),
      ("costs", PlanJSON.value(record.cost == nil ? nil : record.costs)),
      ("note", record.note.isEmpty ? .null : .text(record.note)),
    ])
  }

  /// Against the first variant that has a plan, in the whole of a sweep.
  private func moved(_ record: SweepRecord) -> Int? {
    front == nil
      ? nil : records.first { $0.cost != nil }.flatMap { record.moved(against: $0) }
  }

  /// The rules that cost something in any variant, in the order of the rules.
  private var rules: [RuleKey] {
    RuleCatalogue.all.map { $0.key }.filter { key in
      records.contains { ($0.costs[key] ?? 0) != 0 }
    }
  }
}
