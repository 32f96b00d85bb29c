/// Schools and people that are kept apart: every two of a list.
public struct Apart: PairRule, VisitRule {
  public typealias Setting = [Wish]

  public static let key: RuleKey = "apart"
  public static let sentence =
    "Every two of a list are kept apart: two schools are not in one group, two people not on one "
    + "review team, a person takes no duty at a school."
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
    Wish.faults(in: setting, of: Self.key, against: scenario, people: true)
  }

  public func isSilent(about facts: TrustFacts) -> Bool {
    setting.isEmpty
  }

  public func charges(between one: School, and other: School, of facts: TrustFacts) -> [Charge] {
    setting.filter { wish in
      wish.members.contains(one.id.rawValue) && wish.members.contains(other.id.rawValue)
    }.map(\.charge)
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    setting.filter { wish in
      wish.members.contains(visit.host.id.rawValue)
        && wish.members.contains(visit.person.id.rawValue)
        && wish.people(of: facts).contains(visit.person.id)
    }.map(\.charge)
  }

  /// Every two people who should not be on one review team, with the charge.
  public func people(of facts: TrustFacts) -> [(one: PersonID, other: PersonID, charge: Charge)] {
    setting.flatMap { wish in
      wish.people(of: facts).pairs.map { ($0.0, $0.1, wish.charge) }
    }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    setting.flatMap { wish in
      findings(
        of: wish, schools: wish.schools(of: facts),
        people: wish.people(of: facts), in: plan, facts: facts)
    }
  }

  private func findings(
    of wish: Wish, schools: [SchoolID], people: [PersonID], in plan: TermPlan, facts: TrustFacts
  ) -> [Finding] {
    var findings: [Finding] = []
    for (index, group) in plan.groups.enumerated() {
      for (one, other) in group.schools.filter(schools.contains).pairs {
        findings.append(
          finding(
            wish.charge, group: index,
            "\(facts.name(one)) and \(facts.name(other)) should be kept apart"))
      }
      for review in group.reviews {
        for (one, other) in review.team.filter(people.contains).pairs {
          findings.append(
            finding(
              wish.charge, group: index,
              "\(facts.name(one)) and \(facts.name(other)) should not be on one team, at "
                + facts.name(review.host)))
        }
        guard schools.contains(review.host) else { continue }
        let there = review.team + (review.workshopLead.map { [$0] } ?? [])
        for person in there.filter(people.contains) {
          findings.append(
            finding(
              wish.charge, group: index,
              "\(facts.name(person)) should be kept apart from \(facts.name(review.host))"))
        }
      }
    }
    return findings
  }
}
