import TrefoilModel

/// `championed-schools.csv` of a plan: a row for each school with its advocate, or why it has none.
enum ChampionedSchoolsTable {
  static let name = "championed-schools.csv"

  /// `minutes` are all person-minutes that fall on the pair alone. Linear in the plan.
  static func text(of plan: AdvocatePlan, facts: TrustFacts) -> String {
    let advocates = AdvocateFacts(facts)
    var table = CSVWriter(header: [
      "school", "school-name", "trustee", "trustee-name", "minutes", "reasons",
    ])
    for pair in plan.pairs {
      table.append([
        pair.school.rawValue, facts.name(pair.school), pair.trustee.rawValue,
        advocates.name(pair.trustee), pair.costs.map { "\($0.values.reduce(0, +))" } ?? "", "",
      ])
    }
    for open in plan.unchampioned {
      table.append([
        open.school.rawValue, facts.name(open.school), "", "", "",
        open.reasons.joined(separator: "; "),
      ])
    }
    return table.text
  }
}
