/// Days of openings that nobody fills.
public struct Unfilled: SecondmentRule {
  public struct Setting: Sendable, Hashable {
    /// Person-minutes for a day a week in one term.
    public var high: Int
    public var normal: Int
    public var low: Int

    public init(high: Int, normal: Int, low: Int) {
      self.high = high
      self.normal = normal
      self.low = low
    }

    public func minutes(_ priority: Priority) -> Int {
      switch priority {
      case .high: high
      case .normal: normal
      case .low: low
      }
    }
  }

  public static let key: RuleKey = "unfilled"
  public static let sentence =
    "Minutes for each day a week of an opening that nobody fills in a term, by its priority: "
    + "{high: 12000, normal: 6000, low: 3000}."
  public static let standard: Setting = Setting(high: 12_000, normal: 6_000, low: 3_000)

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    if let fields = reader.fields(node, allowed: Priority.allCases.map(\.rawValue)) {
      if let part = fields["high"] { setting.high = reader.minutes(part) ?? base.high }
      if let part = fields["normal"] { setting.normal = reader.minutes(part) ?? base.normal }
      if let part = fields["low"] { setting.low = reader.minutes(part) ?? base.low }
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    "{high: \(setting.high), normal: \(setting.normal), low: \(setting.low)}"
  }

  public func findings(in moves: [PlannedMove], of facts: SecondmentFacts) -> [Finding] {
    let byOpening = Dictionary(grouping: moves.map(\.move)) { $0.opening.id }
    return facts.openings.compactMap { opening in
      let open = OpenDays.of(opening, in: byOpening[opening.id] ?? [])
      if open.isEmpty { return nil }
      let missing = open.reduce(0) { $0 + $1.days * $1.terms.count }
      return finding(
        .minutes(missing * setting.minutes(opening.priority)),
        "\(facts.trust.name(opening.school)) is short of "
          + open.map { $0.words(facts) }.joined(separator: ", ") + " in opening \(opening.id)")
    }
  }

  /// Days a week that nobody fills, summed over the terms of the opening.
  public static func missing(at opening: Opening, in moves: [Move]) -> Int {
    opening.span.reduce(0) { $0 + missing(at: opening, in: moves, term: $1) }
  }

  /// Days a week that nobody fills in one term of the opening.
  static func missing(at opening: Opening, in moves: [Move], term: Int) -> Int {
    let filled = moves.reduce(0) { sum, move in
      sum + (move.opening.id == opening.id && move.span.contains(term) ? move.days : 0)
    }
    return max(0, opening.days - filled)
  }
}
