import TrefoilModel

/// Reads `scenario.yaml`: the trust's name, the terms, the rules; overrides once the trust is known.
struct SettingsFile {
  static let name = "scenario.yaml"
  static let keys =
    ["trust", "term", "later", "horizon", "published", "rules", "overrides"] + ruleByKey.map(\.0)

  /// Keys beside `rules` that are rules themselves.
  static let ruleByKey: [(String, RuleKey)] = [
    ("together", Together.key), ("apart", Apart.key), ("pins", Pin.key), ("forbid", Forbid.key),
  ]

  private(set) var trust: String?
  private(set) var terms = TermsSetting()
  /// The rules as set, without overrides.
  private(set) var rules = RuleBook()
  private(set) var faults: [Fault] = []

  /// What names the published plan.
  private(set) var published: SettingNode?

  private var overrides: SettingNode?
  /// Where each rule was set.
  private var positions: [RuleKey: SourcePosition] = [:]
  /// Rules as they were written, and where.
  private(set) var written: [RuleKey: ScenarioSources.Entry] = [:]

  var hasOverrides: Bool { overrides != nil }

  /// The settings of a scenario without the file: all at their defaults.
  init() {}

  init(_ bytes: [UInt8], file: String) {
    let document = YAMLReader(bytes, file: file)
    faults = document.faults
    guard let root = document.root, !root.isEmpty else { return }
    guard case .map(let entries) = root.content else {
      faults.append(
        root.fault("the file must be a map", remedy: "write 'trust: ...', 'rules:' and so on"))
      return
    }
    for entry in entries { read(entry) }
    terms.finish()
    faults += terms.faults
  }

  /// The rules with the overrides granted; faults of the overrides. Call it once.
  func rules(
    schools: KnownSchools, people: Set<PersonID>?
  ) -> (rules: RuleBook, faults: [Fault], sources: ScenarioSources) {
    var reader = OverridesSetting(rules: rules, schools: schools, people: people)
    if let overrides { reader.read(overrides) }
    var sources = ScenarioSources()
    sources.rules = written
    sources.overrides = reader.written
    sources.terms = terms.positions
    return (reader.rules, reader.faults + unpublished(reader.rules), sources)
  }

  /// A rule that charges for differing from a plan, and no such plan.
  private func unpublished(_ rules: RuleBook) -> [Fault] {
    guard published == nil, rules[Change.self].isOn,
      let position = positions[Change.key] ?? overrides?.position
    else { return [] }
    return [Change.unpublished(at: position)]
  }

  private mutating func read(_ entry: SettingNode.Entry) {
    switch entry.key {
    case "trust": readTrust(entry.value)
    case "term": terms.readTerm(entry.value)
    case "later": terms.readLater(entry.value)
    case "horizon": terms.readHorizon(entry.value)
    case "rules": readRules(entry.value)
    case "published": if !entry.value.isEmpty { published = entry.value }
    case "overrides": overrides = entry.value
    default:
      if let key = Self.ruleByKey.first(where: { $0.0 == entry.key })?.1 {
        set(key, from: entry)
      } else {
        rejectKey(entry)
      }
    }
  }

  private mutating func readTrust(_ node: SettingNode) {
    guard let name = node.scalar.map({ ScenarioRow.trimmed($0) }), !name.isEmpty else {
      faults.append(
        node.fault("the trust's name must be a text", remedy: "write it, or take the key out"))
      return
    }
    trust = name
  }

  private mutating func readRules(_ node: SettingNode) {
    if node.isEmpty { return }
    guard case .map(let entries) = node.content else {
      faults.append(
        node.fault("the rules must be a map", remedy: "write a line 'travel-limit: 60' for each"))
      return
    }
    let keys = RuleCatalogue.all.map { $0.key.rawValue }
    for entry in entries {
      guard keys.contains(entry.key) else {
        faults.append(RuleCatalogue.unknown(entry.key, at: entry.position))
        continue
      }
      set(RuleKey(rawValue: entry.key), from: entry)
    }
  }

  private mutating func set(_ key: RuleKey, from entry: SettingNode.Entry) {
    if let first = positions[key] {
      faults.append(
        Fault(
          at: entry.position, problem: "the rule '\(key)' is set already, in line \(first.line)",
          found: entry.key, remedy: "keep one of the two"))
      return
    }
    positions[key] = entry.position
    written[key] = ScenarioSources.Entry(
      text: "\(entry.key): \(entry.value.written)", position: entry.position)
    faults += rules.set(key, from: entry.value)
  }

  private mutating func rejectKey(_ entry: SettingNode.Entry) {
    let isRule = RuleCatalogue.rule(named: entry.key) != nil
    let hint = Spelling.nearest(to: entry.key, among: Self.keys).map { "did you mean '\($0)'? " }
    faults.append(
      Fault(
        at: entry.position, problem: "there is no such key", found: entry.key,
        remedy: isRule
          ? "this is a rule: write it below 'rules:'"
          : "\(hint ?? "")the keys are \(Self.keys.joined(separator: ", "))"))
  }
}

extension SettingNode {
  /// Whether a key was written with nothing after it.
  var isEmpty: Bool { scalar.map { ["", "~", "null"].contains($0) } ?? false }
}
