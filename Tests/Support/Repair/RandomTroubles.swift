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
    var rules = scenario.rules
    var term = scenario.term
    let reviews = published.groups.flatMap(\.reviews)
    for _ in 0..<dice.whole(in: 1...3) {
      let review = dice.pick(reviews)
      let day = dice.chance(0.6) ? review.dates.first : review.workshopDate
      guard let day else { continue }
      let days = DayRange(day - dice.whole(in: 0...1), day + dice.whole(in: 0...1))
      switch dice.below(10) {
      case 0:
        if let index = schools.firstIndex(where: { $0.id == review.host }) {
          schools[index] = schools[index].with(
            closed: DaySet(schools[index].closed.ranges + [days]))
        }
      case 1:
        let id = dice.pick(review.team)
        if let index = people.firstIndex(where: { $0.id == id }) {
          people[index] = changed(people[index], capacity: dice.whole(in: 0...2))
        }
      case 2:
        let id = dice.pick(
          review.champions + (review.workshopLead.map { [$0] } ?? []) + [review.lead])
        people.removeAll { $0.id == id && !$0.roles.contains(.principal) }
      case 3: actingHead(in: &people, of: review.host, away: days)
      case 4:
        let champions = rules[Champions.self].setting
        if champions.number > 0 {
          rules = rules.with(
            Champions(.init(number: champions.number - 1, missing: champions.missing)))
        }
      case 5: term = closed(term, on: day)
      default:
        let id = dice.pick(review.team + (review.workshopLead.map { [$0] } ?? []))
        if let index = people.firstIndex(where: { $0.id == id }) {
          people[index] = changed(people[index], away: days, capacity: people[index].capacity)
        }
      }
    }
    return scenario.with(term: term, schools: schools, people: people, rules: rules)
  }

  /// The trust with a head who must not review another school of their group any more, so that the group
  /// cannot stay; perhaps somebody acts for a head as well, or is away.
  public static func split(
    _ scenario: Scenario, published: TermPlan, seed: UInt64
  ) -> Scenario {
    var dice = SeededGenerator(seed: seed, stream: 0x7209)
    var people = scenario.people
    let group = dice.pick(published.groups)
    let host = dice.pick(group.schools)
    let heads = group.schools.filter { $0 != host }
    let school = dice.pick(heads)
    if let index = people.firstIndex(where: {
      $0.roles.contains(.principal) && $0.schools.contains(school)
    }) {
      people[index] = people[index].with(
        capacity: people[index].capacity, unavailable: people[index].unavailable,
        nonWorking: people[index].nonWorking, conflicts: people[index].conflicts + [host])
    }
    let other = dice.pick(published.groups.flatMap(\.schools))
    if other != school, dice.chance(0.5), let day = scenario.term.dates?.starts {
      actingHead(in: &people, of: other, away: DayRange(day, day))
    }
    return scenario.with(people: people)
  }

  /// The trust with a school of it that takes no part any more.
  public static func loss(
    _ scenario: Scenario, published: TermPlan, seed: UInt64
  ) -> Scenario {
    var dice = SeededGenerator(seed: seed, stream: 0x720A)
    let school = dice.pick(published.groups.flatMap(\.schools))
    let term = scenario.term
    return scenario.with(
      term: Term(name: term.name, dates: term.dates, away: term.away + [school]))
  }

  /// All schools are closed on a day, for snow.
  private static func closed(_ term: Term, on day: CalendarDay) -> Term {
    guard let dates = term.dates else { return term }
    return Term(
      name: term.name,
      dates: TermDates(
        starts: dates.starts, ends: dates.ends,
        closed: DaySet(dates.closed.ranges + [DayRange(day, day)]), reviews: dates.reviews),
      away: term.away)
  }

  private static func changed(
    _ person: Person, away days: DayRange? = nil, capacity: Int?
  ) -> Person {
    person.with(
      capacity: capacity,
      unavailable: DaySet(person.unavailable.ranges + (days.map { [$0] } ?? [])),
      nonWorking: person.nonWorking, conflicts: person.conflicts)
  }

  /// The head of a school leaves, and somebody new stands in.
  private static func actingHead(
    in people: inout [Person], of school: SchoolID, away days: DayRange
  ) {
    let head = people.firstIndex { $0.roles.contains(.principal) && $0.schools == [school] }
    guard let head, !people.contains(where: { $0.id.rawValue == "acting-\(school)" }) else {
      return
    }
    people[head] = Person(
      id: PersonID("acting-\(school)"), name: "Acting head of \(school)", schools: [school],
      roles: [.principal], unavailable: DaySet([days]))
  }
}
