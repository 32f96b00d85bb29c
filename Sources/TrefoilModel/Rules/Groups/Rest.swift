/// Who sits a term out: by name, or because the numbers do not divide.
public struct Rest: Rule {
  public enum Mode: Sendable, Hashable {
    /// May be chosen to rest by `remainder: rest`.
    case mayRest
    /// Takes no part this term.
    case sitsOut
    /// May not be chosen.
    case neverRests
  }

  public struct Setting: Sendable, Hashable {
    /// The charge for resting again 1, 2, 3 ... terms after the last rest.
    public var again: [Charge]
    public var mode: Mode

    public init(again: [Charge], mode: Mode) {
      self.again = again
      self.mode = mode
    }
  }

  public static let key: RuleKey = "rest"
  public static let sentence =
    "With 'remainder: rest', a school that rested 1, 2, 3 ... terms ago rests again only at a "
    + "charge: a list of minutes or must. For one school: true sits this term out, false never "
    + "rests."
  public static let standard = Setting(
    again: [.must, .minutes(120), .minutes(60)], mode: .mayRest)
  public static let allowsSchoolExceptions = true

  public let governed: Governed<Setting>

  public init(_ governed: Governed<Setting>) {
    self.governed = governed
  }

  public static func read(
    _ node: SettingNode, over base: Setting, with reader: inout SettingReader
  ) -> Setting {
    switch node.scalar?.lowercased() {
    case "true", "yes", "on": return Setting(again: base.again, mode: .sitsOut)
    case "false", "no": return Setting(again: base.again, mode: .neverRests)
    default: return Setting(again: reader.chargesByTerm(node) ?? base.again, mode: base.mode)
    }
  }

  public static func write(_ setting: Setting) -> String {
    switch setting.mode {
    case .sitsOut: "true"
    case .neverRests: "false"
    case .mayRest:
      setting.again.isEmpty ? "off" : "[\(setting.again.map(\.text).joined(separator: ", "))]"
    }
  }

  public func sitsOut(_ school: SchoolID) -> Bool {
    governed.setting(schools: [school]).mode == .sitsOut
  }

  /// What it means that this school is chosen to rest.
  public func charges(forResting school: SchoolID, facts: TrustFacts) -> [Charge] {
    let setting = governed.setting(schools: [school])
    if setting.mode == .neverRests { return [.must] }
    return facts.rests(school).compactMap { termsAgo in
      termsAgo <= setting.again.count ? setting.again[termsAgo - 1] : nil
    }
  }

  public func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding] {
    var findings: [Finding] = []
    for school in plan.resting {
      let setting = governed.setting(schools: [school])
      if setting.mode == .neverRests {
        findings.append(finding(.must, "\(facts.name(school)) should never rest, and rests"))
        continue
      }
      for past in facts.scenario.history.terms where past.rested.contains(school) {
        guard past.termsAgo <= setting.again.count else { continue }
        findings.append(
          finding(
            setting.again[past.termsAgo - 1],
            "\(facts.name(school)) rests again; it rested in \(past.name)"))
      }
    }
    return findings
  }
}

extension Rest: MustRule {
  public static func forbids(_ setting: Setting) -> Bool {
    switch setting.mode {
    case .sitsOut: false
    case .neverRests: true
    case .mayRest: setting.again.contains(.must)
    }
  }

  public static func slack(of setting: Setting) -> Setting {
    Setting(
      again: setting.again.map { $0 == .must ? .minutes(240) : $0 },
      mode: setting.mode == .neverRests ? .mayRest : setting.mode)
  }
}
