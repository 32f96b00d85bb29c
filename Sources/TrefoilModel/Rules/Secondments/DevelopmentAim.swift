/// What candidates want to grow in.
public struct DevelopmentAim: SecondmentRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "development-aim"
  public static let sentence =
    "Minutes for each candidate with a development aim that no secondment of theirs serves: by its "
    + "role, its phase, or a strength of the school."
  public static let standard: Setting = 400

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

  /// Whether going there serves what the person wants to grow in.
  public static func serves(_ move: Move) -> Bool {
    guard let aim = move.candidate.aim?.lowercased() else { return false }
    return move.opening.role.rawValue == aim || move.opening.phase?.value.rawValue == aim
      || move.school.strengths.contains { $0.lowercased() == aim }
  }

  public func findings(in moves: [PlannedMove], of facts: SecondmentFacts) -> [Finding] {
    let served = Set(moves.filter { Self.serves($0.move) }.map(\.move.person.id))
    return facts.candidates.compactMap { candidate in
      guard let aim = candidate.aim, !served.contains(candidate.person) else { return nil }
      return finding(
        .minutes(setting),
        "no secondment serves \(facts.trust.name(candidate.person))'s aim, \(aim)")
    }
  }
}
