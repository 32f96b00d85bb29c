import TrefoilModel

/// Every rule with its setting, and the exceptions granted, as `trefoil rules` prints them.
public struct RulesSummary {
  private let book: RuleBook
  private let facts: TrustFacts?

  /// The rules at their defaults.
  public init() {
    book = RuleBook()
    facts = nil
  }

  /// The rules of a scenario, its schools and people called by their names.
  public init(of facts: TrustFacts) {
    book = facts.scenario.rules
    self.facts = facts
  }

  /// A YAML `rules:` block with a comment of one sentence above each rule, and where there are
  /// exceptions an `overrides:` block with a comment in plain words above each.
  public var text: String {
    var lines = ["rules:"]
    for rule in book.rules { lines += Self.lines(of: rule) }
    let granted = book.rules.flatMap { exceptions(from: $0) }
    if !granted.isEmpty { lines += ["overrides:"] + granted }
    return lines.joined(separator: "\n") + "\n"
  }

  private func exceptions<R: Rule>(from rule: R) -> [String] {
    rule.governed.exceptions.flatMap { exception -> [String] in
      let (name, field) =
        switch exception.subject {
        case .school(let id):
          (facts?.name(id) ?? id.rawValue, "school: \(SettingText.scalar(id.rawValue))")
        case .person(let id):
          (facts?.name(id) ?? id.rawValue, "person: \(SettingText.scalar(id.rawValue))")
        }
      let value = R.write(exception.setting)
      let words =
        "For \(name) \(R.key) is \(value) in place of \(R.write(rule.setting)): \(exception.reason)"
      // A line end in a name or a reason would end the comment.
      let line = Excerpt.escaped(words.split(whereSeparator: \.isNewline).joined(separator: " "))
      return PlanSummary.wrapped(line, indent: "").map { "  #\($0.dropFirst())" } + [
        "  - {\(field), rule: \(R.key), value: \(value), "
          + "reason: \(SettingText.scalar(exception.reason))}"
      ]
    }
  }

  /// Rules that a scenario writes as lists of their own beside `rules`.
  private static let lists: [RuleKey: String] = [
    Apart.key: "apart", Together.key: "together", Pin.key: "pins", Forbid.key: "forbid",
  ]

  private static func lines<R: Rule>(of rule: R) -> [String] {
    var exceptions: [String] = []
    if R.allowsSchoolExceptions { exceptions.append("a school") }
    if R.allowsPersonExceptions { exceptions.append("a person") }
    let excepted =
      exceptions.isEmpty ? "" : " May be overridden for \(exceptions.joined(separator: " or "))."
    let comment = PlanSummary.wrapped(R.sentence + excepted, indent: "").map {
      "  #\($0.dropFirst())"
    }
    if let list = lists[R.key] {
      return comment + [
        "  # (beside rules, not under it)", "  # \(list): \(R.write(rule.setting))",
      ]
    }
    return comment + ["  \(R.key): \(R.write(rule.setting))"]
  }
}
