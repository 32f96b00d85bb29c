/// The rules of a scenario, one of each kind, each with its setting and its exceptions.
public struct RuleBook: Sendable {
  /// In the order of ``RuleCatalogue/all``.
  public private(set) var rules: [any Rule]

  /// Every rule at its default.
  public init() {
    rules = RuleCatalogue.all.map { $0.init() }
  }

  /// The rule of one kind. O(1).
  public subscript<R: Rule>(_ kind: R.Type) -> R {
    guard let position = Self.positions[ObjectIdentifier(kind)], let rule = rules[position] as? R
    else { return R() }
    return rule
  }

  private static let positions = Dictionary(
    RuleCatalogue.all.enumerated().map { (ObjectIdentifier($1), $0) }
  ) { first, _ in first }

  /// The same book with one rule put in place of the one of its kind.
  public func with(_ rule: any Rule) -> RuleBook {
    var copy = self
    if let index = rules.firstIndex(where: { type(of: $0).key == type(of: rule).key }) {
      copy.rules[index] = rule
    }
    return copy
  }

  /// Sets one rule from a file's node; the faults found.
  public mutating func set(_ key: RuleKey, from node: SettingNode) -> [Fault] {
    guard let index = rules.firstIndex(where: { type(of: $0).key == key }) else { return [] }
    let (rule, faults) = Self.setting(rules[index], from: node)
    rules[index] = rule
    if let rest = rule as? Rest, rest.setting.mode != .mayRest {
      return faults + [
        node.fault("rest: true and false are for one school", remedy: "write them as overrides")
      ]
    }
    return faults
  }

  /// Grants an exception from one rule; the faults found.
  public mutating func grant(
    _ key: RuleKey, to subject: Subject, value node: SettingNode, reason: String
  ) -> [Fault] {
    guard let index = rules.firstIndex(where: { type(of: $0).key == key }) else { return [] }
    let (rule, faults) = Self.granting(rules[index], to: subject, from: node, reason: reason)
    rules[index] = rule
    return faults
  }

  /// Takes back every exception granted to somebody.
  public mutating func revoke(_ subject: Subject) {
    for index in rules.indices { rules[index] = Self.revoking(rules[index], subject) }
  }

  /// Takes back the exception from one rule that was granted to somebody.
  public mutating func revoke(_ key: RuleKey, from subject: Subject) {
    guard let index = rules.firstIndex(where: { type(of: $0).key == key }) else { return }
    rules[index] = Self.revoking(rules[index], subject)
  }

  private static func revoking<R: Rule>(_ rule: R, _ subject: Subject) -> any Rule {
    R(rule.governed.without(subject))
  }

  private static func setting<R: Rule>(_ rule: R, from node: SettingNode) -> (any Rule, [Fault]) {
    var reader = SettingReader(rule: R.key)
    let setting = R.read(node, over: rule.setting, with: &reader)
    return (R(rule.governed.replacing(base: setting)), reader.faults)
  }

  private static func granting<R: Rule>(
    _ rule: R, to subject: Subject, from node: SettingNode, reason: String
  ) -> (any Rule, [Fault]) {
    var reader = SettingReader(rule: R.key)
    let setting = R.read(node, over: rule.setting, with: &reader)
    let exception = Governed.Exception(subject: subject, setting: setting, reason: reason)
    return (R(rule.governed.adding(exception)), reader.faults)
  }
}
