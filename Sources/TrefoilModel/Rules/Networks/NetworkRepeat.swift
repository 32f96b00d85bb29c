/// Another venue each time.
public struct NetworkRepeat: NetworkRule {
  /// The charge for a venue that hosted 1, 2, 3 ... terms ago; terms further back are free.
  public typealias Setting = [Charge]

  public static let key: RuleKey = "network-repeat"
  public static let sentence =
    "A school that hosts a network again after 1, 2, 3 ... terms: a list, each a number of minutes "
    + "or must; or {must: true, within: 3}. Every earlier time counts."
  public static let standard: Setting = [.minutes(120), .minutes(60), .minutes(30)]

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.chargesByTerm(node) ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting.isEmpty ? "off" : "[\(setting.map(\.text).joined(separator: ", "))]"
  }

  /// What it takes to meet at this venue again.
  public func charges(for venue: School, of network: Network) -> [NetworkCharge] {
    network.past.charged(venue.id, by: setting).map { turn, charge in
      let ago = turn.termsAgo == 1 ? "last term" : "\(turn.termsAgo) terms ago"
      return NetworkCharge(charge, "\(network.name): \(venue.name) hosted \(ago)")
    }
  }

  public func findings(in plan: PlannedNetwork, of facts: NetworkFacts) -> [Finding] {
    plan.meetings.flatMap { meeting in
      charges(for: meeting.venue, of: plan.network).map {
        finding($0.charge, group: meeting.index, $0.sentence)
      }
    }
  }
}
