import TrefoilModel

/// `coaching-pairs.csv` of a plan: a row for each coach and coachee, then one for everybody who asked
/// for a coach and has none.
enum CoachingPairTable {
  /// `minutes` are all person-minutes that fall on the pair alone. Linear in the plan.
  static func text(of plan: Plan, facts: TrustFacts) -> String {
    var table = CSVWriter(header: [
      "coachee", "coachee-name", "at", "at-name", "topic", "coach", "coach-name", "from",
      "from-name", "minutes", "reasons",
    ])
    func cells(_ person: PersonID) -> [String] {
      let school = facts.person(person)?.schools.first
      return [
        person.rawValue, facts.name(person), school?.rawValue ?? "",
        school.map { facts.name($0) } ?? "",
      ]
    }
    for pair in plan.coaching?.pairs ?? [] {
      let minutes = pair.costs.map { "\($0.values.reduce(0, +))" } ?? ""
      table.append(cells(pair.coachee) + [pair.topic] + cells(pair.coach) + [minutes, ""])
    }
    for uncoached in plan.coaching?.uncoached ?? [] {
      let reasons = uncoached.reasons.joined(separator: "; ")
      table.append(cells(uncoached.person) + ["", "", "", "", "", "", reasons])
    }
    return table.text
  }
}
