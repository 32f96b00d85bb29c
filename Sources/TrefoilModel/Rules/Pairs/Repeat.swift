/// A new triad each round: schools that met lately should not meet again.
public struct Repeat: PairRule {
  /// The charge for a pair that met 1, 2, 3 ... terms ago; terms further back are free.
  public typealias Setting = [Charge]

  public static let key: RuleKey = "repeat"
  public static let sentence =
    "Two schools that were in one group 1, 2, 3 ... terms ago: a list, each a number of minutes "
    + "or must; or {must: true, within: 3}. Every earlier meeting counts."
  public static let standard: Setting = [.minutes(240), .minutes(120), .minutes(60)]
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.chargesByTerm(node) ?? base
  }

  public static func write(_ setting: Setting) -> String {
    setting.isEmpty ? "off" : "[\(setting.map(\.text).joined(separator: ", "))]"
  }

  public func isSilent(about facts: TrustFacts) -> Bool {
    facts.scenario.history.terms.isEmpty
  }

  public func charges(between one: School, and other: School, of facts: TrustFacts) -> [Charge] {
    let setting = governed.setting(schools: [one.id, other.id])
    return facts.meetings(one.id, other.id).compactMap { termsAgo in
      termsAgo <= setting.count ? setting[termsAgo - 1] : nil
    }
  }

  public func pairsConcerned(in facts: TrustFacts) -> [(SchoolID, SchoolID)]? {
    facts.pairsThatMet
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var findings: [Finding] = []
    var groupsOf: [SchoolID: [Int]] = [:]
    for (index, group) in plan.groups.enumerated() {
      for school in group.schools { groupsOf[school, default: []].append(index) }
    }
    for past in facts.scenario.history.terms {
      for met in past.groups {
        for index in Set(met.flatMap { groupsOf[$0] ?? [] }).sorted() {
          let again = met.filter { plan.groups[index].schools.contains($0) }
          for (one, other) in again.pairs {
            let setting = governed.setting(schools: [one, other])
            guard past.termsAgo <= setting.count else { continue }
            findings.append(
              finding(
                setting[past.termsAgo - 1], group: index,
                "\(facts.name(one)) and \(facts.name(other)) met in \(past.name)"))
          }
        }
      }
    }
    return findings
  }
}

extension Repeat: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting.contains(.must) }

  public static func slack(of setting: Setting) -> Setting {
    setting.map { $0 == .must ? .minutes(240) : $0 }
  }

  /// The musts become costs, the one of the longest ago first.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    setting.indices.filter { setting[$0] == .must }.reversed().map { first in
      setting.enumerated().map { $0 >= first && $1 == .must ? .minutes(240) : $1 }
    }
  }
}
