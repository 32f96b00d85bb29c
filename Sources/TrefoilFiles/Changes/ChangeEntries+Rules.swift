import TrefoilModel

/// Reads changes of rules and wishes, their values as scenario.yaml has them.
extension ChangeEntries {
  mutating func setRule(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    guard let value = value(in: details) else { return nil }
    return .setRule(RuleKey(rawValue: details.object.shown), value)
  }

  mutating func override(_ details: ChangeDetails) -> ScenarioChange.Kind? {
    var reader = SettingReader(rule: "override")
    let fields = reader.fields(details.object, allowed: ["school", "person"])
    faults += reader.faults
    let value = value(in: details)
    if details.fields["rule"] == nil {
      faults.append(
        Fault(
          at: details.position, problem: "override: the rule is missing", remedy: "name the rule"))
    }
    guard let fields else { return nil }
    let subject: Subject
    switch (fields["school"]?.scalar, fields["person"]?.scalar) {
    case (let school?, nil): subject = .school(SchoolID(school))
    case (nil, let person?): subject = .person(PersonID(person))
    default:
      faults.append(
        details.object.fault(
          "override: an override is for one school or one person",
          remedy: "write {school: ash} or {person: kim}"))
      return nil
    }
    guard let rule = details.fields["rule"], let value else { return nil }
    return .override(subject, RuleKey(rawValue: rule.shown), value)
  }

  private mutating func value(in details: ChangeDetails) -> SettingNode? {
    if details.fields["value"] == nil {
      faults.append(
        Fault(
          at: details.position, problem: "\(details.word): the value is missing",
          remedy: "write 'value: ' and what scenario.yaml would have"))
    }
    return details.fields["value"]
  }

  mutating func groupsAndSeats(_ details: ChangeDetails) -> GroupsAndSeats? {
    var reader = SettingReader(rule: RuleKey(rawValue: details.word))
    let found = reader.groupsAndSeats(Self.list(of: details))
    faults += reader.faults
    return reader.faults.isEmpty ? found : nil
  }

  mutating func wish(_ details: ChangeDetails) -> Wish? {
    var reader = SettingReader(rule: RuleKey(rawValue: details.word))
    let found = reader.wishes(Self.list(of: details))
    faults += reader.faults
    return found?.first
  }

  /// The one wish as the list that scenario.yaml would have, with its cost.
  private static func list(of details: ChangeDetails) -> SettingNode {
    let price = ["must", "cost"].compactMap { key in
      details.fields[key].map {
        SettingNode.Entry(key: key, position: $0.position, value: $0)
      }
    }
    let position = details.position
    let wish =
      switch details.object.content {
      case .map(let entries): SettingNode(.map(entries + price), at: position)
      default:
        SettingNode(
          .map([.init(key: "members", position: position, value: details.object)] + price),
          at: position)
      }
    return SettingNode(.list([wish]), at: position)
  }
}
