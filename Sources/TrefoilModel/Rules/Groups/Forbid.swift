/// Groups and seats that may not be.
public struct Forbid: GroupRule, VisitRule {
  public typealias Setting = GroupsAndSeats

  public static let key: RuleKey = "forbid"
  public static let sentence =
    "Groups that may not be exactly so, [cedar, dale, elm], and seats that may not be, "
    + "{review: ash, champion: kim}; with a cost, charged when they are."
  public static let standard = Setting()

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.groupsAndSeats(node) ?? base
  }

  public static func write(_ setting: Setting) -> String { setting.text }

  public func faults(against scenario: Scenario) -> [Fault] {
    setting.faults(of: Self.key, against: scenario)
  }

  public func terms(of facts: TrustFacts) -> [GroupTerm] {
    setting.groups.map { .never($0.schools(of: facts), $0.charge) }
  }

  public func isSilent(about facts: TrustFacts) -> Bool {
    setting.seats.isEmpty
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    setting.seats.filter { seat in
      seat.host == visit.host.id && seat.person == visit.person.id && seat.duty == visit.duty
    }.map(\.charge)
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var findings: [Finding] = []
    for (index, group) in plan.groups.enumerated() {
      let schools = Set(group.schools)
      for wish in setting.groups where Set(wish.schools(of: facts)) == schools {
        let names = group.schools.map { facts.name($0) }
        findings.append(
          finding(
            wish.charge, group: index, "\(names.joined(separator: ", ")) should not be one group"))
      }
      for review in group.reviews {
        for seat in setting.seats where seat.host == review.host && seat.holds(in: review) {
          findings.append(
            finding(
              seat.charge, group: index,
              "\(facts.name(seat.person)) should not be \(seat.duty.words) at "
                + facts.name(seat.host)))
        }
      }
    }
    return findings
  }
}
