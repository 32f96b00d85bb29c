/// Another school each time: a trustee should not champion one school term after term.
public struct AdvocateRepeat: AdvocacyRule {
  /// The charge for a school championed 1, 2, 3 ... terms ago; terms further back are free.
  public typealias Setting = [Charge]

  public static let key: RuleKey = "advocate-repeat"
  public static let sentence =
    "A trustee who champions a school again after 1, 2, 3 ... terms: a list, each a number of "
    + "minutes or must; or {must: true, within: 3}. Every earlier time counts."
  public static let standard: Setting = [.minutes(240), .minutes(120), .minutes(60)]

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

  public func charges(
    for trustee: Trustee, at school: School, of facts: AdvocateFacts
  ) -> [AdvocacyCharge] {
    trustee.past.charged(school.id, by: setting).map { turn, charge in
      let ago = turn.termsAgo == 1 ? "last term" : "\(turn.termsAgo) terms ago"
      return AdvocacyCharge(charge, "\(trustee.name) championed \(school.name) \(ago)")
    }
  }
}
