/// Schools of one hub wanted together, or schools of different hubs.
public struct HubRule: PairRule {
  public enum Want: String, Sendable, CaseIterable {
    case same, different
  }

  public struct Setting: Sendable, Hashable {
    /// Nil when the rule is off.
    public var want: Want?
    public var charge: Charge

    public init(want: Want?, charge: Charge) {
      self.want = want
      self.charge = charge
    }
  }

  public static let key: RuleKey = "hub"
  public static let sentence =
    "Two schools of a group should be of the same hub, or of different hubs: "
    + "{want: same, cost: 30}, for each pair; schools without a hub are left alone."
  public static let standard = Setting(want: nil, charge: .minutes(30))
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
      setting.want = nil
    } else if node.scalar != nil {
      let word = reader.choice(node, of: ["same", "different"], what: "the hub wanted")
      setting.want = word.flatMap(Want.init(rawValue:)) ?? base.want
    } else if let fields = reader.fields(node, allowed: ["want", "must", "cost"]) {
      if let part = fields["want"] {
        let word = reader.choice(part, of: ["same", "different"], what: "the hub wanted")
        setting.want = word.flatMap(Want.init(rawValue:)) ?? base.want
      }
      setting.charge = reader.charge(in: fields, at: node) ?? base.charge
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    setting.want.map { "{want: \($0.rawValue), \(setting.charge.field)}" } ?? "off"
  }

  public func isSilent(about facts: TrustFacts) -> Bool {
    governed.all.allSatisfy { $0.want == nil }
  }

  public func charges(between one: School, and other: School, of facts: TrustFacts) -> [Charge] {
    let setting = governed.setting(schools: [one.id, other.id])
    guard let want = setting.want, let hub = one.hub, let otherHub = other.hub else { return [] }
    return (hub == otherHub) == (want == .same) ? [] : [setting.charge]
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.schoolPairs(of: facts).compactMap { group, one, other in
      let setting = governed.setting(schools: [one.id, other.id])
      guard let hub = one.hub, let otherHub = other.hub else { return nil }
      switch setting.want {
      case .same where hub != otherHub:
        return finding(
          setting.charge, group: group,
          "\(one.name) (\(hub)) and \(other.name) (\(otherHub)) are of different hubs")
      case .different where hub == otherHub:
        return finding(
          setting.charge, group: group, "\(one.name) and \(other.name) are both of hub \(hub)")
      default: return nil
      }
    }
  }
}

extension HubRule: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.want != nil && setting.charge == .must
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(want: setting.want, charge: .minutes(60))
  }
}
