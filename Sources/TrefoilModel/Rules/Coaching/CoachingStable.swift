/// Pairs that nobody would leave for one another.
public struct CoachingStable: CoachingRule {
  /// The charge for each coach and coachee who would both rather work together; nil when the rule is
  /// off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "coaching-stable"
  public static let sentence =
    "Each coach and coachee who may be a pair, are none, and would both rather be one than keep what "
    + "they get; a must, or a cost."
  public static let standard: Setting = nil

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.chargeOrOff(node, over: base)
  }

  public static func write(_ setting: Setting) -> String {
    setting?.text ?? "off"
  }

  public func findings(in matches: [PlannedMatch], of facts: CoachingFacts) -> [Finding] {
    guard let charge = setting else { return [] }
    return CoachingPreferences(facts).blocking(matches.map(\.match)).map { match in
      finding(
        charge,
        "\(match.coach.name) and \(match.coachee.name) would both rather work together than keep "
          + "what they get")
    }
  }
}
