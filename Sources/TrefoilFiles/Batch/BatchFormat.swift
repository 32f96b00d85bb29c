/// How the results of a batch are written, one line a scenario.
public enum BatchFormat: String, Sendable, CaseIterable {
  /// A table with a header.
  case csv
  /// One JSON object a line.
  case jsonl

  private static let columns = [
    "scenario", "schools", "status", "cost", "bound", "gap", "seconds", "note",
  ]

  /// What stands above the lines, with its line end; empty where nothing does.
  public var header: String {
    self == .csv ? CSVWriter(header: Self.columns).text : ""
  }

  /// The line of a record, with its line end.
  public func line(_ record: BatchRecord) -> String {
    switch self {
    case .csv: Self.row(record)
    case .jsonl: String(decoding: JSONWriter.bytes(.rowMap(Self.members(record))), as: UTF8.self)
    }
  }

  private static func row(_ record: BatchRecord) -> String {
    var table = CSVWriter(header: columns)
    let header = table.text.utf8.count
    table.append([
      record.scenario, figure(record.schools), record.status.rawValue, figure(record.cost),
      figure(record.bound), record.gap ?? "", record.seconds, record.note,
    ])
    return String(decoding: table.text.utf8.dropFirst(header), as: UTF8.self)
  }

  private static func figure(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

  /// The columns as members of an object, in the same order.
  static func members(_ record: BatchRecord) -> [(String, JSONValue)] {
    [
      ("scenario", .text(record.scenario)), ("schools", .whole(record.schools)),
      ("status", .text(record.status.rawValue)), ("cost", .whole(record.cost)),
      ("bound", .whole(record.bound)), ("gap", record.gap.map { .number($0) } ?? .null),
      ("seconds", .number(record.seconds)),
      ("note", record.note.isEmpty ? .null : .text(record.note)),
    ]
  }
}
