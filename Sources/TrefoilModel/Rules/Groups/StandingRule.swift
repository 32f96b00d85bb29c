/// Strong schools with those in difficulty: a limit on receivers in a group, and a giver in each.
public struct StandingRule: GroupRule {
  public struct Setting: Sendable, Hashable {
    /// Most schools in difficulty in one group; nil for no limit.
    public var receivers: Int?
    /// Whether every group should have a capacity giver.
    public var giver: Bool
    public var charge: Charge

    public init(receivers: Int?, giver: Bool, charge: Charge) {
      self.receivers = receivers
      self.giver = giver
      self.charge = charge
    }
  }

  public static let key: RuleKey = "standing"
  public static let sentence =
    "At most so many schools in difficulty in a group, and a capacity giver in each: "
    + "{receivers: 1, giver: true, cost: 60}; charged for each receiver too many and each group "
    + "without a giver."
  public static let standard = Setting(receivers: nil, giver: false, charge: .minutes(60))

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    if node.isOff { return Setting(receivers: nil, giver: false, charge: base.charge) }
    guard let fields = reader.fields(node, allowed: ["receivers", "giver", "must", "cost"]) else {
      return base
    }
    if let part = fields["receivers"] {
      setting.receivers = reader.whole(part, in: 0...5, what: "receivers") ?? base.receivers
    }
    if let part = fields["giver"] {
      setting.giver = reader.flag(part, what: "giver") ?? base.giver
    }
    setting.charge = reader.charge(in: fields, at: node) ?? base.charge
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    if setting.receivers == nil && !setting.giver { return "off" }
    let receivers = setting.receivers.map { "receivers: \($0), " } ?? ""
    return "{\(receivers)giver: \(setting.giver), \(setting.charge.field)}"
  }

  public func terms(of facts: TrustFacts) -> [GroupTerm] {
    func schools(_ standing: Standing) -> [SchoolID] {
      facts.participants.filter { $0.standing == standing }.map(\.id)
    }
    var terms: [GroupTerm] = []
    if let most = setting.receivers {
      terms.append(.atMost(most, of: schools(.receiver), each: setting.charge))
    }
    if setting.giver { terms.append(.atLeastOne(of: schools(.giver), setting.charge)) }
    return terms
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.groups.enumerated().flatMap { index, group -> [Finding] in
      let members = group.schools.compactMap(facts.school)
      let receivers = members.filter { $0.standing == .receiver }
      var findings: [Finding] = []
      if let most = setting.receivers, receivers.count > most {
        for school in receivers.dropFirst(most) {
          findings.append(
            finding(
              setting.charge, group: index,
              "\(school.name) is one school in difficulty too many in its group (at most \(most))"))
        }
      }
      if setting.giver, !members.contains(where: { $0.standing == .giver }) {
        findings.append(
          finding(
            setting.charge, group: index,
            "no capacity giver is with \(members.map(\.name).joined(separator: ", "))"))
      }
      return findings
    }
  }
}

extension StandingRule: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.charge == .must && (setting.receivers != nil || setting.giver)
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(receivers: setting.receivers, giver: setting.giver, charge: .minutes(60))
  }

  /// One receiver more in a group at a time and then any number; no giver; where it asks for both and
  /// neither alone will do more receivers without a giver. Last comes a cost.
  public static func easings(
    of setting: Setting, for subject: Subject?, in facts: TrustFacts
  ) -> [[Setting]] {
    let more = (setting.receivers.map { $0 < 5 ? Array(($0 + 1)...5) : [] } ?? []).map {
      Setting(receivers: $0, giver: setting.giver, charge: .must)
    }
    guard setting.receivers != nil, setting.giver else { return [more + [slack(of: setting)]] }
    let anyNumber = Setting(receivers: nil, giver: true, charge: .must)
    let noGiver = Setting(receivers: setting.receivers, giver: false, charge: .must)
    let both = more.map { Setting(receivers: $0.receivers, giver: false, charge: .must) }
    return [more + [anyNumber], [noGiver], both + [slack(of: setting)]]
  }
}
