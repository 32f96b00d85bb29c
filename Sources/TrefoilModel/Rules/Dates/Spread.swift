/// Reviews spread evenly over the weeks of the review window.
public struct Spread: Rule {
  /// Minutes for each review beyond a week's even share; 0 is off.
  public typealias Setting = Int

  public static let key: RuleKey = "spread"
  public static let sentence =
    "Minutes, in the calendar's own figure, for each review that begins in a week beyond that "
    + "week's even share (all reviews over all weeks of the window with a working day, rounded up)."
  public static let standard = 10
  public static let isAboutDates = true
  public static let figure = Figure.calendar

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.minutes(node) ?? base
  }

  public static func write(_ setting: Setting) -> String { setting == 0 ? "off" : "\(setting)" }

  /// A week's even share of so many reviews; nil in a term without a working day for reviews.
  public static func share(of reviews: Int, _ facts: TrustFacts) -> Int? {
    guard let term = facts.scenario.term.dates else { return nil }
    var weeks: Set<CalendarDay> = []
    var day = term.reviews.first
    while day <= term.reviews.last {
      if facts.isWorkingDay(day) { weeks.insert(day.weekStart) }
      day = day + 1
    }
    return weeks.isEmpty ? nil : (reviews + weeks.count - 1) / weeks.count
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    let reviews = plan.groups.flatMap(\.reviews).filter { !$0.dates.isEmpty }
    guard setting > 0, let share = Self.share(of: reviews.count, facts) else { return [] }
    var begun: [CalendarDay: Int] = [:]
    for review in reviews {
      if let first = review.dates.first { begun[first.weekStart, default: 0] += 1 }
    }
    return begun.keys.sorted().compactMap { week in
      let over = (begun[week] ?? 0) - share
      return over > 0
        ? finding(
          .minutes(over * setting),
          "\(share + over) reviews begin in the week of \(week); an even share is \(share)") : nil
    }
  }
}
