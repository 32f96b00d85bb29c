/// Strengths where they are needed: each need of a host should be met by a visiting school.
public struct Need: CoverRule {
  /// The charge for each need that is not met; nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "need"
  public static let sentence =
    "Minutes for each need of a host that is no strength of any school its review team comes from."
  public static let standard: Setting = .minutes(30)
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

  public func requirements(of host: School, facts: TrustFacts) -> [CoverRequirement] {
    guard let charge = governed.setting(schools: [host.id]) else { return [] }
    return Self.distinct(host.needs).map { need in
      CoverRequirement(charge: charge, topic: "need: \(need)") { _, from in
        from.strengths.contains { $0.lowercased() == need }
      }
    }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    Self.unmet(in: plan, of: facts).compactMap { group, host, need in
      governed.setting(schools: [host.id]).map { charge in
        finding(charge, group: group, "nobody visiting \(host.name) brings \(need), which it needs")
      }
    }
  }

  /// Every need of a host that nobody on its team brings, whether or not that costs anything.
  /// O(reviews).
  public static func unmet(
    in plan: TermPlan, of facts: TrustFacts
  ) -> [(group: Int, host: School, need: String)] {
    plan.hostedReviews(of: facts).flatMap { group, host, review in
      let strengths = plan.members(of: review, inGroup: group, facts: facts)
        .flatMap { $0.from.strengths.map { $0.lowercased() } }
      return distinct(host.needs).filter { !strengths.contains($0) }.map { (group, host, $0) }
    }
  }

  /// Needs in lower case, each once, in the order given.
  private static func distinct(_ needs: [String]) -> [String] {
    needs.reduce(into: []) { seen, need in
      let lower = need.lowercased()
      if !seen.contains(lower) { seen.append(lower) }
    }
  }
}

extension Need: MustRule {
  public static func forbids(_ setting: Setting) -> Bool { setting == .must }

  public static func slack(of setting: Setting) -> Setting {
    .minutes(60)
  }
}
