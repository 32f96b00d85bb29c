/// What a day of cover for a leader is worth. It charges nothing: the ledger uses it.
public struct CoverRates: Rule {
  public struct Setting: Sendable, Hashable {
    /// Whole pounds a day.
    public var primary: Int
    public var secondary: Int
    public var special: Int

    public func pounds(at phase: Phase) -> Int {
      switch phase {
      case .nursery, .primary: primary
      case .middle, .secondary, .allThrough, .sixteenPlus: secondary
      case .special, .alternativeProvision: special
      }
    }
  }

  public static let key: RuleKey = "cover-rates"
  public static let sentence =
    "Pounds that a day of cover for a leader is worth, by phase; only `trefoil ledger` uses them."
  public static let standard = Setting(primary: 218, secondary: 291, special: 270)

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    guard let fields = reader.fields(node, allowed: ["primary", "secondary", "special"]) else {
      return base
    }
    func pounds(_ name: String, _ reader: inout SettingReader) -> Int? {
      fields[name].flatMap { reader.whole($0, in: 0...100_000, what: "pounds a day") }
    }
    setting.primary = pounds("primary", &reader) ?? base.primary
    setting.secondary = pounds("secondary", &reader) ?? base.secondary
    setting.special = pounds("special", &reader) ?? base.special
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    "{primary: \(setting.primary), secondary: \(setting.secondary), special: \(setting.special)}"
  }

  public func isSilent(about facts: TrustFacts) -> Bool { true }
  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] { [] }
}
