/// Who on a review team should know the phase of the host.
public struct PhaseRule: CoverRule, VisitRule {
  public enum Want: String, Sendable, CaseIterable {
    /// At least one member knows the host's phase.
    case oneKnows = "one-knows"
    /// Every member knows it.
    case allKnow = "all-same"
    /// At least one member knows another phase.
    case mix
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

  public static let key: RuleKey = "phase"
  public static let sentence =
    "What a host's review team should know: one-knows (somebody knows the host's phase), all-same "
    + "(charged for each member who does not), or mix (somebody knows another phase)."
  public static let standard = Setting(want: .oneKnows, charge: .minutes(60))
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    let words = Want.allCases.map(\.rawValue)
    if node.isOff {
      setting.want = nil
    } else if node.scalar != nil {
      let word = reader.choice(node, of: words, what: "the phase rule")
      setting.want = word.flatMap(Want.init(rawValue:)) ?? base.want
    } else if let fields = reader.fields(node, allowed: ["want", "must", "cost"]) {
      if let part = fields["want"] {
        let word = reader.choice(part, of: words, what: "the phase rule")
        setting.want = word.flatMap(Want.init(rawValue:)) ?? base.want
      }
      setting.charge = reader.charge(in: fields, at: node) ?? base.charge
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    setting.want.map { "{want: \($0.rawValue), \(setting.charge.field)}" } ?? "off"
  }

  public func requirements(of host: School, facts: TrustFacts) -> [CoverRequirement] {
    let setting = governed.setting(schools: [host.id])
    let taught = host.phase.taught
    switch setting.want {
    case .oneKnows:
      return [
        CoverRequirement(charge: setting.charge, topic: "phase: \(host.phase.rawValue)") {
          person, _ in
          !facts.phasesKnown(by: person).isDisjoint(with: taught)
        }
      ]
    case .mix:
      return [
        CoverRequirement(charge: setting.charge, topic: "not phase: \(host.phase.rawValue)") {
          person, _ in
          !facts.phasesKnown(by: person).subtracting(taught).isEmpty
        }
      ]
    case .allKnow, nil: return []
    }
  }

  public func isSilent(about facts: TrustFacts) -> Bool {
    governed.all.allSatisfy { $0.want != .allKnow }
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    let setting = governed.setting(schools: [visit.host.id])
    guard setting.want == .allKnow, visit.duty != .workshopLead else { return [] }
    let known = facts.phasesKnown(by: visit.person)
    return known.isDisjoint(with: visit.host.phase.taught) ? [setting.charge] : []
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.hostedReviews(of: facts).flatMap { group, host, review -> [Finding] in
      let setting = governed.setting(schools: [host.id])
      guard let want = setting.want else { return [] }
      let known = plan.members(of: review, inGroup: group, facts: facts)
        .map { facts.phasesKnown(by: $0.person) }
      let knowing = known.filter { !$0.isDisjoint(with: host.phase.taught) }.count
      switch want {
      case .oneKnows:
        guard knowing == 0 else { return [] }
        return [
          finding(
            setting.charge, group: group,
            "nobody on the team at \(host.name) knows its phase, \(host.phase.rawValue)")
        ]
      case .allKnow:
        return (knowing..<known.count).map { _ in
          finding(
            setting.charge, group: group,
            "a member of the team at \(host.name) does not know its phase, \(host.phase.rawValue)")
        }
      case .mix:
        let others = known.contains { !$0.isSubset(of: host.phase.taught) }
        return others
          ? []
          : [
            finding(
              setting.charge, group: group,
              "the team at \(host.name) brings no phase other than \(host.phase.rawValue)")
          ]
      }
    }
  }
}

extension PhaseRule: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.want != nil && setting.charge == .must
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(want: setting.want, charge: .minutes(60))
  }
}
