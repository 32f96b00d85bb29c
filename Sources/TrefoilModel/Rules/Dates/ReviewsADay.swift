/// At most so many reviews on one day, when one person moderates them all.
public struct ReviewsADay: Rule {
  /// Nil for no limit.
  public typealias Setting = Int?

  public static let key: RuleKey = "reviews-a-day"
  public static let sentence =
    "The most reviews that run in the trust on one day, when someone moderates them all. "
    + "Always a must."
  public static let standard: Setting = nil
  public static let isAboutDates = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? nil : reader.whole(node, in: 1...10_000, what: "reviews") ?? base
  }

  public static func write(_ setting: Setting) -> String { setting.map(String.init) ?? "off" }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    guard let most = setting else { return [] }
    var running: [CalendarDay: Int] = [:]
    for day in plan.groups.flatMap(\.reviews).flatMap(\.dates) { running[day, default: 0] += 1 }
    return running.keys.sorted().compactMap { day in
      let count = running[day] ?? 0
      return count > most
        ? finding(.must, "\(count) reviews run on \(day); at most \(most) may") : nil
    }
  }
}

extension ReviewsADay: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting != nil }
  public static func slack(of setting: Setting) -> Setting { nil }

  /// One review more at a time.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    guard let setting else { return [] }
    let most = facts.participants.count
    return setting < most ? ((setting + 1)...most).map { $0 } : []
  }
}
