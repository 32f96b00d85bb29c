/// Of the plans of least cost, the one in which whoever travels longest travels least.
///
/// It charges nothing and forbids nothing: it chooses among plans that cost the same, and has planners
/// say what it would cost that nobody travels so long (``WorstOff``).
public struct WorstOffRule: Rule {
  /// Whether the rule is on.
  public typealias Setting = Bool

  public static let key: RuleKey = "worst-off"
  public static let sentence =
    "Of all plans of least cost, the one in which whoever travels longest travels least; and what it "
    + "would cost in all that nobody travels so long. It charges nothing."
  public static let standard = false

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOn { return true }
    if node.isOff { return false }
    reader.reject(node, "this setting is not understood", remedy: "write on or off")
    return base
  }

  public static func write(_ setting: Setting) -> String { setting ? "on" : "off" }

  public func isSilent(about facts: TrustFacts) -> Bool { true }
  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] { [] }
}
