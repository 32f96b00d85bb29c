import TrefoilModel

/// `secondments.csv` of a plan: a row for each secondment, then one for each opening that is not
/// wholly filled.
enum SecondmentTable {
  /// `minutes` are all person-minutes that fall on the secondment alone. Linear in the plan.
  static func text(of plan: Plan, facts: TrustFacts) -> String {
    var table = CSVWriter(header: [
      "opening", "role", "to", "to-name", "person", "person-name", "from", "from-name", "days",
      "first-term", "terms", "covered-by", "minutes", "unfilled-days", "reasons", "remedies",
    ])
    let secondments = SecondmentFacts(facts)
    for secondment in plan.secondments {
      let role = secondments.opening(secondment.opening)?.role.rawValue ?? ""
      let minutes = secondment.costs.map { "\($0.values.reduce(0, +))" } ?? ""
      table.append([
        secondment.opening.rawValue, role, secondment.to.rawValue, facts.name(secondment.to),
        secondment.person.rawValue, facts.name(secondment.person), secondment.from.rawValue,
        facts.name(secondment.from), "\(secondment.days)", secondment.firstTerm,
        "\(secondment.terms)", secondment.coveredBy?.rawValue ?? "", minutes, "", "", "",
      ])
    }
    for unfilled in plan.unfilled {
      let opening = secondments.opening(unfilled.opening)
      table.append([
        unfilled.opening.rawValue, opening?.role.rawValue ?? "", opening?.school.rawValue ?? "",
        opening.map { facts.name($0.school) } ?? "", "", "", "", "", "",
        opening.map { secondments.termName($0.firstTerm) } ?? "",
        opening.map { "\($0.terms)" } ?? "", "", "", "\(unfilled.days)",
        unfilled.reasons.joined(separator: "; "), unfilled.remedies.joined(separator: "; "),
      ])
    }
    return table.text
  }
}
