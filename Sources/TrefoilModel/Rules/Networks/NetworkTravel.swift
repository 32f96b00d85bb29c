/// Journeys to the meetings of networks.
public struct NetworkTravel: AttendanceRule {
  /// How often each minute counts; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "network-travel"
  public static let sentence =
    "How often each minute counts that a member of a network travels to its meetings and back."
  public static let standard: Setting = 1

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.whole(node, in: 0...100, what: "how often a minute counts") ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting == 0 ? "off" : "\(setting)"
  }

  public func charges(
    for member: School, at venue: School, of network: Network, facts: NetworkFacts
  ) -> [NetworkCharge] {
    let minutes = facts.roundTrip(of: member, to: venue)
    let times = network.meetings == 1 ? "" : ", \(network.meetings) times"
    return [
      NetworkCharge(
        .minutes(minutes * network.meetings * setting),
        "\(network.name): \(member.name) travels \(minutes) minutes to \(venue.name) and back"
          + times)
    ]
  }
}
