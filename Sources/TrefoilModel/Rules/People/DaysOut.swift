/// The most days in a term that one person, or the people of one school, are out on duties.
public struct DaysOut: Rule {
  public struct Setting: Sendable, Hashable {
    /// Days for one person; nil for no limit.
    public var person: Int?
    /// Person-days for all the people of one school; nil for no limit.
    public var school: Int?

    public init(person: Int?, school: Int?) {
      self.person = person
      self.school = school
    }
  }

  public static let key: RuleKey = "days-out"
  public static let sentence =
    "The most days out in a term, visits and workshops, of one person and of all the people of one "
    + "school together (each counted at the first of her schools): {person: 6, school: 10}. "
    + "Always a must."
  public static let standard = Setting(person: nil, school: nil)
  public static let allowsSchoolExceptions = true
  public static let allowsPersonExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return Setting(person: nil, school: nil) }
    var setting = base
    if node.scalar != nil {
      let days = reader.whole(node, in: 0...1000, what: "days")
      return Setting(person: days ?? base.person, school: days ?? base.school)
    }
    guard let fields = reader.fields(node, allowed: ["person", "school"]) else { return base }
    if let part = fields["person"] {
      setting.person = part.isOff ? nil : reader.whole(part, in: 0...1000, what: "person")
    }
    if let part = fields["school"] {
      setting.school = part.isOff ? nil : reader.whole(part, in: 0...1000, what: "school")
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    if setting.person == nil && setting.school == nil { return "off" }
    let person = setting.person.map(String.init) ?? "off"
    let school = setting.school.map(String.init) ?? "off"
    return "{person: \(person), school: \(school)}"
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var byPerson: [PersonID: Int] = [:]
    var bySchool: [SchoolID: Int] = [:]
    for planned in plan.visits(of: facts) {
      let visit = planned.visit
      let days = visit.duty == .workshopLead ? 1 : facts.reviewDays(at: visit.host)
      byPerson[visit.person.id, default: 0] += days
      if let home = visit.person.schools.first { bySchool[home, default: 0] += days }
    }
    let people = facts.people.compactMap { person -> Finding? in
      let days = byPerson[person.id] ?? 0
      guard let most = governed.setting(person: person.id).person, days > most else { return nil }
      return finding(.must, "\(person.name) is out on \(days) days; at most \(most) are allowed")
    }
    let schools = facts.scenario.schools.compactMap { school -> Finding? in
      let days = bySchool[school.id] ?? 0
      guard let most = governed.setting(schools: [school.id]).school, days > most else {
        return nil
      }
      return finding(
        .must, "the people of \(school.name) are out on \(days) days; at most \(most) are allowed")
    }
    return people + schools
  }
}

extension DaysOut: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.person != nil || setting.school != nil
  }

  public static func slack(of setting: Setting) -> Setting { Setting(person: nil, school: nil) }

  /// One day more at a time: for a person, for a school, and where it is for all and neither will do for
  /// both.
  public static func easings(
    of setting: Setting, for subject: Subject?, in facts: TrustFacts
  ) -> [[Setting]] {
    let most = mostDays(facts)
    func raised(_ parts: [WritableKeyPath<Setting, Int?>]) -> [Setting] {
      let start = parts.compactMap { setting[keyPath: $0] }.min() ?? most
      let steps = (0..<max(0, most - start)).map { step in
        eased(setting, parts) { $0 + step + 1 }
      }
      return steps + [eased(setting, parts) { _ in nil }]
    }
    switch subject {
    case .person: return [raised([\.person])]
    case .school: return [raised([\.school])]
    case nil:
      guard setting.person != nil else { return [raised([\.school])] }
      guard setting.school != nil else { return [raised([\.person])] }
      return [raised([\.person]), raised([\.school]), raised([\.person, \.school])]
    }
  }

  private static func eased(
    _ setting: Setting, _ parts: [WritableKeyPath<Setting, Int?>], _ ease: (Int) -> Int?
  ) -> Setting {
    parts.reduce(into: setting) { $0[keyPath: $1] = $0[keyPath: $1].flatMap(ease) }
  }

  /// More than anybody can be out.
  private static func mostDays(_ facts: TrustFacts) -> Int {
    let days = facts.participants.reduce(0) { $0 + facts.reviewDays(at: $1) + 1 }
    let (product, isTooLarge) = days.multipliedReportingOverflow(by: max(1, facts.people.count))
    return min(isTooLarge ? 1_000 : product, 1_000)
  }
}
