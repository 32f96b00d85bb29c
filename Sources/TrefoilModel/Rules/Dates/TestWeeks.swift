/// No visit in a school's test weeks.
public struct TestWeeks: Rule {
  public struct Setting: Sendable, Hashable {
    public var isOn: Bool
    /// Weeks given for a phase stand in for those of the national pattern.
    public var given: [Phase: [DayRange]]

    public init(isOn: Bool, given: [Phase: [DayRange]]) {
      self.isOn = isOn
      self.given = given
    }
  }

  public static let key: RuleKey = "test-weeks"
  public static let sentence =
    "No review and no workshop in a host's test weeks: nationally, for primary the week of the "
    + "second Monday in May and two weeks from the first Monday in June, for secondary the second "
    + "Monday in May to the fourth Friday in June; or {primary: [2027-05-10..2027-05-14]}."
  public static let standard = Setting(isOn: true, given: [:])
  public static let isAboutDates = true
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return Setting(isOn: false, given: [:]) }
    if node.isOn { return Setting(isOn: true, given: base.given) }
    var setting = Setting(isOn: true, given: base.given)
    let phases = Phase.allCases.map(\.rawValue)
    guard let fields = reader.fields(node, allowed: phases) else { return base }
    for phase in Phase.allCases {
      if let part = fields[phase.rawValue], let ranges = reader.dayRanges(part) {
        setting.given[phase] = ranges
      }
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    if !setting.isOn { return "off" }
    let parts = Phase.allCases.compactMap { phase in
      setting.given[phase].map { ranges in
        "\(phase.rawValue): [\(ranges.map(\.description).joined(separator: ", "))]"
      }
    }
    return parts.isEmpty ? "on" : "{\(parts.joined(separator: ", "))}"
  }

  /// Whether the host has tests on this day.
  public func hasTests(_ host: School, on day: CalendarDay) -> Bool {
    let setting = governed.setting(schools: [host.id])
    guard setting.isOn else { return false }
    if let ranges = setting.given[host.phase] { return ranges.contains { $0.contains(day) } }
    let year = day.parts.year
    return [Phase.primary, .secondary].contains { phase in
      let teaches = !host.phase.taught.isDisjoint(with: phase.taught)
      let weeks = setting.given[phase] ?? Self.nationalWeeks(of: phase, in: year)
      return teaches && weeks.contains { $0.contains(day) }
    }
  }

  /// The pattern of recent years: SATs in the week of the second Monday in May, phonics and tables
  /// checks in the two weeks from the first Monday in June, public examinations from the second
  /// Monday in May to the fourth Friday in June.
  static func nationalWeeks(of phase: Phase, in year: Int) -> [DayRange] {
    guard let may = CalendarDay(year: year, month: 5, day: 1),
      let june = CalendarDay(year: year, month: 6, day: 1)
    else { return [] }
    let secondMonday = may + (7 - may.weekday.index) % 7 + 7
    let firstMonday = june + (7 - june.weekday.index) % 7
    let firstFriday = june + (11 - june.weekday.index) % 7
    switch phase {
    case .primary:
      return [
        DayRange(secondMonday, secondMonday + 4), DayRange(firstMonday, firstMonday + 11),
      ]
    case .secondary: return [DayRange(secondMonday, firstFriday + 21)]
    default: return []
    }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.hostedReviews(of: facts).flatMap { group, host, review in
      (review.dates + (review.workshopDate.map { [$0] } ?? []))
        .filter { hasTests(host, on: $0) }
        .map { finding(.must, group: group, "\(host.name) has tests on \($0)") }
    }
  }
}

extension TestWeeks: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting.isOn }

  public static func slack(of setting: Setting) -> Setting {
    Setting(isOn: false, given: [:])
  }
}
