/// What a person would rather do.
public struct SecondChoice: MoveRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "second-choice"
  public static let sentence =
    "Minutes for each opening that a person named as a better choice than the one they get."
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
    let choices = move.candidate.choices
    let rank = choices.firstIndex(of: move.opening.id) ?? choices.count
    if rank == 0 { return [] }
    return [
      MoveCharge(
        .minutes(setting * rank),
        "\(move.person.name) would rather go elsewhere than to \(move.school.name)")
    ]
  }
}
