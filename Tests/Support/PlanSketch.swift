import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Complete plans drawn at random: every school grouped as the remainder rule says, every seat
/// filled, whether the rules like it or not. For holding two ways of costing against each other.
public enum PlanSketch {
  /// A plan without dates, or nil where the remainder rule has no shape for so many schools.
  public static func plan(for facts: TrustFacts, seed: UInt64) -> TermPlan? {
    var dice = SeededGenerator(seed: seed, stream: 0x9A9E)
    let rules = facts.scenario.rules
    guard let shape = rules[Remainder.self].shape(of: facts.participants.count) else { return nil }
    var schools = dice.shuffled(facts.participants.map(\.id))
    let resting = Array(schools.suffix(shape.resting))
    schools.removeLast(shape.resting)
    var groups: [Group] = []
    for size in shape.groups.keys.sorted() {
      for _ in 0..<(shape.groups[size] ?? 0) {
        let members = Array(schools.prefix(size))
        schools.removeFirst(size)
        let visits = dice.pick(VisitPattern.all(groupOf: size))
        groups.append(group(members, visits: visits, facts: facts, using: &dice))
      }
    }
    return TermPlan(term: facts.scenario.term.name, groups: groups, resting: resting)
  }

  private static func group(
    _ schools: [SchoolID], visits: [[Int]], facts: TrustFacts,
    using dice: inout SeededGenerator
  ) -> Group {
    let reviews = schools.indices.map { place -> Review in
      let host = schools[place]
      let reviewers = visits[place].compactMap { facts.principal(of: schools[$0])?.id }
      let wanted = facts.scenario.rules[Champions.self]
        .wanted(at: host, groupSize: schools.count, facts: facts)
      var people = dice.shuffled(
        facts.champions.filter {
          !facts.served(by: $0).contains(host) && !reviewers.contains($0.id)
        }.map(\.id))
      let champions = Array(people.prefix(wanted))
      people.removeFirst(champions.count)
      let hasWorkshop =
        facts.scenario.rules[WorkshopLead.self].wanted(at: host, facts: facts) != nil
      return Review(
        host: host, reviewers: reviewers,
        seats: Seats(champions: champions, workshopLead: hasWorkshop ? people.first : nil))
    }
    return Group(schools: schools, reviews: reviews)
  }
}
