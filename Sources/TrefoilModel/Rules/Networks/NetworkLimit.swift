/// The longest journey one way to a meeting of a network.
public struct NetworkLimit: AttendanceRule {
  public typealias Setting = TravelLimit.Setting

  public static let key: RuleKey = "network-limit"
  public static let sentence =
    "The longest journey one way to a meeting of a network, in minutes, there or back; a must, or a "
    + "cost for each member beyond it: {limit: 40, cost: 30}."
  public static let standard = Setting(limit: nil, charge: .must)

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    TravelLimit.read(node, over: base, with: &reader)
  }

  public static func write(_ setting: Setting) -> String { TravelLimit.write(setting) }

  public func charges(
    for member: School, at venue: School, of network: Network, facts: NetworkFacts
  ) -> [NetworkCharge] {
    guard let limit = setting.limit else { return [] }
    let minutes = facts.oneWay(of: member, to: venue)
    if minutes <= limit { return [] }
    return [
      NetworkCharge(
        setting.charge,
        "\(network.name): \(member.name) would travel \(minutes) minutes one way to \(venue.name); "
          + "the limit is \(limit)")
    ]
  }
}
