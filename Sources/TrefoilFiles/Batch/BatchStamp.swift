/// What a batch leaves beside a plan, `batch.json`, so that the next run knows what it need not do
/// again.
public struct BatchStamp: Sendable, Hashable {
  public static let fileName = "batch.json"
  private static let formatVersion = 1

  /// The version of the program.
  public var program: String
  public var seed: UInt64
  public var effort: Int
  /// The limit in seconds that cut the search short; nil when it ran to its end.
  public var stoppedAfter: Double?
  /// The checksum of the scenario's files.
  public var scenario: String
  /// The checksum of the files that were written; nil where there was no plan to write.
  public var written: String?
  public var record: BatchRecord

  public init(
    program: String, seed: UInt64, effort: Int, stoppedAfter: Double?, scenario: String,
    written: String?, record: BatchRecord
  ) {
    self.program = program
    self.seed = seed
    self.effort = effort
    self.stoppedAfter = stoppedAfter
    self.scenario = scenario
    self.written = written
    self.record = record
  }

  /// The bytes of `batch.json`.
  public var bytes: [UInt8] {
    JSONWriter.bytes(
      .map([
        ("batch", .whole(Self.formatVersion)), ("program", .text(program)),
        ("seed", .number("\(seed)")), ("effort", .whole(effort)),
        ("stoppedAfter", stoppedAfter.map { .number("\($0)") } ?? .null),
        ("scenario", .text(scenario)), ("written", .optional(written)),
        ("schools", .whole(record.schools)), ("status", .text(record.status.rawValue)),
        ("cost", .whole(record.cost)), ("bound", .whole(record.bound)),
        ("milliseconds", .whole(record.milliseconds)), ("note", .text(record.note)),
      ]))
  }

  /// Reads a `batch.json`; nil when it is none, or one of another version: the scenario is then
  /// planned as if there were no such file.
  ///
  /// - Parameter name: what the scenario is called in its line.
  public init?(_ bytes: [UInt8], name: String) {
    guard let root = try? JSONScanner.read(bytes, file: Self.fileName),
      root["batch"]?.whole == Self.formatVersion, let program = root["program"]?.text,
      let seed = root["seed"]?.digits.flatMap({ UInt64($0) }), let effort = root["effort"]?.whole,
      let scenario = root["scenario"]?.text,
      let status = root["status"]?.text.flatMap({ BatchStatus(rawValue: $0) }),
      let milliseconds = root["milliseconds"]?.figure, let note = root["note"]?.text
    else { return nil }
    self.init(
      program: program, seed: seed, effort: effort,
      stoppedAfter: root["stoppedAfter"]?.digits.flatMap { Double($0) }, scenario: scenario,
      written: root["written"]?.text,
      record: BatchRecord(
        scenario: name, schools: root["schools"]?.figure, status: status,
        cost: root["cost"]?.figure, bound: root["bound"]?.figure, milliseconds: milliseconds,
        note: note))
  }

  /// Whether what was done is what would be done now.
  ///
  /// A search that a limit of time cut short stands for one with the same limit or less.
  ///
  /// - Parameters:
  ///   - limit: the limit in seconds of now, if there is one.
  ///   - written: the checksum of the files that are there now.
  public func stands(
    program: String, seed: UInt64, effort: Int, limit: Double?, scenario: String, written: String?
  ) -> Bool {
    let isLongEnough = stoppedAfter.map { past in limit.map { $0 <= past } ?? false } ?? true
    let isUntouched = self.written == nil || self.written == written
    return self.program == program && self.seed == seed && self.effort == effort
      && self.scenario == scenario && isLongEnough && isUntouched
  }
}
