/// Every visit of every person costs the journey there and back, once for each of its days.
public struct Travel: VisitRule {
  /// The model of a journey for which the trust gives no time of its own.
  public struct Setting: Sendable, Hashable {
    /// Minutes that every journey takes whatever its length.
    public var overhead: Double
    /// Kilometres by road for one in a straight line.
    public var detour: Double
    /// Kilometres an hour.
    public var speed: Double

    public init(overhead: Double, detour: Double, speed: Double) {
      self.overhead = overhead
      self.detour = detour
      self.speed = speed
    }
  }

  public static let key: RuleKey = "travel"
  public static let sentence =
    "Every visit costs its minutes there and back; without a time in travel.csv a journey takes "
    + "overhead minutes plus its kilometres times detour at speed (km/h)."
  public static let standard = Setting(overhead: 5, detour: 1.3, speed: 50)

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    guard let fields = reader.fields(node, allowed: ["overhead", "detour", "speed"]) else {
      return base
    }
    var setting = base
    if let part = fields["overhead"],
      let value = reader.decimal(part, in: 0...240, what: "overhead minutes")
    {
      setting.overhead = value
    }
    if let part = fields["detour"], let value = reader.decimal(part, in: 1...5, what: "detour") {
      setting.detour = value
    }
    if let part = fields["speed"], let value = reader.decimal(part, in: 5...130, what: "speed") {
      setting.speed = value
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    "{overhead: \(shown(setting.overhead)), detour: \(shown(setting.detour)), "
      + "speed: \(shown(setting.speed))}"
  }

  private static func shown(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    let days = facts.days(of: visit.duty, at: visit.host)
    let there = facts.minutes(from: visit.from, to: visit.host)
    let back = facts.minutes(from: visit.host, to: visit.from)
    return [.minutes(Self.minutes(there: there, back: back, days: days))]
  }

  /// What a visit costs whose journey takes so many minutes there and back.
  public static func minutes(there: Int, back: Int, days: Int) -> Int { days * (there + back) }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.visits(of: facts).map { planned in
      let visit = planned.visit
      let days = visit.duty == .workshopLead ? 1 : facts.reviewDays(at: visit.host)
      let roundTrip =
        facts.minutes(from: visit.from, to: visit.host)
        + facts.minutes(from: visit.host, to: visit.from)
      let times = days == 1 ? "" : ", on \(days) days"
      return finding(
        .minutes(days * roundTrip), group: planned.group,
        "\(visit.person.name) travels \(roundTrip) minutes to \(visit.host.name) and back\(times)")
    }
  }
}
