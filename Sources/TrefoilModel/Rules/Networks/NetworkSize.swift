/// Groups of a network are of about one size.
public struct NetworkSize: NetworkRule {
  /// Nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "network-size"
  public static let sentence =
    "No group of a network has two members more than another; a must, or a cost for each member "
    + "beyond that."
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

  public func findings(in plan: PlannedNetwork, of facts: NetworkFacts) -> [Finding] {
    guard let charge = setting, let least = plan.meetings.map(\.members.count).min() else {
      return []
    }
    return plan.meetings.compactMap { meeting in
      let beyond = meeting.members.count - least - 1
      if beyond <= 0 { return nil }
      let whole: Charge =
        if case .minutes(let minutes) = charge { .minutes(beyond * minutes) } else { .must }
      return finding(
        whole, group: meeting.index,
        "\(plan.network.name): \(meeting.members.count) meet at \(meeting.venue.name), and "
          + "\(least) elsewhere")
    }
  }
}
