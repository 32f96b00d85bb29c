/// Trustees champion about as many schools each.
public struct AdvocateBalance: AdvocateRule {
  /// Nil when the rule is off.
  public typealias Setting = Charge?

  public static let key: RuleKey = "advocate-balance"
  public static let sentence =
    "No trustee champions two schools more than another who would take one more; a must, or a cost "
    + "for each school beyond that."
  public static let standard: Setting = .must

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    reader.chargeOrOff(node, over: base)
  }

  public static func write(_ setting: Setting) -> String {
    setting?.text ?? "off"
  }

  /// The fewest schools of a trustee who would take one more; nil where nobody would.
  public static func fewest(_ counts: [TrusteeID: Int], of trustees: [Trustee]) -> Int? {
    trustees.compactMap { trustee in
      let count = counts[trustee.id] ?? 0
      return trustee.most.map { count >= $0 } ?? false ? nil : count
    }.min()
  }

  public func findings(in pairs: [PlannedAdvocacy], of facts: AdvocateFacts) -> [Finding] {
    guard let charge = setting else { return [] }
    let counts = pairs.reduce(into: [TrusteeID: Int]()) { $0[$1.trustee.id, default: 0] += 1 }
    guard let fewest = Self.fewest(counts, of: facts.trustees) else { return [] }
    return facts.trustees.compactMap { trustee in
      let count = counts[trustee.id] ?? 0
      let beyond = count - fewest - 1
      if beyond <= 0 { return nil }
      let whole: Charge =
        if case .minutes(let minutes) = charge { .minutes(beyond * minutes) } else { .must }
      return finding(
        whole,
        "\(trustee.name) champions \(count) schools, while another trustee who would take more has "
          + "\(fewest)")
    }
  }
}
