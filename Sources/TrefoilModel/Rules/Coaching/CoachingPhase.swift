/// A coach who knows the phase in which the coachee works.
public struct CoachingPhase: CoachingPairRule {
  /// Nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "coaching-phase"
  public static let sentence =
    "A coach who knows no phase that the coachee's school teaches; a must, or a cost."
  public static let standard: Setting = .minutes(60)

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

  public func charges(for match: CoachingMatch, of facts: CoachingFacts) -> [CoachingCharge] {
    guard let charge = setting,
      facts.trust.phasesKnown(by: match.coach).isDisjoint(with: match.at.phase.taught)
    else { return [] }
    return [
      CoachingCharge(
        charge,
        "\(match.coach.name) does not know the \(match.at.phase.rawValue) phase of \(match.at.name)"
      )
    ]
  }
}
