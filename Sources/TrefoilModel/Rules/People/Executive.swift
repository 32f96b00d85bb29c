/// Two schools headed by one principal are never in one group.
public struct Executive: PairRule {
  public enum Setting: Sendable, Hashable {
    case must
  }

  public static let key: RuleKey = "executive"
  public static let sentence =
    "Two schools headed by one principal are never in one group; always a must."
  public static let standard = Setting.must

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    if node.scalar?.lowercased() != "must" {
      reader.reject(
        node, "one principal cannot review a school of her own",
        remedy: "write must, or leave it out")
    }
    return .must
  }

  public static func write(_ setting: Setting) -> String { "must" }

  public func isSilent(about facts: TrustFacts) -> Bool {
    let heads = facts.scenario.schools.compactMap { facts.principal(of: $0.id)?.id }
    return Set(heads).count == heads.count
  }

  public func charges(between one: School, and other: School, of facts: TrustFacts) -> [Charge] {
    guard let principal = facts.principal(of: one.id) else { return [] }
    return facts.principal(of: other.id)?.id == principal.id ? [.must] : []
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    plan.schoolPairs(of: facts).compactMap { group, one, other in
      let heads = [one, other].compactMap { facts.principal(of: $0.id) }
      guard heads.count == 2, heads[0].id == heads[1].id else { return nil }
      return finding(
        .must, group: group, "\(heads[0].name) heads both \(one.name) and \(other.name)")
    }
  }
}
