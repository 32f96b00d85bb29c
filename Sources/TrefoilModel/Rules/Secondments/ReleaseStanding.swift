/// Strong schools give: a secondment away from a school in difficulty costs more, or may not be.
public struct ReleaseStanding: MoveRule {
  /// The charge for each secondment from a school in difficulty; nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "release-standing"
  public static let sentence =
    "Minutes for each secondment that takes someone away from a school in difficulty (standing "
    + "receiver in schools.csv), or a must."
  public static let standard: Setting = nil

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.chargeOrOff(node, over: base)
  }

  public static func write(_ setting: Setting) -> String { setting?.text ?? "off" }

  public func charges(for move: Move, of facts: SecondmentFacts) -> [MoveCharge] {
    guard let charge = setting, move.home.standing == .receiver else { return [] }
    return [
      MoveCharge(
        charge, "\(move.person.name) leaves \(move.home.name), a school in difficulty itself")
    ]
  }
}
