import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// What happens to a trust overnight: somebody is away, a school is closed, somebody can do less.
public enum RandomTrouble {
  /// The trust with one to three troubles, each where it hurts the plan.
  public static func after(
    _ scenario: Scenario, published: TermPlan, seed: UInt64
  ) -> Scenario {
    var dice = SeededGenerator(seed: seed, stream: 0x7208)
    var people = scenario.people
    var schools = scenario.schools
    let reviews = published.groups.flatMap(\.reviews)
    for _ in 0..<dice.whole(in: 1...3) {
      let review = dice.pick(reviews)
      let day = dice.chance(0.6) ? review.dates.first : review.workshopDate
      guard let day else { continue }
      let days = DayRange(day - dice.whole(in: 0...1), day + dice.whole(in: 0...1))
      switch dice.below(6) {
      case 0:
        if let index = schools.firstIndex(where: { $0.id == review.host }) {
          schools[index] = schools[index].closed(on: days)
        }
      case 1:
        let id = dice.pick(review.team)
        if let index = people.firstIndex(where: { $0.id == id }) {
          people[index] = people[index].away(on: nil, capacity: dice.whole(in: 0...2))
        }
      default:
        let id = dice.pick(review.team + (review.workshopLead.map { [$0] } ?? []))
        if let index = people.firstIndex(where: { $0.id == id }) {
          people[index] = people[index].away(on: days, capacity: people[index].capacity)
        }
      }
    }
    return Scenario(
      trust: scenario.trust, term: scenario.term, schools: schools, people: people,
      history: scenario.history, travel: scenario.travel, rules: scenario.rules,
      published: scenario.published, earlier: scenario.earlier,
      namesPeople: scenario.namesPeople, ledger: scenario.ledger)
  }
}

extension Person {
  fileprivate func away(on days: DayRange?, capacity: Int?) -> Person {
    Person(
      id: id, name: name, schools: schools, roles: roles, phases: phases, capacity: capacity,
      unavailable: DaySet(unavailable.ranges + (days.map { [$0] } ?? [])),
      nonWorking: nonWorking, conflicts: conflicts, seconded: secondedTo.first)
  }
}

extension School {
  fileprivate func closed(on days: DayRange) -> School {
    School(
      id: id, name: name, phase: phase, place: place, hub: hub, standing: standing,
      strengths: strengths, needs: needs, size: size, closed: DaySet(closed.ranges + [days]),
      participates: participates, release: release)
  }
}
