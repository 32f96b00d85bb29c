/// Schools of one group lie far enough apart: no neighbour reviews a neighbour.
///
/// For reviews between trusts, and wherever leaders should look at places that they do not know.
public struct NonLocal: PairRule {
  public struct Setting: Sendable, Hashable {
    /// Least minutes one way between two members of a group; nil when the rule is off.
    public var least: Int?
    public var charge: Charge

    public init(least: Int?, charge: Charge) {
      self.least = least
      self.charge = charge
    }
  }

  public static let key: RuleKey = "non-local"
  public static let sentence =
    "Two schools of a group lie at least so many minutes apart, by the shorter of both ways; a "
    + "must, or a cost for each pair that is nearer: {least: 60, cost: 30}."
  public static let standard = Setting(least: nil, charge: .must)
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    if node.isOff {
      setting.least = nil
    } else if node.scalar != nil {
      setting.least = reader.minutes(node) ?? base.least
    } else if let fields = reader.fields(node, allowed: ["least", "must", "cost"]) {
      if let part = fields["least"] { setting.least = reader.minutes(part) ?? base.least }
      setting.charge = reader.charge(in: fields, at: node) ?? base.charge
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    setting.least.map { "{least: \($0), \(setting.charge.field)}" } ?? "off"
  }

  public func isSilent(about facts: TrustFacts) -> Bool {
    governed.all.allSatisfy { $0.least == nil }
  }

  public func charges(between one: School, and other: School, of facts: TrustFacts) -> [Charge] {
    let setting = governed.setting(schools: [one.id, other.id])
    guard let least = setting.least else { return [] }
    return Self.minutes(between: one, and: other, of: facts) < least ? [setting.charge] : []
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.schoolPairs(of: facts).compactMap { group, one, other in
      let setting = governed.setting(schools: [one.id, other.id])
      guard let least = setting.least else { return nil }
      let minutes = Self.minutes(between: one, and: other, of: facts)
      guard minutes < least else { return nil }
      return finding(
        setting.charge, group: group,
        "\(one.name) and \(other.name) are \(minutes) minutes apart; it should be at least \(least)"
      )
    }
  }

  /// The shorter of both ways, in minutes.
  private static func minutes(
    between one: School, and other: School, of facts: TrustFacts
  ) -> Int {
    min(facts.minutes(from: one, to: other), facts.minutes(from: other, to: one))
  }
}

extension NonLocal: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.least != nil && setting.charge == .must
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(least: setting.least, charge: .minutes(60))
  }

  /// Distances that let one pair more pass, each that of a pair of the trust.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    guard let least = setting.least else { return [] }
    let apart = facts.participants.pairs.map { minutes(between: $0, and: $1, of: facts) }
    return Set(apart).filter { $0 < least }.sorted(by: >).map { Setting(least: $0, charge: .must) }
  }
}
