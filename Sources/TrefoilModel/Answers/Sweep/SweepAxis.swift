/// One rule that a sweep varies, or one part of its setting, with the values it takes.
public struct SweepAxis: Sendable {
  public struct Value: Sendable {
    /// As it was written.
    public let text: String
    /// What the rule reads.
    public let node: SettingNode

    public init(text: String, node: SettingNode) {
      self.text = text
      self.node = node
    }
  }

  /// As it was written: `rules.travel-limit`.
  public let name: String
  public let rule: RuleKey
  /// At least one.
  public let values: [Value]

  public init(name: String, rule: RuleKey, values: [Value]) {
    self.name = name
    self.rule = rule
    self.values = values
  }

  /// What is wrong with the values in this scenario. O(values).
  public func faults(against scenario: Scenario) -> [Fault] {
    values.flatMap { value -> [Fault] in
      var rules = scenario.rules
      let faults = rules.set(rule, from: value.node)
      if !faults.isEmpty { return faults }
      if rule == Rest.key, rules[Rest.self].setting.mode != .mayRest {
        return [
          value.node.fault(
            "rest: true and false are for one school", remedy: "write them as overrides")
        ]
      }
      if rule == Change.key, rules[Change.self].isOn, scenario.published == nil {
        return [
          value.node.fault(
            "the rule 'change' is set, and no published plan is named",
            remedy: "name it in scenario.yaml, 'published: plan.json'")
        ]
      }
      let varied = scenario.with(rules: rules)
      return rules.rules.filter { type(of: $0).key == rule }
        .flatMap { $0.faults(against: varied) }
    }
  }
}
