import TrefoilModel

/// Writes `scenario.yaml`: the trust, the term, the rules that differ from their defaults, and the
/// overrides.
struct SettingsText {
  private(set) var text = ""

  init(_ scenario: Scenario) {
    line("trust: \(SettingText.scalar(scenario.trust))")
    write(scenario.term, indent: "  ", lead: "term:")
    if !scenario.later.isEmpty { line("later:") }
    for term in scenario.later { write(term, indent: "    ", lead: "  -") }
    if scenario.horizon != 1 + scenario.later.count { line("horizon: \(scenario.horizon)") }
    if scenario.published != nil { line("published: \(PublishedPlan.name)") }
    var below: [String] = []
    var overrides: [String] = []
    for rule in scenario.rules.rules {
      let (setting, granted) = Self.lines(of: rule)
      overrides += granted
      guard let setting else { continue }
      let key = type(of: rule).key
      if let name = SettingsFile.ruleByKey.first(where: { $0.1 == key })?.0 {
        line("\(name): \(setting)")
      } else {
        below.append("  \(key): \(setting)")
      }
    }
    block("rules", below)
    block("overrides", overrides)
  }

  private mutating func line(_ line: String) {
    text += line + "\n"
  }

  private mutating func block(_ key: String, _ lines: [String]) {
    if lines.isEmpty { return }
    line("\(key):")
    for one in lines { line(one) }
  }

  private mutating func write(_ term: Term, indent: String, lead: String) {
    line(lead)
    line("\(indent)name: \(SettingText.scalar(term.name))")
    if !term.away.isEmpty {
      let ids = term.away.map { SettingText.scalar($0.rawValue) }
      line("\(indent)away: [\(ids.joined(separator: ", "))]")
    }
    guard let dates = term.dates else { return }
    line("\(indent)starts: \(dates.starts)")
    line("\(indent)ends: \(dates.ends)")
    if !dates.closed.isEmpty {
      line("\(indent)closed: [\(ScenarioWriter.days(dates.closed).joined(separator: ", "))]")
    }
    line("\(indent)reviews: \(dates.reviews)")
  }

  /// The setting, or nil where it is the default; and a line for each override. Of two for one
  /// subject only the later counts, and only it is written.
  private static func lines<R: Rule>(of rule: R) -> (setting: String?, overrides: [String]) {
    let setting = R.write(rule.setting)
    var last: [Subject: Int] = [:]
    for (index, exception) in rule.governed.exceptions.enumerated() {
      last[exception.subject] = index
    }
    let overrides = rule.governed.exceptions.enumerated().compactMap { index, exception in
      last[exception.subject] == index ? line(of: exception, from: R.self) : nil
    }
    return (setting == R.write(R.standard) ? nil : setting, overrides)
  }

  private static func line<R: Rule>(
    of exception: Governed<R.Setting>.Exception, from rule: R.Type
  ) -> String {
    let subject =
      switch exception.subject {
      case .school(let id): "school: \(SettingText.scalar(id.rawValue))"
      case .person(let id): "person: \(SettingText.scalar(id.rawValue))"
      }
    return "  - {\(subject), rule: \(R.key), value: \(R.write(exception.setting)), "
      + "reason: \(SettingText.scalar(exception.reason))}"
  }
}
