/// Minutes of a journey beyond a threshold count several times: fairness to the worst-off.
public struct LongJourney: VisitRule {
  public struct Setting: Sendable, Hashable {
    /// Minutes one way from which a journey counts as long; nil when the rule is off.
    public var over: Int?
    /// How many times each minute beyond counts, at least 1.
    public var times: Int

    public init(over: Int?, times: Int) {
      self.over = over
      self.times = times
    }
  }

  public static let key: RuleKey = "long-journey"
  public static let sentence =
    "Minutes of a journey one way beyond a threshold count several times: {over: 45, times: 2}."
  public static let standard = Setting(over: nil, times: 2)
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
      setting.over = nil
    } else if node.scalar != nil {
      setting.over = reader.minutes(node) ?? base.over
    } else if let fields = reader.fields(node, allowed: ["over", "times"]) {
      if let part = fields["over"] { setting.over = reader.minutes(part) ?? base.over }
      if let part = fields["times"] {
        setting.times = reader.whole(part, in: 1...100, what: "times") ?? base.times
      }
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    guard let over = setting.over else { return "off" }
    return "{over: \(over), times: \(setting.times)}"
  }

  public func isSilent(about facts: TrustFacts) -> Bool {
    governed.all.allSatisfy { $0.over == nil }
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    let setting = governed.setting(
      person: visit.person.id, schools: [visit.from.id, visit.host.id])
    guard let over = setting.over else { return [] }
    let legs = [
      facts.minutes(from: visit.from, to: visit.host),
      facts.minutes(from: visit.host, to: visit.from),
    ]
    let beyond = legs.reduce(0) { $0 + max(0, $1 - over) }
    let extra = beyond * (setting.times - 1) * facts.days(of: visit.duty, at: visit.host)
    return extra > 0 ? [.minutes(extra)] : []
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.visits(of: facts).compactMap { planned in
      let visit = planned.visit
      let setting = governed.setting(
        person: visit.person.id, schools: [visit.from.id, visit.host.id])
      guard let over = setting.over else { return nil }
      let there = facts.minutes(from: visit.from, to: visit.host)
      let back = facts.minutes(from: visit.host, to: visit.from)
      let days = visit.duty == .workshopLead ? 1 : facts.reviewDays(at: visit.host)
      var extra = 0
      if there > over { extra += (there - over) * (setting.times - 1) }
      if back > over { extra += (back - over) * (setting.times - 1) }
      guard extra > 0 else { return nil }
      return finding(
        .minutes(extra * days), group: planned.group,
        "\(visit.person.name)'s journey to \(visit.host.name) is longer than \(over) minutes one way"
      )
    }
  }
}
