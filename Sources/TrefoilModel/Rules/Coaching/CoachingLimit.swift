/// The longest journey one way between coach and coachee.
public struct CoachingLimit: CoachingPairRule {
  public struct Setting: Sendable, Hashable {
    /// Minutes one way; nil for no limit.
    public var limit: Int?
    public var charge: Charge

    public init(limit: Int?, charge: Charge) {
      self.limit = limit
      self.charge = charge
    }
  }

  public static let key: RuleKey = "coaching-limit"
  public static let sentence =
    "The longest journey one way, in minutes, that a coach makes, there or back; a must, or a cost "
    + "for each coachee beyond it: {limit: 60, cost: 120}."
  public static let standard = Setting(limit: 60, charge: .must)

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    if node.isOff {
      setting.limit = nil
    } else if node.scalar != nil {
      setting.limit = reader.minutes(node) ?? base.limit
    } else if let fields = reader.fields(node, allowed: ["limit", "must", "cost"]) {
      if let part = fields["limit"] { setting.limit = reader.minutes(part) ?? base.limit }
      setting.charge = reader.charge(in: fields, at: node) ?? base.charge
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    guard let limit = setting.limit else { return "off" }
    return "{limit: \(limit), \(setting.charge.field)}"
  }

  public func charges(for match: CoachingMatch, of facts: CoachingFacts) -> [CoachingCharge] {
    let longest = facts.longestWay(match)
    guard let limit = setting.limit, longest > limit else { return [] }
    return [
      CoachingCharge(
        setting.charge,
        "\(match.coach.name) would travel \(longest) minutes one way to \(match.at.name); the limit "
          + "is \(limit)")
    ]
  }
}
