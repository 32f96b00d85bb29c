/// With whom coaches and coachees would rather work.
public struct CoachingChoice: CoachingPairRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "coaching-choice"
  public static let sentence =
    "Minutes for each person whom a coachee named before the coach they get, and a coach before the "
    + "coachee; for somebody not named, all who were."
  public static let standard: Setting = 30

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

  public func charges(for match: CoachingMatch, of facts: CoachingFacts) -> [CoachingCharge] {
    if setting == 0 { return [] }
    func charge(_ one: Person, with other: Person, _ chosen: [PersonID]) -> CoachingCharge? {
      let before = chosen.firstIndex(of: other.id) ?? chosen.count
      if before == 0 { return nil }
      return CoachingCharge(
        .minutes(setting * before), "\(one.name) would rather work with others than \(other.name)")
    }
    return [
      charge(match.coachee, with: match.coach, facts.coachesChosen(by: match.coachee.id)),
      charge(match.coach, with: match.coachee, facts.coacheesChosen(by: match.coach.id)),
    ].compactMap(\.self)
  }
}
