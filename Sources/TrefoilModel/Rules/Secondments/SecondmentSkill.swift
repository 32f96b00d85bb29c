/// Skills that an opening asks for.
public struct SecondmentSkill: MoveRule {
  /// Nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "secondment-skill"
  public static let sentence =
    "Each skill that an opening asks for and the person lacks; a skill marked with ! is a must."
  public static let standard: Setting = .minutes(300)

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.chargeOrOff(node, over: base)
  }

  public static func write(_ setting: Setting) -> String {
    setting?.text ?? "off"
  }

  public func charges(for move: Move, of facts: SecondmentFacts) -> [MoveCharge] {
    let skills = Set(move.candidate.skills.map { $0.lowercased() })
    return move.opening.skills.compactMap { wanted in
      if skills.contains(wanted.value.lowercased()) { return nil }
      return (wanted.isMust ? .must : setting).map {
        MoveCharge(
          $0, "\(move.person.name) lacks \(wanted.value), which \(move.school.name) asks for")
      }
    }
  }
}
