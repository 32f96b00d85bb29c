/// Over several terms duties are shared evenly: a champion who has had more than an even share so far
/// is asked again only at a charge.
public struct Balance: VisitRule {
  /// Minutes for each duty that the person has had beyond the even share; 0 is off.
  public typealias Setting = Int

  public static let key: RuleKey = "balance"
  public static let sentence =
    "In a plan of several terms, minutes for each duty of a champion, times the duties she has had "
    + "in the plan's earlier terms beyond an even share."
  public static let standard: Setting = 10
  public static let allowsPersonExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    // A hundred terms of a hundred duties at this price stay far inside 64 bits.
    node.isOff ? 0 : reader.whole(node, in: 0...1_000, what: "minutes") ?? base
  }

  public static func write(_ setting: Setting) -> String { setting == 0 ? "off" : "\(setting)" }

  public func isSilent(about facts: TrustFacts) -> Bool {
    facts.scenario.earlier.isEmpty
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    guard visit.duty != .reviewer else { return [] }
    let minutes =
      governed.setting(person: visit.person.id) * facts.dutiesBeyondShare(of: visit.person.id)
    return minutes > 0 ? [.minutes(minutes)] : []
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    guard !facts.scenario.earlier.isEmpty else { return [] }
    return plan.visits(of: facts).flatMap { planned in
      charges(for: planned.visit, of: facts).map { charge in
        let person = planned.visit.person
        let extra = facts.dutiesBeyondShare(of: person.id)
        return finding(
          charge, group: planned.group,
          "\(person.name) is asked again, at \(planned.visit.host.name), after \(extra) more "
            + "\(extra == 1 ? "duty" : "duties") than an even share of earlier terms")
      }
    }
  }
}
