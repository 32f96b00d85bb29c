import TrefoilModel

/// Writes alternatives as JSON, for programs that show them.
public enum AlternativesJSON {
  /// UTF-8, LF at the end of each line; rules in the order of the alphabet. Linear in the plans.
  public static func write(_ alternatives: Alternatives) -> [UInt8] {
    let facts = alternatives.facts
    return JSONWriter.bytes(
      .map([
        ("alternatives", .whole(1)), ("trust", .text(facts.scenario.trust)),
        ("term", .text(facts.scenario.term.name)),
        ("ofTermAlone", .truth(alternatives.termCount > 1)), ("count", .whole(alternatives.count)),
        ("differ", .whole(alternatives.difference)),
        ("exhausted", .truth(alternatives.isExhausted)),
        ("plans", .list(alternatives.found.map { value($0, alternatives) })),
        ("notes", .list(alternatives.notes.map { .text($0) })),
      ]))
  }

  private static func value(
    _ alternative: Alternatives.Alternative, _ alternatives: Alternatives
  ) -> JSONValue {
    let (plan, facts) = (alternative.plan, alternatives.facts)
    guard let term = plan.terms.first, let first = alternatives.found.first?.plan,
      let best = first.terms.first
    else { return .null }
    let (own, other) = (Assessment(of: term, facts: facts), Assessment(of: best, facts: facts))
    let keys = Set(own.costs.keys).union(other.costs.keys).sorted()
    let more = keys.map { ($0, (own.costs[$0] ?? 0) - (other.costs[$0] ?? 0)) }.filter { $0.1 != 0 }
    let figures = TermFigures(of: term, facts: facts)
    return .map([
      ("cost", .whole(plan.cost)), ("proven", .truth(alternative.isProven)),
      ("status", .text(plan.status.rawValue)), ("bound", .whole(plan.bound)),
      ("more", .whole(own.cost - other.cost)),
      ("moreByRule", .rowMap(more.map { ($0.0.rawValue, .whole($0.1)) })),
      ("costs", PlanJSON.value(own.costs)),
      ("schoolsInOtherGroups", .whole(term.schoolsInOtherGroups(than: best))),
      ("longestJourney", .whole(figures.longest)), ("repeats", .whole(figures.repeats)),
      ("term", PlanJSON.value(term)),
    ])
  }
}
