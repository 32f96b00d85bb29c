/// The longest journey one way that anyone should make for a visit.
public struct TravelLimit: VisitRule {
  public struct Setting: Sendable, Hashable {
    /// Minutes one way; nil for no limit.
    public var limit: Int?
    public var charge: Charge

    public init(limit: Int?, charge: Charge) {
      self.limit = limit
      self.charge = charge
    }
  }

  public static let key: RuleKey = "travel-limit"
  public static let sentence =
    "The longest journey one way, in minutes, there or back; a must, or a cost for each visit "
    + "beyond it: {limit: 60, cost: 30}."
  public static let standard = Setting(limit: nil, charge: .must)
  public static let allowsSchoolExceptions = true
  public static let allowsPersonExceptions = true

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

  public func isSilent(about facts: TrustFacts) -> Bool {
    governed.all.allSatisfy { $0.limit == nil }
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    let setting = governed.setting(
      person: visit.person.id, schools: [visit.from.id, visit.host.id])
    guard let limit = setting.limit else { return [] }
    let longest = max(
      facts.minutes(from: visit.from, to: visit.host),
      facts.minutes(from: visit.host, to: visit.from))
    return longest > limit ? [setting.charge] : []
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.visits(of: facts).compactMap { planned in
      let visit = planned.visit
      let setting = governed.setting(
        person: visit.person.id, schools: [visit.from.id, visit.host.id])
      let there = facts.minutes(from: visit.from, to: visit.host)
      let back = facts.minutes(from: visit.host, to: visit.from)
      guard let limit = setting.limit, there > limit || back > limit else { return nil }
      return finding(
        setting.charge, group: planned.group,
        "\(visit.person.name) travels \(max(there, back)) minutes one way to \(visit.host.name); "
          + "the limit is \(limit)")
    }
  }
}

extension TravelLimit: MustRule {
  public static let isNarrowedToPeople = false

  public static func forbids(_ setting: Setting) -> Bool {
    setting.limit != nil && setting.charge == .must
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(limit: setting.limit, charge: .minutes(60))
  }

  /// Limits that let one journey more pass, each as long as a journey of the trust.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    guard let limit = setting.limit else { return [] }
    var lengths: Set<Int> = []
    for host in facts.participants {
      for from in facts.scenario.schools where from.id != host.id {
        let longest = max(facts.minutes(from: from, to: host), facts.minutes(from: host, to: from))
        if longest > limit { lengths.insert(longest) }
      }
    }
    return lengths.sorted().map { Setting(limit: $0, charge: .must) }
  }
}
