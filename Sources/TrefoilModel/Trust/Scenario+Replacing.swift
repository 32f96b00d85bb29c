extension Scenario {
  /// The same trust under other rules, with another plan published.
  public func replacing(rules: RuleBook, published: TermPlan?) -> Scenario {
    var copy = self
    copy.rules = rules
    copy.published = published
    return copy
  }
}
