/// Who has given most in the past year costs more to ask again.
public struct Fairness: VisitRule {
  /// Person-minutes; 0 when the rule is off.
  public typealias Setting = Int

  public static let key: RuleKey = "fairness"
  public static let sentence =
    "Minutes for each duty, for each day that the person gave in the past year beyond an even share, "
    + "by the ledger."
  public static let standard = 0
  public static let mayForbid = false

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? 0 : reader.whole(node, in: 0...1_000, what: "minutes") ?? base
  }

  public static func write(_ setting: Setting) -> String { setting == 0 ? "off" : "\(setting)" }

  public func isSilent(about facts: TrustFacts) -> Bool {
    setting == 0 || facts.scenario.ledger.entries.isEmpty
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    let days = facts.daysGivenBeyondShare(by: visit.person.id)
    return setting == 0 || days == 0 ? [] : [.minutes(setting * days)]
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    if setting == 0 { return [] }
    return plan.visits(of: facts).compactMap { planned in
      let person = planned.visit.person
      let days = facts.daysGivenBeyondShare(by: person.id)
      if days == 0 { return nil }
      return finding(
        .minutes(setting * days), group: planned.group,
        "\(person.name) gave \(days) days beyond an even share in the past year")
    }
  }
}

extension Fairness: MoveRule {
  public func charges(for move: Move, of facts: SecondmentFacts) -> [MoveCharge] {
    let days = facts.trust.daysGivenBeyondShare(by: move.person.id)
    if setting == 0 || days == 0 { return [] }
    return [
      MoveCharge(
        .minutes(setting * days),
        "\(move.person.name) gave \(days) days beyond an even share in the past year")
    ]
  }
}

extension Fairness: CoachingPairRule {
  /// Charged for each coachee that the coach takes on.
  public func charges(for match: CoachingMatch, of facts: CoachingFacts) -> [CoachingCharge] {
    let days = facts.trust.daysGivenBeyondShare(by: match.coach.id)
    if setting == 0 || days == 0 { return [] }
    return [
      CoachingCharge(
        .minutes(setting * days),
        "\(match.coach.name) gave \(days) days beyond an even share in the past year")
    ]
  }
}
