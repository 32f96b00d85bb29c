/// Who asks for a coach and gets none.
public struct Uncoached: CoachingRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "uncoached"
  public static let sentence = "Minutes for each person who asks for a coach and gets none."
  public static let standard: Setting = 600

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.minutes(node) ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting == 0 ? "off" : "\(setting)"
  }

  /// Those who ask and get nobody, in the order of the scenario.
  static func people(without matches: [PlannedMatch], of facts: CoachingFacts) -> [PersonID] {
    let coached = Set(matches.map(\.match.coachee.id))
    return facts.coachees.map(\.person).filter { !coached.contains($0) }
  }

  public func findings(in matches: [PlannedMatch], of facts: CoachingFacts) -> [Finding] {
    if setting == 0 { return [] }
    return Self.people(without: matches, of: facts).map {
      finding(.minutes(setting), "\(facts.trust.name($0)) asks for a coach and gets none")
    }
  }
}
