/// No review and no workshop on a bank holiday of England.
public struct BankHolidays: Rule {
  public enum Setting: String, Sendable, CaseIterable {
    case england, off
  }

  public static let key: RuleKey = "bank-holidays"
  public static let sentence =
    "Bank holidays of England are closed days everywhere; off when the term's closed days say all."
  public static let standard = Setting.england
  public static let isAboutDates = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return .off }
    let word = reader.choice(node, of: ["england", "off"], what: "the calendar of bank holidays")
    return word.flatMap(Setting.init(rawValue:)) ?? base
  }

  public static func write(_ setting: Setting) -> String { setting.rawValue }

  public func isClosed(_ day: CalendarDay) -> Bool {
    setting == .england && EnglishBankHolidays.contains(day)
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.hostedReviews(of: facts).flatMap { group, host, review in
      (review.dates + (review.workshopDate.map { [$0] } ?? []))
        .filter(isClosed)
        .map { finding(.must, group: group, "\($0), a date at \(host.name), is a bank holiday") }
    }
  }
}

extension BankHolidays: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting == .england }

  public static func slack(of setting: Setting) -> Setting {
    .off
  }
}
