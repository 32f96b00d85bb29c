/// What it takes at home to do without a leader.
public struct ReleaseCover: MoveRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "release-cover"
  public static let sentence =
    "Minutes that others at the home school spend for each day that a leader is away on secondment."
  public static let standard: Setting = 20
  public static let mayForbid = false

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.minutes(node) ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting == 0 ? "off" : "\(setting)"
  }

  public func charges(for move: Move, of facts: SecondmentFacts) -> [MoveCharge] {
    let days = move.dayTerms * facts.trust.scenario.rules[Commute.self].setting
    return [
      MoveCharge(
        .minutes(setting * days),
        "\(move.home.name) does without \(move.person.name) on \(days) days")
    ]
  }
}
