import TrefoilModel

/// Requirements as they were written: in what words, in which file and line.
struct RequirementWords {
  static let settings = "scenario.yaml"

  let scenario: Scenario
  let facts: TrustFacts
  /// The place of the term in the plan.
  let term: Int
  /// What the scenario has beside what is written, since it is asked about.
  var asked: Set<Requirement> = []

  /// Requirements that stand in one place: a rule for several schools is one thing that was written.
  func groups(of requirements: [Requirement]) -> [[Requirement]] {
    var groups: [[Requirement]] = []
    for requirement in requirements {
      let place = groups.firstIndex { areOne($0[0], requirement) }
      if let place { groups[place].append(requirement) } else { groups.append([requirement]) }
    }
    return groups
  }

  private func areOne(_ one: Requirement, _ other: Requirement) -> Bool {
    guard case .rule(let key, _) = one, case .rule(key, _) = other else { return false }
    // A capacity is each person's own unless the rule gives a number for all.
    return key != Capacity.key || scenario.rules[Capacity.self].setting.duties != nil
  }

  func written(_ group: [Requirement]) -> Reason.Requirement {
    guard let first = group.first else { return Reason.Requirement(text: "") }
    switch first {
    case .rule(let key, let subject): return rule(key, subject)
    case .override(let key, let subject): return override(key, subject)
    case .wish(let key, let index):
      let wish = wish(key, index)
      return placed("\(Self.list(key)): \(wish.text)", wish.position)
    case .seat(let key, let index):
      let seat = seat(key, index)
      return placed("\(Self.list(key)): \(seat.text)", seat.position)
    case .conflict(let person, let school):
      return placed(
        "\(facts.name(person)) has a conflict of interest with \(facts.name(school))",
        scenario.sources.people[person])
    case .away(let person): return placed(away(person), scenario.sources.people[person])
    case .absence(let person):
      return placed("\(facts.name(person)) is away on some days", scenario.sources.people[person])
    case .closure(let school):
      return placed(
        "\(facts.name(school)) is closed on some days", scenario.sources.schools[school])
    case .closedTerm: return placed("closed days of \(facts.scenario.term.name)", termPosition)
    case .window:
      let window = facts.scenario.term.dates.map { $0.reviews.description } ?? ""
      return placed("reviews: \(window)", termPosition)
    case .remainder: return rule(Remainder.key, nil)
    }
  }

  /// That a person is away all the time, and whose school nobody heads then.
  func away(_ person: PersonID) -> String {
    let schools = facts.headed(by: person).map(\.name)
    let nobody = "and nobody acts as principal of \(schools.joined(separator: " and "))"
    return "\(facts.name(person)) is away all term" + (schools.isEmpty ? "" : ", \(nobody)")
  }

  /// Something about the term, where the term is described.
  func placedInTerm(_ text: String) -> Reason.Requirement { placed(text, termPosition) }

  private var termPosition: SourcePosition? {
    let terms = scenario.sources.terms
    return terms.indices.contains(term) ? terms[term] : nil
  }

  private func rule(_ key: RuleKey, _ subject: Subject?) -> Reason.Requirement {
    if key == Capacity.key, case .person(let id) = subject,
      scenario.rules[Capacity.self].setting.duties == nil
    {
      let duties = facts.person(id)?.capacity ?? 0
      return placed(
        "\(facts.name(id)) has capacity for \(duties) \(duties == 1 ? "duty" : "duties")",
        scenario.sources.people[id])
    }
    if let entry = scenario.sources.rules[key] { return placed(entry.text, entry.position) }
    let setting = scenario.rules.rules.first { type(of: $0).key == key }.map { Self.setting($0) }
    return Reason.Requirement(text: "\(key): \(setting ?? "")")
  }

  private func override(_ key: RuleKey, _ subject: Subject) -> Reason.Requirement {
    if let entry = scenario.sources.overrides[key]?[subject] {
      return placed(entry.text, entry.position)
    }
    let rule = scenario.rules.rules.first { type(of: $0).key == key }
    let setting = rule.flatMap { Self.exception($0, for: subject) } ?? ""
    return Reason.Requirement(text: exception(key, for: subject, setting))
  }

  /// An entry of `overrides`.
  func exception(_ key: RuleKey, for subject: Subject, _ value: String) -> String {
    let who =
      switch subject {
      case .school(let id): "school: \(SettingText.scalar(id.rawValue))"
      case .person(let id): "person: \(SettingText.scalar(id.rawValue))"
      }
    return "{\(who), rule: \(key), value: \(value), reason: ...}"
  }

  /// What to write where a rule was set, or among the rules where it was not: change files have its value apart.
  static func edit(_ source: Reason.Requirement, rule key: RuleKey, _ value: String) -> String {
    source.file == nil
      ? "rules: {\(key): \(value)}" : edit(source, value: value, otherwise: "\(key): \(value)")
  }

  /// What to write where an exception was granted: change files have its value apart.
  static func edit(_ source: Reason.Requirement, value: String, otherwise: String) -> String {
    source.file == nil || source.file == settings ? otherwise : "value: \(value)"
  }

  func name(_ subject: Subject) -> String {
    switch subject {
    case .school(let id): facts.name(id)
    case .person(let id): facts.name(id)
    }
  }

  private static func setting<R: Rule>(_ rule: R) -> String { R.write(rule.setting) }

  private static func exception<R: Rule>(_ rule: R, for subject: Subject) -> String? {
    rule.governed.exceptions.last { $0.subject == subject }.map { R.write($0.setting) }
  }

  func wish(_ key: RuleKey, _ index: Int) -> Wish {
    let rules = scenario.rules
    return switch key {
    case Apart.key: rules[Apart.self].setting[index]
    case Together.key: rules[Together.self].setting[index]
    case Forbid.key: rules[Forbid.self].setting.groups[index]
    default: rules[Pin.self].setting.groups[index]
    }
  }

  func seat(_ key: RuleKey, _ index: Int) -> SeatWish {
    key == Forbid.key
      ? scenario.rules[Forbid.self].setting.seats[index]
      : scenario.rules[Pin.self].setting.seats[index]
  }

  /// What the key of the list is in scenario.yaml.
  private static func list(_ key: RuleKey) -> String {
    key == Pin.key ? "pins" : key.rawValue
  }

  func placed(_ text: String, _ position: SourcePosition?) -> Reason.Requirement {
    guard let position else { return Reason.Requirement(text: text) }
    let file = position.file.split { $0 == "/" || $0 == "\\" }.last.map { String($0) }
    return Reason.Requirement(text: text, file: file ?? position.file, line: position.line)
  }
}

extension TrustFacts {
  /// The schools of the term whose principal this is, in the order of the file.
  func headed(by person: PersonID) -> [School] {
    participants.filter { principal(of: $0.id)?.id == person }
  }
}
