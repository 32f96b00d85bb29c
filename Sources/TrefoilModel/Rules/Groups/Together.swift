/// Schools that are kept together in one group.
public struct Together: GroupRule {
  public typealias Setting = [Wish]

  public static let key: RuleKey = "together"
  public static let sentence =
    "The schools of a list are in one group; with a cost, each two that are not are charged."
  public static let standard: Setting = []

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.wishes(node) ?? base
  }

  public static func write(_ setting: Setting) -> String {
    "[\(setting.map(\.text).joined(separator: ", "))]"
  }

  public func faults(against scenario: Scenario) -> [Fault] {
    Wish.faults(in: setting, of: Self.key, against: scenario, people: false)
  }

  public func terms(of facts: TrustFacts) -> [GroupTerm] {
    setting.flatMap { wish in
      wish.schools(of: facts).pairs.map { .together($0.0, $0.1, wish.charge) }
    }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var findings: [Finding] = []
    for wish in setting {
      for (one, other) in wish.schools(of: facts).pairs {
        let home = plan.groups.firstIndex { $0.schools.contains(one) }
        guard home == nil || !plan.groups[home ?? 0].schools.contains(other) else { continue }
        findings.append(
          finding(
            wish.charge, "\(facts.name(one)) and \(facts.name(other)) should be in one group"))
      }
    }
    return findings
  }
}
