/// Members of a network that come to no meeting.
public struct NetworkAbsent: NetworkRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "network-absent"
  public static let sentence =
    "Minutes for each member of a network that comes to no meeting; keep it above any journey, so "
    + "that everybody meets who can."
  public static let standard: Setting = 20_000

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

  public func findings(in plan: PlannedNetwork, of facts: NetworkFacts) -> [Finding] {
    plan.absent.map {
      finding(
        .minutes(setting), "\(plan.network.name): \(facts.trust.name($0)) comes to no meeting")
    }
  }
}
