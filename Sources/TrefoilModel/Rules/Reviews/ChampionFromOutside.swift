/// A champion whose home is not in the group costs a little more to ask.
public struct ChampionFromOutside: Rule {
  /// The charge for each champion from outside the group; nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "champion-from-outside"
  public static let sentence =
    "Minutes for each champion on a review team none of whose schools is in the group."
  public static let standard: Setting = .minutes(15)
  public static let allowsSchoolExceptions = true

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

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.hostedReviews(of: facts).flatMap { group, host, review -> [Finding] in
      guard let charge = governed.setting(schools: [host.id]) else { return [] }
      let schools = plan.groups[group].schools
      return review.champions.compactMap(facts.person)
        .filter { champion in !champion.schools.contains { schools.contains($0) } }
        .map { champion in
          finding(
            charge, group: group,
            "\(champion.name) comes to the review at \(host.name) from outside its group")
        }
    }
  }
}

extension ChampionFromOutside: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting == .must }

  public static func slack(of setting: Setting) -> Setting {
    .minutes(60)
  }
}
