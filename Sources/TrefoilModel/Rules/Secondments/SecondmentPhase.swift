/// The phase that an opening asks for.
public struct SecondmentPhase: MoveRule {
  /// Nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "secondment-phase"
  public static let sentence =
    "Someone who does not know the phase that an opening asks for; a phase marked with ! is a must."
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
    guard let wanted = move.opening.phase,
      facts.phasesKnown(by: move.candidate).isDisjoint(with: wanted.value.taught),
      let charge = wanted.isMust ? .must : setting
    else { return [] }
    return [
      MoveCharge(
        charge,
        "\(move.person.name) does not know the \(wanted.value.rawValue) phase, which "
          + "\(move.school.name) asks for")
    ]
  }
}
