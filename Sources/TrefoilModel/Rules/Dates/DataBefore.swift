/// The team has the host's data some days before the review.
public struct DataBefore: Rule {
  /// Calendar days.
  public typealias Setting = Int

  public static let key: RuleKey = "data-before"
  public static let sentence =
    "Calendar days before a review by which its data is with the team, on a day the host is open "
    + "in the term."
  public static let standard = 14
  public static let isAboutDates = true
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.whole(node, in: 0...120, what: "days") ?? base
  }

  public static func write(_ setting: Setting) -> String { "\(setting)" }

  /// The day by which the data is due for a review that begins on a day: the latest day, this
  /// many days or more before, on which the host is open; nil when the term has none.
  public func due(host: School, reviewBegins day: CalendarDay, facts: TrustFacts) -> CalendarDay? {
    guard let term = facts.scenario.term.dates else { return nil }
    var due = day - governed.setting(schools: [host.id])
    while due >= term.starts {
      if facts.isOpen(host, on: due) { return due }
      due = due - 1
    }
    return nil
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    return plan.hostedReviews(of: facts).compactMap { group, host, review in
      guard let begins = review.dates.first else { return nil }
      let days = governed.setting(schools: [host.id])
      guard let due = review.dataDue else {
        return finding(.must, group: group, "no day is set for the data of \(host.name)")
      }
      if begins - due < days {
        return finding(
          .must, group: group,
          "the data of \(host.name) is due \(begins - due) days before its review; at least \(days)"
        )
      }
      return facts.isOpen(host, on: due)
        ? nil
        : finding(.must, group: group, "\(host.name) is closed on \(due), when its data is due")
    }
  }
}

extension DataBefore: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting > 0 }
  public static func slack(of setting: Setting) -> Setting { 0 }

  /// A day less at a time.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    (0..<setting).reversed()
  }
}
