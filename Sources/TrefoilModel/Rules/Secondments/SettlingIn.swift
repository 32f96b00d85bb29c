/// What every secondment takes to begin with.
public struct SettlingIn: MoveRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "settling-in"
  public static let sentence =
    "Minutes for each secondment, however short: handing over, settling in."
  public static let standard: Setting = 120
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
    [MoveCharge(.minutes(setting), "\(move.person.name) settles in at \(move.school.name)")]
  }
}
