import TrefoilModel

/// What differs between two scenarios; positions in files do not count.
enum SameScenario {
  static func differences(_ one: Scenario, _ other: Scenario) -> [String] {
    var differences: [String] = []
    func compare<Value: Equatable>(_ what: String, _ left: Value, _ right: Value) {
      if left != right { differences.append("\(what): \(left) is not \(right)") }
    }
    compare("trust", one.trust, other.trust)
    compare("term", one.term, other.term)
    compare("horizon", one.horizon, other.horizon)
    compare("later", one.later, other.later)
    compare("publishedLater", one.publishedLater, other.publishedLater)
    compare("schools", one.schools, other.schools)
    compare("people", one.people, other.people)
    compare("history", one.history, other.history)
    compare("travel", one.travel, other.travel)
    compare("published", one.published, other.published)
    compare("coaching", one.coaching, other.coaching)
    compare("trustees", one.trustees, other.trustees)
    compare("networks", one.networks, other.networks)
    compare("ledger", one.ledger.entries, other.ledger.entries)
    compare("namesPeople", one.namesPeople, other.namesPeople)
    for (left, right) in zip(one.rules.rules, other.rules.rules) {
      compare("rule", words(of: left), words(of: right))
    }
    return differences
  }

  private static func words<R: Rule>(of rule: R) -> [String] {
    [R.key.rawValue, R.write(rule.setting)]
      + rule.governed.exceptions.map { "\($0.subject) \(R.write($0.setting)) \($0.reason)" }
  }
}
