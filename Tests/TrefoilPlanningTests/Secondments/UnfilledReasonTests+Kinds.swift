import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Which of several things in the way is named, and tried.
extension UnfilledReasonTests {
  @Test func `whom nobody comes for is told from a school to which nobody comes`() throws {
    // Bob comes to Ash, and one of the two of Ash may go for it.
    let cat = Person(
      id: PersonID("cat"), name: "Cat", schools: [Self.ids[0]], roles: [.deputy])
    let bob = Person(
      id: PersonID("bob"), name: "Bob", schools: [Self.ids[1]], roles: [.deputy])
    let scenario = trust(
      ash: Release(needsCover: true),
      opening: Opening(id: OpeningID("o"), school: Self.ids[2], role: .deputy, days: 4),
      more: [cat, bob],
      also: [Opening(id: OpeningID("ash"), school: Self.ids[0], role: .deputy, days: 2)],
      candidates: [cat, bob].map { Candidate(person: $0.id, days: 2) })
    #expect(
      try unfilled(scenario)?.reasons.contains(
        "Autumn 2026: 1 candidate may go only when someone comes, and nobody comes for them")
        == true)
  }

  @Test func `one thing that holds whatever is planned is tried beside what the plan makes so`()
    throws
  {
    // Ann is at Beech on both her days, and Cedar is further than she travels; it matters more.
    let scenario = trust(
      { Candidate(person: $0.person, days: 2, commuteLimit: 25) },
      also: [
        Opening(
          id: OpeningID("far"), school: Self.ids[2], role: .deputy, days: 2, priority: .high)
      ])
    let far = try unfilled(scenario)
    #expect(far?.opening == OpeningID("far"))
    #expect(
      far?.reasons == ["Autumn 2026: 1 candidate would travel further than their commute limit"])
    #expect(far?.remedies == ["Ann travels 36 minutes one way in place of 25"])
  }

  @Test
  func `who is there in one term and would save nothing in another is not kept by being there`()
    throws
  {
    // A term serves Ann's aim; a second is not worth the journey.
    let scenario = trust(
      {
        Candidate(person: $0.person, days: 1, aim: "deputy")
      },
      opening: Opening(
        id: OpeningID("o"), school: Self.ids[1], role: .deputy, days: 1, terms: 2, priority: .low),
      rules: RuleBook().with(Unfilled(Unfilled.Setting(high: 1, normal: 1, low: 400)))
        .with(DevelopmentAim(9_000)))
    #expect(
      try unfilled(scenario)?.reasons.map { String($0.drop { $0 != ":" }) } == [
        ": 1 candidate could come, but that would save nothing among secondments beside leaving the days open"
      ])
    // With no offer in the other term that is the reason, and not that Ann is there.
    let late = trust(
      { Candidate(person: $0.person, days: 1, until: 0) },
      opening: Opening(id: OpeningID("o"), school: Self.ids[1], role: .deputy, days: 1, terms: 2))
    #expect(
      try unfilled(late)?.reasons == ["Spring 2027: 1 candidate is not on offer in that term"])
    #expect(try unfilled(late)?.remedies == ["Ann is on offer in Spring 2027"])
  }

  @Test func `no remedy is named twice, and the musts of an opening come before the journey`()
    throws
  {
    let stay = Opening(
      id: OpeningID("o"), school: Self.ids[1], role: .deputy, days: 3, terms: 3)
    let bob = Person(
      id: PersonID("bob"), name: "Bob", schools: [Self.ids[2]], roles: [.deputy])
    let more = trust(
      { Candidate(person: $0.person, days: 2, until: 1) }, opening: stay, more: [bob],
      also: [
        Opening(
          id: OpeningID("cedar"), school: Self.ids[0], role: .deputy, days: 2, terms: 1,
          priority: .high)
      ], candidates: [Candidate(person: bob.id, days: 2)])
    for unfilled in try SecondmentPlanner(more).plan().unfilled {
      #expect(Set(unfilled.remedies).count == unfilled.remedies.count, "\(unfilled.remedies)")
    }
    let skilled = trust(
      { Candidate(person: $0.person, days: 2, commuteLimit: 5) },
      opening: Opening(
        id: OpeningID("o"), school: Self.ids[1], role: .deputy,
        skills: [Wanted("writing", isMust: true)], days: 2))
    #expect(
      try unfilled(skilled)?.reasons == [
        "Autumn 2026: 1 candidate lacks what is a must here: writing"
      ])
    // A wish by its mark, and a must by the rule.
    let ruled = trust(
      { Candidate(person: $0.person, days: 2) },
      opening: Opening(
        id: OpeningID("o"), school: Self.ids[1], role: .deputy, skills: [Wanted("writing")],
        days: 2))
    let must = ruled.with(rules: ruled.rules.with(SecondmentSkill(.must)))
    #expect(
      try unfilled(must)?.reasons == [
        "Autumn 2026: 1 candidate lacks what is a must here: writing"
      ])
  }

  @Test func `after a stop reasons are not looked for without end, and that is said`() throws {
    let stop = StopSignal()
    stop.send()
    let people = (0..<400).map {
      Person(
        id: PersonID("p\($0)"), name: "P \($0)", schools: [Self.ids[0]], roles: [.deputy])
    }
    let scenario = trust(
      more: people,
      also: (0..<300).map {
        Opening(id: OpeningID("o\($0)"), school: Self.ids[1], role: .deputy, days: 2)
      }, candidates: people.map { Candidate(person: $0.id, days: 2) })
    let outcome = try SecondmentPlanner(scenario).plan(stop: stop)
    #expect(outcome.unfilled.count == 301)
    #expect(outcome.unfilled.first?.reasons.count == 1)
    #expect(
      outcome.unfilled.last?.reasons == ["the search was stopped before it was looked at why"])
    #expect(
      outcome.notes.contains(
        "What would fill openings was not tried, since the search was stopped."))
  }
}
