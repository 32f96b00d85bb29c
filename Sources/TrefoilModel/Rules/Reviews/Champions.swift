/// How many Improvement Champions join a review team.
public struct Champions: Rule {
  public struct Setting: Sendable, Hashable {
    /// Champions on each team of a group of three or more; a pair has one more.
    public var number: Int
    /// The charge for each seat that stays empty.
    public var missing: Charge

    public init(number: Int, missing: Charge) {
      self.number = number
      self.missing = missing
    }
  }

  public static let key: RuleKey = "champions"
  public static let sentence =
    "Improvement Champions on each review team, one more in a pair; a must, or a cost for each "
    + "empty seat: {number: 1, cost: 120}. Asked for only when people.csv names champions."
  public static let standard = Setting(number: 1, missing: .must)
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    var setting = base
    if node.isOff {
      setting.number = 0
    } else if node.scalar != nil {
      setting.number = reader.whole(node, in: 0...4, what: "champions") ?? base.number
    } else if let fields = reader.fields(node, allowed: ["number", "must", "cost"]) {
      if let part = fields["number"] {
        setting.number = reader.whole(part, in: 0...4, what: "number") ?? base.number
      }
      setting.missing = reader.charge(in: fields, at: node) ?? base.missing
    }
    return setting
  }

  public static func write(_ setting: Setting) -> String {
    "{number: \(setting.number), \(setting.missing.field)}"
  }

  /// Champions wanted on the team of this host in a group of this size.
  public func wanted(at host: SchoolID, groupSize: Int, facts: TrustFacts) -> Int {
    guard facts.asksForChampions else { return 0 }
    let number = governed.setting(schools: [host]).number
    return number == 0 ? 0 : number + (groupSize == 2 ? 1 : 0)
  }

  /// The reviews with fewer champions than are wanted there, and how many are missing.
  public func emptySeats(
    in plan: TermPlan, of facts: TrustFacts
  ) -> [(host: SchoolID, count: Int)] {
    plan.hostedReviews(of: facts).compactMap { group, host, review in
      let size = plan.groups[group].schools.count
      let missing = wanted(at: host.id, groupSize: size, facts: facts) - review.champions.count
      return missing > 0 ? (host.id, missing) : nil
    }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    guard facts.asksForChampions else { return [] }
    return plan.hostedReviews(of: facts).flatMap { group, host, review -> [Finding] in
      let setting = governed.setting(schools: [host.id])
      let size = plan.groups[group].schools.count
      let wanted = wanted(at: host.id, groupSize: size, facts: facts)
      let missing = wanted - review.champions.count
      guard missing >= 0 else {
        return [
          finding(
            .must, group: group,
            "\(review.champions.count) champions are on the team at \(host.name); it has \(wanted)")
        ]
      }
      return (0..<missing).map { _ in
        finding(
          setting.missing, group: group, "a champion is missing on the team at \(host.name)")
      }
    }
  }
}

extension Champions: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    setting.number > 0 && setting.missing == .must
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(number: setting.number, missing: .minutes(120))
  }
}
