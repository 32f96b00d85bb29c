import TrefoilModel

/// All complete plans of an outline, one by one: every pattern of visits, all seats in every way.
enum CompletePlans {
  /// Left out are only seats that can never be: a person who serves the host, or who leads the
  /// workshop of a review with her on the team.
  static func all(of outline: Outline, facts: TrustFacts) -> [TermPlan] {
    let groups = outline.groups.map { schools -> [Group] in
      VisitPattern.all(groupOf: schools.count).flatMap { pattern -> [Group] in
        let reviews = schools.indices.map { host -> [Review] in
          let reviewers = pattern[host].compactMap { facts.principal(of: schools[$0])?.id }
          return seats(at: schools[host], groupSize: schools.count, facts: facts)
            .filter { seats in !reviewers.contains { seats.champions.contains($0) } }
            .filter { seats in !reviewers.contains { seats.workshopLead == $0 } }
            .map { Review(host: schools[host], reviewers: reviewers, seats: $0) }
        }
        return Combinations.product(of: reviews).map { Group(schools: schools, reviews: $0) }
      }
    }
    return Combinations.product(of: groups).map { groups in
      TermPlan(term: facts.scenario.term.name, groups: groups, resting: outline.resting)
    }
  }

  private static func seats(
    at host: SchoolID, groupSize: Int, facts: TrustFacts
  ) -> [Seats] {
    let people = facts.champions.filter { !facts.served(by: $0).contains(host) }.map(\.id)
    let wanted = facts.scenario.rules[Champions.self]
      .wanted(at: host, groupSize: groupSize, facts: facts)
    return (0...wanted).flatMap { Combinations.choices(of: $0, from: people) }.flatMap { team in
      ([nil] + people.filter { !team.contains($0) }).map {
        Seats(champions: team, workshopLead: $0)
      }
    }
  }
}
