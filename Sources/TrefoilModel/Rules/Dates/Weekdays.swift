/// Weekdays that are better left alone.
public struct Weekdays: Rule {
  public struct Setting: Sendable, Hashable {
    public var avoid: WeekdaySet
    public var minutes: Int

    public init(avoid: WeekdaySet, minutes: Int) {
      self.avoid = avoid
      self.minutes = minutes
    }
  }

  public static let key: RuleKey = "weekdays"
  public static let sentence =
    "Weekdays on which reviews and workshops are not liked, charged for each day in the calendar's "
    + "own figure: {avoid: [mon, fri], cost: 10}."
  public static let standard = Setting(avoid: [], minutes: 10)
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
    if node.isOff { return Setting(avoid: [], minutes: base.minutes) }
    guard let fields = reader.fields(node, allowed: ["avoid", "cost"]) else { return base }
    var setting = base
    if let part = fields["avoid"] {
      let names: [SettingNode] = if case .list(let list) = part.content { list } else { [part] }
      setting.avoid = []
      for name in names {
        guard let day = name.scalar.flatMap(Weekday.init(reading:)) else {
          reader.reject(name, "this is no weekday", remedy: "write mon, tue, wed, thu or fri")
          continue
        }
        setting.avoid.insert(WeekdaySet(day))
      }
    }
    if let part = fields["cost"] { setting.minutes = reader.minutes(part) ?? base.minutes }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    let days = Weekday.allCases.filter { setting.avoid.contains($0) }.map { $0.rawValue.prefix(3) }
    return days.isEmpty
      ? "off" : "{avoid: [\(days.joined(separator: ", "))], cost: \(setting.minutes)}"
  }

  /// What one day of a review or a workshop at this host costs in the calendar's figure.
  public func minutes(on day: CalendarDay, at host: SchoolID) -> Int {
    let setting = governed.setting(schools: [host])
    return setting.avoid.contains(day.weekday) ? setting.minutes : 0
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.hostedReviews(of: facts).flatMap { group, host, review in
      (review.dates + (review.workshopDate.map { [$0] } ?? [])).compactMap { day in
        let setting = governed.setting(schools: [host.id])
        guard setting.avoid.contains(day.weekday), setting.minutes > 0 else { return nil }
        return finding(
          .minutes(setting.minutes), group: group,
          "\(day), a date at \(host.name), is a \(day.weekday.rawValue)")
      }
    }
  }
}
