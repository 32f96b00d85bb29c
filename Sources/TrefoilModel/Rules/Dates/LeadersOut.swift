/// Not too many leaders out of one school on the same day.
public struct LeadersOut: Rule {
  /// The most people of one school out on one day; nil for no limit.
  public typealias Setting = Int?

  public static let key: RuleKey = "leaders-out"
  public static let sentence =
    "The most leaders of one school (each counted at the first of her schools) out on duties on "
    + "one day. Always a must."
  public static let standard: Setting = 2
  public static let isAboutDates = true
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    node.isOff ? nil : reader.whole(node, in: 0...100, what: "leaders") ?? base
  }

  public static func write(_ setting: Setting) -> String { setting.map(String.init) ?? "off" }

  public func limit(at school: SchoolID) -> Int? { governed.setting(schools: [school]) }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var out: [SchoolID: [CalendarDay: Set<PersonID>]] = [:]
    for planned in plan.visits(of: facts) {
      guard let home = planned.visit.person.schools.first else { continue }
      for day in planned.dates {
        out[home, default: [:]][day, default: []].insert(planned.visit.person.id)
      }
    }
    return facts.scenario.schools.flatMap { school -> [Finding] in
      guard let most = limit(at: school.id), let days = out[school.id] else { return [] }
      return days.keys.sorted().compactMap { day in
        let count = days[day]?.count ?? 0
        return count > most
          ? finding(
            .must, "\(count) leaders of \(school.name) are out on \(day); at most \(most) may be")
          : nil
      }
    }
  }
}

extension LeadersOut: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting != nil }
  public static func slack(of setting: Setting) -> Setting { nil }

  /// One leader more at a time, up to all that one school has.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    guard let setting else { return [] }
    let homes = Dictionary(grouping: facts.people.compactMap(\.schools.first)) { $0 }
    let most = homes.values.map(\.count).max() ?? 0
    return setting < most ? ((setting + 1)...most).map { $0 } : []
  }
}
