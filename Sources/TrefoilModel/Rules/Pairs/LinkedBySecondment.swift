/// Schools linked by a secondment stay out of one group while it lasts.
public struct LinkedBySecondment: PairRule {
  /// The charge for each linked pair in one group; nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "linked-by-secondment"
  public static let sentence =
    "A school that has released someone and the school where that person now serves are not in "
    + "one group."
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
    setting == nil || facts.secondedPeople.isEmpty
  }

  public func charges(between one: School, and other: School, of facts: TrustFacts) -> [Charge] {
    guard let charge = setting else { return [] }
    let linked = facts.secondedPeople.contains { person in
      person.secondedTo.contains { host in
        (host == one.id && person.schools.contains(other.id))
          || (host == other.id && person.schools.contains(one.id))
      }
    }
    return linked ? [charge] : []
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    guard let charge = setting else { return [] }
    var findings: [Finding] = []
    for (index, group) in plan.groups.enumerated() {
      var found: Set<Set<SchoolID>> = []
      for person in facts.secondedPeople {
        for host in person.secondedTo where group.schools.contains(host) {
          for home in person.schools where home != host && group.schools.contains(home) {
            guard found.insert([home, host]).inserted else { continue }
            findings.append(
              finding(
                charge, group: index,
                "\(person.name) of \(facts.name(home)) is seconded to \(facts.name(host))"))
          }
        }
      }
    }
    return findings
  }
}

extension LinkedBySecondment: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting == .must }

  public static func slack(of setting: Setting) -> Setting {
    .minutes(120)
  }
}
