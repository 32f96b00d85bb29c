import TrefoilModel

/// Heads who by people.csv serve another school while nobody else is named to head theirs.
///
/// Of the secondments that are planned none is: candidates.csv has to name who acts for a head.
struct AbsentPrincipals {
  let scenario: Scenario

  /// A sentence for each, in the order of the file: the plan goes on counting on them.
  var sentences: [String] {
    let facts = TrustFacts(scenario.scenario(ofTerm: 0, after: []))
    return scenario.people.compactMap { person in
      guard let to = person.seconded, person.isPrincipal,
        let home = person.schools.first(where: {
          facts.participates($0) && facts.principal(of: $0)?.id == person.id
        })
      else { return nil }
      return
        "\(person.name) heads \(facts.name(home)) and is seconded to \(facts.name(to)), and no acting "
        + "head is named: \(person.name) is still planned to host and to review. Give whoever acts the "
        + "role of principal in people.csv in place of \(person.name)."
    }
  }
}
