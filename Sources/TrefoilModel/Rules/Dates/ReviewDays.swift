/// How many whole days a review takes.
public struct ReviewDays: Rule {
  public struct Setting: Sendable, Hashable {
    public var usual: Int
    /// Days at a large school.
    public var large: Int
    /// Pupils from which a school is large; nil when size makes no difference.
    public var largeFrom: Int?

    public init(usual: Int, large: Int, largeFrom: Int?) {
      self.usual = usual
      self.large = large
      self.largeFrom = largeFrom
    }
  }

  public static let key: RuleKey = "review-days"
  public static let sentence =
    "Whole days that a review takes, usually and at a school with at least so many pupils: "
    + "{usual: 1, large: 2, large-from: 800}."
  public static let standard = Setting(usual: 1, large: 2, largeFrom: 800)
  public static let isAboutDates = true
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.scalar != nil {
      let days = reader.whole(node, in: 1...5, what: "days")
      return days.map { Setting(usual: $0, large: $0, largeFrom: nil) } ?? base
    }
    var setting = base
    guard let fields = reader.fields(node, allowed: ["usual", "large", "large-from"]) else {
      return base
    }
    if let part = fields["usual"] {
      setting.usual = reader.whole(part, in: 1...5, what: "usual days") ?? base.usual
    }
    if let part = fields["large"] {
      setting.large = reader.whole(part, in: 1...5, what: "days at a large school") ?? base.large
    }
    if let part = fields["large-from"] {
      setting.largeFrom =
        part.isOff ? nil : reader.whole(part, in: 1...100_000, what: "pupils") ?? base.largeFrom
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    guard let from = setting.largeFrom else { return "\(setting.usual)" }
    return "{usual: \(setting.usual), large: \(setting.large), large-from: \(from)}"
  }

  /// The days of a review at this school.
  public func days(at host: School) -> Int {
    let setting = governed.setting(schools: [host.id])
    guard let from = setting.largeFrom, let size = host.size else { return setting.usual }
    return size >= from ? setting.large : setting.usual
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    return plan.hostedReviews(of: facts).compactMap { group, host, review in
      let wanted = days(at: host)
      let dates = review.dates
      if dates.count != wanted {
        return finding(
          .must, group: group,
          "the review at \(host.name) has \(dates.count) days; it takes \(wanted)")
      }
      let consecutive = zip(dates, dates.dropFirst()).allSatisfy { $1 - $0 == 1 }
      return consecutive
        ? nil
        : finding(.must, group: group, "the days of the review at \(host.name) do not follow on")
    }
  }
}

extension ReviewDays: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.usual > 1 || (setting.large > 1 && setting.largeFrom != nil)
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(usual: 1, large: 1, largeFrom: nil)
  }

  /// A day less at a time, of the longer reviews first.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    let longest = max(setting.usual, setting.largeFrom == nil ? 1 : setting.large)
    return (1..<longest).reversed().map { most in
      Setting(
        usual: min(setting.usual, most), large: min(setting.large, most),
        largeFrom: setting.largeFrom)
    }
  }
}
