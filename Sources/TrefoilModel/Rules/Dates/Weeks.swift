/// Days and weeks that are better left alone.
public struct Weeks: Rule {
  public struct Setting: Sendable, Hashable {
    public var avoid: DaySet
    public var minutes: Int

    public init(avoid: DaySet, minutes: Int) {
      self.avoid = avoid
      self.minutes = minutes
    }
  }

  public static let key: RuleKey = "weeks"
  public static let sentence =
    "Days on which reviews and workshops are not liked, charged for each day in the calendar's own "
    + "figure: {avoid: [2026-11-30..2026-12-04], cost: 10}."
  public static let standard = Setting(avoid: DaySet(), minutes: 10)
  public static let isAboutDates = true
  public static let figure = Figure.calendar
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return Setting(avoid: DaySet(), minutes: base.minutes) }
    guard let fields = reader.fields(node, allowed: ["avoid", "cost"]) else { return base }
    var setting = base
    if let part = fields["avoid"] {
      setting.avoid = reader.dayRanges(part).map { DaySet($0) } ?? base.avoid
    }
    if let part = fields["cost"] { setting.minutes = reader.minutes(part) ?? base.minutes }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    if setting.avoid.isEmpty { return "off" }
    let days = setting.avoid.ranges.map(\.description).joined(separator: ", ")
    return "{avoid: [\(days)], cost: \(setting.minutes)}"
  }

  /// What one day of a review or a workshop at this host costs in the calendar's figure.
  public func minutes(on day: CalendarDay, at host: SchoolID) -> Int {
    let setting = governed.setting(schools: [host])
    return setting.avoid.contains(day) ? setting.minutes : 0
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.hostedReviews(of: facts).flatMap { group, host, review in
      (review.dates + (review.workshopDate.map { [$0] } ?? [])).compactMap { day in
        let setting = governed.setting(schools: [host.id])
        guard setting.minutes > 0, setting.avoid.contains(day) else { return nil }
        return finding(
          .minutes(setting.minutes), group: group, "\(day) at \(host.name) is a day to avoid")
      }
    }
  }
}
