/// Journeys of coaches to the schools of those they coach, and back.
public struct CoachingTravel: CoachingPairRule {
  /// Sessions in a term; 0 where coach and coachee do not travel.
  public typealias Setting = Int

  public static let key: RuleKey = "coaching-travel"
  public static let sentence =
    "The sessions of a term for which a coach travels to the coachee's school and back; off where "
    + "nobody travels."
  public static let standard: Setting = 3

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.whole(node, in: 0...40, what: "the sessions of a term") ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting == 0 ? "off" : "\(setting)"
  }

  public func charges(for match: CoachingMatch, of facts: CoachingFacts) -> [CoachingCharge] {
    let trip = facts.roundTrip(match)
    return [
      CoachingCharge(
        .minutes(trip * setting),
        "\(match.coach.name) travels \(trip) minutes to \(match.at.name) and back for \(setting) "
          + "sessions")
    ]
  }
}
