/// Schools that nobody champions.
public struct Unchampioned: AdvocateRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "unchampioned"
  public static let sentence =
    "Minutes for each school without an advocate; keep it above any journey, so that every school "
    + "has one where trustees suffice."
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

  public func findings(in pairs: [PlannedAdvocacy], of facts: AdvocateFacts) -> [Finding] {
    let championed = Set(pairs.map(\.school.id))
    return facts.schools.filter { !championed.contains($0.id) }.map {
      finding(.minutes(setting), "\($0.name) has no advocate")
    }
  }
}
