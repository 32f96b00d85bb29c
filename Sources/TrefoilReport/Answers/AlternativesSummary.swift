import TrefoilModel

/// Several plans to choose from, in plain text, each with what it gives up and gains.
public struct AlternativesSummary {
  private let alternatives: Alternatives
  private var facts: TrustFacts { alternatives.facts }

  public init(_ alternatives: Alternatives) {
    self.alternatives = alternatives
  }

  /// The whole text, ending in a line end.
  public var text: String {
    var lines =
      ["\(facts.scenario.trust) · \(facts.scenario.term.name)"]
      + PlanSummary.broken(head, width: 96)
    for index in alternatives.found.indices { lines += alternative(index) }
    if !alternatives.notes.isEmpty {
      lines += ["", "Notes"]
      lines += alternatives.notes.flatMap { PlanSummary.wrapped($0, indent: "  ") }
    }
    if alternatives.termCount > 1 {
      lines += ["", "These are plans of this term alone; later terms are not looked at."]
    }
    if !facts.scenario.openings.isEmpty {
      lines += [
        "", "This is about reviews, with the secondments that were planned for the best plan.",
      ]
    }
    return Wording.page(lines)
  }

  private var head: String {
    let found = alternatives.found.count
    if found == 0 {
      return alternatives.isExhausted
        ? "There is no plan that keeps every rule: this is proven." : "No plan was found."
    }
    let differ = Wording.count(alternatives.difference, "school", "schools")
    let plans =
      found == 1
      ? "1 plan" : "\(found) plans, every two of which have at least \(differ) in other groups"
    let rest =
      alternatives.isExhausted
      ? " There are no more that differ so much from these (proven)."
      : found < alternatives.count ? " The search for more ended early." : ""
    return "\(plans).\(rest)"
  }

  private func alternative(_ index: Int) -> [String] {
    let alternative = alternatives.found[index]
    guard let term = alternative.plan.terms.first, let best = alternatives.found[0].plan.terms.first
    else { return [] }
    let cost = Wording.grouped(alternative.plan.cost ?? 0)
    var lines = ["", "\(index + 1). \(cost) person-minutes (\(proof(alternative, index)))"]
    if index > 0 {
      let moved = Wording.count(term.schoolsInOtherGroups(than: best), "school", "schools")
      lines.append("   \(moved) in other groups than in plan 1")
      lines += balance(term, best)
    }
    lines += [figures(term)]
    for (number, group) in term.groups.enumerated() {
      let names = Wording.list(group.schools.map { facts.name($0) })
      lines += PlanSummary.broken("group \(number + 1): \(names)", width: 90).enumerated()
        .map { ($0 == 0 ? "   " : "      ") + $1 }
    }
    if !term.resting.isEmpty {
      lines.append("   resting: \(Wording.list(term.resting.map { facts.name($0) }))")
    }
    return lines
  }

  private func proof(_ alternative: Alternatives.Alternative, _ index: Int) -> String {
    if alternative.isProven {
      return index == 0 ? "proven: none costs less" : "proven: none that differs so much costs less"
    }
    return "it is not proven that none that differs so much costs less"
  }

  /// What it gives up against the best plan, and what it gains.
  private func balance(_ term: TermPlan, _ best: TermPlan) -> [String] {
    let (own, other) = (Assessment(of: term, facts: facts), Assessment(of: best, facts: facts))
    let rows = RuleCatalogue.all.compactMap { rule -> (String, Int)? in
      let more = (own.costs[rule.key] ?? 0) - (other.costs[rule.key] ?? 0)
      return more == 0 ? nil : (rule.key.rawValue, more)
    }
    let more = own.cost - other.cost
    func list(_ rows: [(String, Int)]) -> String {
      Wording.list(rows.map { "\(Wording.grouped(abs($0.1))) for \($0.0)" })
    }
    let gives = rows.filter { $0.1 > 0 }
    let gains = rows.filter { $0.1 < 0 }
    let head =
      more == 0
      ? "It costs the same." : "It costs \(Wording.count(more, "minute", "minutes")) more."
    let text =
      [head] + (gives.isEmpty ? [] : ["It gives up \(list(gives))."])
      + (gains.isEmpty ? [] : ["It gains \(list(gains))."])
    return PlanSummary.broken(text.joined(separator: " "), width: 92).map { "   \($0)" }
  }

  private func figures(_ term: TermPlan) -> String {
    let figures = TermFigures(of: term, facts: facts)
    let repeats = Wording.count(figures.repeats, "pair that met before", "pairs that met before")
    guard let visit = figures.longestVisit else { return "   \(repeats)" }
    return "   longest journey \(figures.longest) minutes one way (\(visit.person.name) to "
      + "\(visit.host.name)); \(repeats)"
  }
}
