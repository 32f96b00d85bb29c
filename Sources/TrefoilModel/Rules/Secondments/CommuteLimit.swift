/// The longest journey one way that a candidate would make.
public struct CommuteLimit: MoveRule {
  /// Nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "commute-limit"
  public static let sentence =
    "Nobody is seconded further than their own commute limit, one way; a must, or a cost."
  public static let standard: Setting = .must

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
    guard let charge = setting, let limit = move.candidate.commuteLimit else { return [] }
    let longest = max(
      facts.trust.minutes(from: move.home, to: move.school),
      facts.trust.minutes(from: move.school, to: move.home))
    if longest <= limit { return [] }
    return [
      MoveCharge(
        charge,
        "\(move.person.name) would travel \(longest) minutes one way to \(move.school.name); the "
          + "limit is \(limit)")
    ]
  }
}
