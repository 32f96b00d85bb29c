/// Declared conflicts of interest: this person is never on a team at that school.
public struct Conflict: VisitRule {
  /// The charge for each duty against a declared conflict; nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "conflict"
  public static let sentence =
    "A person with a declared conflict of interest with a school takes no duty there."
  public static let standard: Setting = .must

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.chargeOrOff(node, over: base)
  }

  public static func write(_ setting: Setting) -> String { setting?.text ?? "off" }

  public func isSilent(about facts: TrustFacts) -> Bool {
    setting == nil || facts.people.allSatisfy(\.conflicts.isEmpty)
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    guard let charge = setting, visit.person.conflicts.contains(visit.host.id) else { return [] }
    return [charge]
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    guard let charge = setting else { return [] }
    return plan.visits(of: facts)
      .filter { $0.visit.person.conflicts.contains($0.visit.host.id) }
      .map { planned in
        finding(
          charge, group: planned.group,
          "\(planned.visit.person.name) has a conflict of interest with \(planned.visit.host.name)")
      }
  }
}

extension Conflict: MoveRule {
  /// Nobody is seconded to a school they declared a conflict with.
  public func charges(for move: Move, of facts: SecondmentFacts) -> [MoveCharge] {
    guard let charge = setting, move.person.conflicts.contains(move.school.id) else { return [] }
    return [
      MoveCharge(
        charge, "\(move.person.name) has a conflict of interest with \(move.school.name)")
    ]
  }
}

extension Conflict: CoachingPairRule {
  /// Nobody coaches, or is coached by, somebody of a school they declared a conflict with.
  public func charges(for match: CoachingMatch, of facts: CoachingFacts) -> [CoachingCharge] {
    guard let charge = setting else { return [] }
    return [(match.coach, match.coachee), (match.coachee, match.coach)].compactMap { one, other in
      facts.trust.served(by: other).first { one.conflicts.contains($0) }.map {
        CoachingCharge(
          charge, "\(one.name) has a conflict of interest with \(facts.trust.name($0))")
      }
    }
  }
}
