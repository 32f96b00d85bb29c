/// Who leads the improvement workshop after a review.
public struct WorkshopLead: Rule {
  public enum Origin: String, Sendable, CaseIterable {
    /// From a school that was not on the review team.
    case otherSchool = "other-school"
    /// Not on the review team, from whichever school but the host's.
    case offTeam = "off-team"
  }

  public struct Setting: Sendable, Hashable {
    public var from: Origin
    /// The charge for a workshop without a lead; nil when no workshops are planned.
    public var missing: Charge?

    public init(from: Origin, missing: Charge?) {
      self.from = from
      self.missing = missing
    }
  }

  public static let key: RuleKey = "workshop-lead"
  public static let sentence =
    "One champion leads each workshop, from a school that was not on the review team "
    + "(other-school; where three schools or fewer take part and no champion can be from another, "
    + "off-team holds) or just not on the team (off-team); a must, or a cost when nobody does: "
    + "{from: other-school, cost: 120}."
  public static let standard = Setting(from: .otherSchool, missing: .must)
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    let words = Origin.allCases.map(\.rawValue)
    if node.isOff {
      setting.missing = nil
    } else if node.scalar != nil {
      let word = reader.choice(node, of: words, what: "where the lead comes from")
      setting.from = word.flatMap(Origin.init(rawValue:)) ?? base.from
    } else if let fields = reader.fields(node, allowed: ["from", "must", "cost"]) {
      if let part = fields["from"] {
        let word = reader.choice(part, of: words, what: "where the lead comes from")
        setting.from = word.flatMap(Origin.init(rawValue:)) ?? base.from
      }
      setting.missing = reader.charge(in: fields, at: node) ?? base.missing
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    guard let missing = setting.missing else { return "off" }
    return "{from: \(setting.from.rawValue), \(missing.field)}"
  }

  /// The setting for one host, or nil when its review has no workshop.
  public func wanted(at host: SchoolID, facts: TrustFacts) -> Setting? {
    guard facts.asksForChampions else { return nil }
    var setting = governed.setting(schools: [host])
    guard setting.missing != nil else { return nil }
    if setting.from == .otherSchool, !canComeFromOtherSchool(at: host, facts: facts) {
      setting.from = .offTeam
    }
    return setting
  }

  /// Whether a champion of another school than the team's can lead at this host. O(champions^2)
  /// where three schools or fewer take part, so that all of them are in the team's group; with more
  /// there is always another school, and nobody is looked at.
  private func canComeFromOtherSchool(at host: SchoolID, facts: TrustFacts) -> Bool {
    let schools = facts.participants
    guard schools.count <= 3 else { return true }
    let reviewers = schools.filter { $0.id != host }
      .compactMap { facts.principal(of: $0.id)?.schools }.flatMap(\.self)
    let able = facts.champions.filter { !facts.served(by: $0).contains(host) }
    let champions = facts.scenario.rules[Champions.self]
    let isStrict = champions.governed.setting(schools: [host]).missing == .must
    let seats =
      isStrict ? champions.wanted(at: host, groupSize: schools.count, facts: facts) : 0
    return able.contains { lead in
      guard !lead.schools.contains(where: reviewers.contains) else { return false }
      let others = able.filter { other in
        other.id != lead.id && !other.schools.contains(where: lead.schools.contains)
      }
      return others.count >= seats
    }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.hostedReviews(of: facts).compactMap { group, host, review in
      guard let setting = wanted(at: host.id, facts: facts), let missing = setting.missing else {
        return review.workshopLead.map { _ in
          finding(
            .must, group: group, "no workshop is asked for at \(host.name), but one is planned")
        }
      }
      guard let id = review.workshopLead else {
        return finding(missing, group: group, "nobody leads the workshop at \(host.name)")
      }
      guard let lead = facts.person(id) else { return nil }
      if review.team.contains(id) {
        return finding(
          .must, group: group,
          "\(lead.name) leads the workshop at \(host.name) and was on its review team")
      }
      guard setting.from == .otherSchool else { return nil }
      let homes = plan.members(of: review, inGroup: group, facts: facts)
        .flatMap { $0.person.schools }
      guard lead.schools.contains(where: homes.contains) else { return nil }
      return finding(
        .must, group: group,
        "\(lead.name) leads the workshop at \(host.name) but comes from a school of its review team"
      )
    }
  }
}

extension WorkshopLead: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.missing != nil && (setting.missing == .must || setting.from == .otherSchool)
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(from: .offTeam, missing: setting.missing.map { $0 == .must ? .minutes(120) : $0 })
  }

  /// The lead may be from any school, and then there may be none.
  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    let anySchool = Setting(from: .offTeam, missing: setting.missing)
    return (setting == anySchool ? [] : [anySchool]) + [slack(of: setting)]
  }
}
