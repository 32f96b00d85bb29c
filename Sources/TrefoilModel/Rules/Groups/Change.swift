/// Repair of a published plan: as few groups and duties change as can be.
///
/// Off where the scenario names no published plan. Days are not looked at: a review that keeps its
/// people and moves to another day has not changed.
public struct Change: GroupRule, VisitRule {
  public struct Setting: Sendable, Hashable {
    /// For each school whose published group is not kept; nil for nothing.
    public var school: Charge?
    /// For each duty that the person does not have in the published plan; nil for nothing.
    public var person: Charge?

    public init(school: Charge?, person: Charge?) {
      self.school = school
      self.person = person
    }
  }

  public static let key: RuleKey = "change"
  public static let sentence =
    "What differs from the published plan: charged for each school whose published group is not "
    + "kept, and for each duty that a person did not have in it: a cost or must for both, or "
    + "{school: 120, person: 30}. Days may change freely."
  public static let standard = Setting(school: nil, person: nil)
  public static let allowsSchoolExceptions = true
  public static let allowsPersonExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.isOff { return Setting(school: nil, person: nil) }
    if node.scalar != nil {
      let both = reader.charge(node)
      return Setting(school: both ?? base.school, person: both ?? base.person)
    }
    let parts = ["school", "person", "must", "cost"]
    guard let fields = reader.fields(node, allowed: parts) else { return base }
    var setting = base
    if let both = reader.charge(in: fields, at: node) {
      setting = Setting(school: both, person: both)
    }
    if let part = fields["school"] {
      setting.school = reader.chargeOrOff(part, over: base.school)
    }
    if let part = fields["person"] {
      setting.person = reader.chargeOrOff(part, over: base.person)
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    if setting.school == nil && setting.person == nil { return "off" }
    return "{school: \(setting.school?.text ?? "off"), person: \(setting.person?.text ?? "off")}"
  }

  /// The fault of setting the rule where no published plan is named.
  public static func unpublished(at position: SourcePosition) -> Fault {
    Fault(
      at: position, problem: "the rule 'change' is set, and no published plan is named",
      remedy: "name it beside the rules, 'published: plan.json', or take the rule out")
  }

  /// Whether the rule may charge anybody, of a scenario with a published plan.
  public var isOn: Bool {
    ([setting] + governed.exceptions.map(\.setting)).contains {
      $0.school != nil || $0.person != nil
    }
  }

  // MARK: Groups

  /// A published group as far as it can be kept.
  private struct Kept {
    /// Those of its schools that take part, two or more.
    let schools: [SchoolID]
    /// Whether nobody else may join them. Two who are left of more schools are seldom a group by
    /// themselves, and need only stay together.
    let isExact: Bool
    let charge: Charge
  }

  private func kept(of facts: TrustFacts) -> [Kept] {
    (facts.scenario.published?.groups ?? []).compactMap { group in
      let schools = group.schools.filter(facts.participates)
      guard schools.count >= 2, let charge = charge(for: schools) else { return nil }
      let isExact = schools.count > 2 || schools.count == group.schools.count
      return Kept(schools: schools, isExact: isExact, charge: charge)
    }
  }

  /// What it means that these schools lose their group; nil for nothing.
  private func charge(for schools: [SchoolID]) -> Charge? {
    var total = 0
    for school in schools {
      switch governed.setting(schools: [school]).school {
      case .must: return .must
      case .minutes(let minutes): total += minutes
      case nil: break
      }
    }
    return total == 0 ? nil : .minutes(total)
  }

  public func terms(of facts: TrustFacts) -> [GroupTerm] {
    kept(of: facts).map { wish in
      wish.isExact
        ? .exactly(wish.schools, wish.charge)
        : .together(wish.schools[0], wish.schools[1], wish.charge)
    }
  }

  // MARK: Duties

  public func isSilent(about facts: TrustFacts) -> Bool {
    facts.scenario.published == nil
  }

  public func charges(for visit: Visit, of facts: TrustFacts) -> [Charge] {
    guard facts.scenario.published != nil,
      let charge = governed.setting(person: visit.person.id).person,
      !facts.isPublished(visit.person.id, visit.duty, at: visit.host.id)
    else { return [] }
    return [charge]
  }

  // MARK: A finished plan

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    guard let published = facts.scenario.published else { return [] }
    return brokenGroups(in: plan, of: facts) + newDuties(in: plan, since: published, of: facts)
  }

  private func brokenGroups(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    let groups = plan.groups.map { Set($0.schools) }
    let exact = Set(groups)
    return kept(of: facts).filter { wish in
      let schools = Set(wish.schools)
      return wish.isExact
        ? !exact.contains(schools) : !groups.contains { $0.isSuperset(of: schools) }
    }.map { wish in
      let names = wish.schools.map { facts.name($0) }.joined(separator: ", ")
      return finding(wish.charge, "\(names) are not grouped as in the published plan")
    }
  }

  private func newDuties(
    in plan: TermPlan, since published: TermPlan, of facts: TrustFacts
  ) -> [Finding] {
    let reviews = Dictionary(grouping: published.groups.flatMap(\.reviews), by: \.host)
    return plan.visits(of: facts).compactMap { planned -> Finding? in
      let visit = planned.visit
      guard let charge = governed.setting(person: visit.person.id).person else { return nil }
      let isOld = (reviews[visit.host.id] ?? []).contains { review in
        switch visit.duty {
        case .reviewer: review.reviewers.contains(visit.person.id)
        case .champion: review.champions.contains(visit.person.id)
        case .workshopLead: review.workshopLead == visit.person.id
        }
      }
      if isOld { return nil }
      return finding(
        charge, group: planned.group,
        "\(visit.person.name) is \(visit.duty.words) at \(visit.host.name), unlike in the "
          + "published plan")
    }
  }
}

extension Change: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.school == .must || setting.person == .must
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(
      school: setting.school == .must ? .minutes(120) : setting.school,
      person: setting.person == .must ? .minutes(30) : setting.person)
  }
}
