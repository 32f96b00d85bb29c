import TrefoilModel

/// Every rule with its setting, as `trefoil rules` prints them.
public struct RulesSummary {
  private let book: RuleBook

  public init(_ book: RuleBook = RuleBook()) {
    self.book = book
  }

  /// A YAML `rules:` block with a comment of one sentence above each rule.
  public var text: String {
    var lines = ["rules:"]
    for rule in book.rules { lines += Self.lines(of: rule) }
    return lines.joined(separator: "\n") + "\n"
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
