/// The workshop follows the review within some days.
public struct WorkshopWithin: Rule {
  /// Calendar days.
  public typealias Setting = Int

  public static let key: RuleKey = "workshop-within"
  public static let sentence =
    "Calendar days after the last day of a review within which its workshop is held."
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
    reader.whole(node, in: 1...120, what: "days") ?? base
  }

  public static func write(_ setting: Setting) -> String { "\(setting)" }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    return plan.hostedReviews(of: facts).compactMap { group, host, review in
      guard review.workshopLead != nil else {
        return review.workshopDate.map {
          finding(.must, group: group, "a workshop on \($0) at \(host.name) has nobody to lead it")
        }
      }
      guard let day = review.workshopDate else {
        return finding(.must, group: group, "the workshop at \(host.name) has no day")
      }
      guard let ends = review.dates.last else { return nil }
      let most = governed.setting(schools: [host.id])
      if day <= ends {
        return finding(
          .must, group: group, "the workshop at \(host.name) is not after its review")
      }
      return day - ends <= most
        ? nil
        : finding(
          .must, group: group,
          "the workshop at \(host.name) is \(day - ends) days after its review; at most \(most)")
    }
  }
}

extension WorkshopWithin: MustRule {
  private static let most = 120

  public static func forbids(_ setting: Setting) -> Bool { setting < most }
  public static func slack(of setting: Setting) -> Setting { most }

  /// A day more at a time.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    setting < most ? Array((setting + 1)...most) : []
  }
}
