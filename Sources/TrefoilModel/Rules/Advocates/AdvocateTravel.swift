/// Journeys of trustees to the schools they champion.
public struct AdvocateTravel: AdvocacyRule {
  /// Visits a term; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "advocate-travel"
  public static let sentence =
    "The visits that an advocate makes to a school in a term, each with its minutes there and back."
  public static let standard: Setting = 1

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.whole(node, in: 0...100, what: "the number of visits") ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting == 0 ? "off" : "\(setting)"
  }

  public func charges(
    for trustee: Trustee, at school: School, of facts: AdvocateFacts
  ) -> [AdvocacyCharge] {
    let minutes = facts.roundTrip(of: trustee, to: school)
    let times = setting == 1 ? "" : ", \(setting) times"
    return [
      AdvocacyCharge(
        .minutes(minutes * setting),
        "\(trustee.name) travels \(minutes) minutes to \(school.name) and back\(times)")
    ]
  }
}
