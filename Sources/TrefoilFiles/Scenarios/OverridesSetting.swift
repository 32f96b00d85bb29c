import TrefoilModel

/// Reads the key `overrides` of `scenario.yaml`: exceptions from a rule for one school or person.
struct OverridesSetting {
  private(set) var rules: RuleBook
  private(set) var faults: [Fault] = []
  /// What was granted, as it was written, and where.
  private(set) var written: [RuleKey: [Subject: ScenarioSources.Entry]] = [:]

  private var schools: KnownSchools
  /// Nil when the people could not be read: then every name passes.
  private let people: Set<PersonID>?
  private struct Grant: Hashable {
    let rule: RuleKey
    let subject: Subject
  }
  private var lines: [Grant: Int] = [:]

  init(rules: RuleBook, schools: KnownSchools, people: Set<PersonID>?) {
    self.rules = rules
    self.schools = schools
    self.people = people
  }

  mutating func read(_ node: SettingNode) {
    if node.isEmpty { return }
    guard case .list(let items) = node.content else {
      faults.append(
        node.fault(
          "the overrides must be a list",
          remedy: "write '- {school: ash, rule: travel-limit, value: 80, reason: ...}' for each"))
      return
    }
    for item in items { readOverride(item) }
  }

  private mutating func readOverride(_ node: SettingNode) {
    var reader = SettingReader(rule: "overrides")
    let parts = ["school", "person", "rule", "value", "reason"]
    let fields = reader.fields(node, allowed: parts)
    faults += reader.faults
    guard let fields else { return }
    let subject = subject(in: fields, at: node)
    let rule = rule(in: fields, at: node, for: subject)
    let reason = fields["reason"]?.scalar.map { ScenarioRow.trimmed($0) } ?? ""
    if reason.isEmpty { missing("reason", in: fields, at: node, remedy: "say why in a few words") }
    if fields["value"] == nil {
      missing("value", in: fields, at: node, remedy: "write the value that holds here instead")
    }
    guard let value = fields["value"], let rule, let subject else { return }
    let grant = Grant(rule: rule, subject: subject)
    if let line = lines[grant] {
      faults.append(
        Fault(
          at: node.position,
          problem: "this rule is overridden for the same one already, in line \(line)",
          found: rule.rawValue, remedy: "keep one of the two"))
      return
    }
    lines[grant] = node.position.line
    written[rule, default: [:]][subject] = ScenarioSources.Entry(
      text: node.written, position: node.position)
    faults += rules.grant(rule, to: subject, value: value, reason: reason)
  }

  private mutating func missing(
    _ part: String, in fields: [String: SettingNode], at node: SettingNode, remedy: String
  ) {
    let place = fields[part] ?? node
    faults.append(
      Fault(at: place.position, problem: "overrides: the \(part) is missing", remedy: remedy))
  }

  private mutating func subject(
    in fields: [String: SettingNode], at node: SettingNode
  ) -> Subject? {
    switch (fields["school"], fields["person"]) {
    case (nil, nil):
      missing("school", in: fields, at: node, remedy: "name one school or one person")
      return nil
    case (.some, let person?):
      faults.append(
        Fault(
          at: person.position, problem: "overrides: an override is for one school or one person",
          remedy: "write two overrides"))
      return nil
    case (let school?, nil):
      return schools.find(school.scalar ?? "", at: school.position, faults: &faults)
        .map { .school($0) }
    case (nil, let person?):
      return find(person).map { .person($0) }
    }
  }

  private mutating func find(_ node: SettingNode) -> PersonID? {
    let id = PersonID(node.scalar ?? "")
    guard let people, !people.contains(id) else { return id }
    let near = Spelling.nearest(to: id.rawValue, among: people.map(\.rawValue))
    faults.append(
      Fault(
        at: node.position, problem: "there is no such person", found: id.rawValue,
        remedy: "\(near.map { "did you mean '\(Excerpt.of($0))'? " } ?? "")write an id from "
          + "people.csv"))
    return nil
  }

  private mutating func rule(
    in fields: [String: SettingNode], at node: SettingNode, for subject: Subject?
  ) -> RuleKey? {
    guard let part = fields["rule"] else {
      missing("rule", in: fields, at: node, remedy: "name the rule")
      return nil
    }
    guard let name = part.scalar, let kind = RuleCatalogue.rule(named: name) else {
      faults.append(RuleCatalogue.unknown(part.shown, at: part.position))
      return nil
    }
    if let subject,
      let refusal = RuleCatalogue.refusal(of: kind, to: subject, at: part.position)
    {
      faults.append(refusal)
      return nil
    }
    return kind.key
  }
}
