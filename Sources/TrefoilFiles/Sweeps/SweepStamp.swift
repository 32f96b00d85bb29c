import TrefoilModel

/// What a sweep leaves of one variant, so that the next run, or another shard, need not do it again.
public struct SweepStamp: Sendable, Hashable {
  private static let formatVersion = 2

  /// The version of the program.
  public var program: String
  public var seed: UInt64
  public var effort: Int
  /// The limit in seconds that cut the search short; nil when it ran to its end.
  public var stoppedAfter: Double?
  /// The checksum of the scenario's files.
  public var scenario: String
  /// What the variant is: for each axis its name and value.
  public var settings: [[String]]
  /// The checksum of the variants that come before it in its chain, any of which may have handed it a plan.
  public var chain: String
  public var record: SweepRecord

  public init(
    program: String, seed: UInt64, effort: Int, stoppedAfter: Double?, scenario: String,
    settings: [[String]], chain: String, record: SweepRecord
  ) {
    self.program = program
    self.seed = seed
    self.effort = effort
    self.stoppedAfter = stoppedAfter
    self.scenario = scenario
    self.settings = settings
    self.chain = chain
    self.record = record
  }

  /// The name of the file of a variant.
  public static func fileName(of variant: Int) -> String {
    "variant-\("\(1_000_000 + variant + 1)".suffix(7)).json"
  }

  public var bytes: [UInt8] {
    JSONWriter.bytes(
      .map([
        ("variant", .whole(Self.formatVersion)), ("program", .text(program)),
        ("seed", .number("\(seed)")), ("effort", .whole(effort)),
        ("stoppedAfter", stoppedAfter.map { .number("\($0)") } ?? .null),
        ("scenario", .text(scenario)), ("settings", .row(settings.map { .texts($0) })),
        ("chain", .text(chain)), ("status", .text(record.status.rawValue)),
        ("cost", .whole(record.cost)),
        ("bound", .whole(record.bound)), ("costs", PlanJSON.value(record.costs)),
        ("longest", .whole(record.longest)), ("repeats", .whole(record.repeats)),
        (
          "groups",
          .list(record.groups.map { .row($0.map { .texts($0.map(\.rawValue)) }) })
        ),
        ("note", .text(record.note)),
      ]))
  }

  /// Reads a file of a variant; nil when it is none, or one of another version: the variant is then
  /// planned as if there were no such file.
  public init?(_ bytes: [UInt8], variant: Int) {
    guard let root = try? JSONScanner.read(bytes, file: Self.fileName(of: variant)),
      root["variant"]?.whole == Self.formatVersion, let program = root["program"]?.text,
      let seed = root["seed"]?.digits.flatMap({ UInt64($0) }), let effort = root["effort"]?.whole,
      let scenario = root["scenario"]?.text, let chain = root["chain"]?.text,
      let status = root["status"]?.text.flatMap({ PlanStatus(rawValue: $0) }),
      let settings = root["settings"]?.elements.map({ $0.elements.compactMap(\.text) }),
      case .map(let costs) = root["costs"]?.content, let note = root["note"]?.text,
      let groups = root["groups"]?.elements.map({ term in
        term.elements.map { $0.elements.compactMap(\.text).map { SchoolID($0) } }
      })
    else { return nil }
    var sums: [RuleKey: Int] = [:]
    for member in costs {
      guard let minutes = member.value.figure else { return nil }
      sums[RuleKey(rawValue: member.key)] = minutes
    }
    self.init(
      program: program, seed: seed, effort: effort,
      stoppedAfter: root["stoppedAfter"]?.digits.flatMap { Double($0) }, scenario: scenario,
      settings: settings, chain: chain,
      record: SweepRecord(
        variant: variant, status: status, cost: root["cost"]?.figure,
        bound: root["bound"]?.figure, costs: sums, longest: root["longest"]?.figure,
        repeats: root["repeats"]?.figure, groups: groups, note: note))
  }

  /// Whether what was done is what would be done now: the same but for what it came to, and no shorter
  /// limit of time.
  public func stands(for wanted: SweepStamp, limit: Double?) -> Bool {
    let isLongEnough = stoppedAfter.map { past in limit.map { $0 <= past } ?? false } ?? true
    return program == wanted.program && seed == wanted.seed && effort == wanted.effort
      && scenario == wanted.scenario && settings == wanted.settings && chain == wanted.chain
      && isLongEnough
  }
}
