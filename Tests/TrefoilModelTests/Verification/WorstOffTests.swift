import Testing
import TrefoilModel

/// How long everybody travels, worked out by hand.
@Suite struct WorstOffTests {
  private func travel(_ trust: SmallTrust) -> TravelByPerson {
    TravelByPerson(of: trust.plan.terms[0], facts: trust.facts)
  }

  @Test func `reviews and workshops count alike, there and back`() {
    let travel = travel(SmallTrust())
    // a's champion is at d, 2 x 30, and leads at f, 2 x 50; e's principal is at d, 16 + 10, and f, 2 x 10.
    #expect(travel.minutes[.champion("a")] == 160)
    #expect(travel.minutes[TrustFacts.suppliedPrincipal(of: SchoolID("e"))] == 26 + 20)
    #expect(travel.worstOff == WorstOff(person: .champion("a"), minutes: 160))
    // The sum of all is what the rule `travel` charges.
    #expect(travel.minutes.values.reduce(0, +) == StatedPlan.west + StatedPlan.east)
  }

  @Test func `a review of two days is two journeys, its workshop one`() {
    var trust = SmallTrust()
    trust.traits["d"] = .init(size: 800)
    trust.traits["f"] = .init(size: 800)
    #expect(travel(trust).minutes[.champion("a")] == 2 * 60 + 100)
  }

  @Test func `of several the first by id is worst off`() {
    var plan = SmallTrust().plan
    // f's champion leads at a in place of e's, 2 x 50, and at b no more: 60 + 100, as a's.
    plan.terms[0].groups[0].reviews[0].workshopLead = .champion("f")
    plan.terms[0].groups[0].reviews[1].workshopLead = .champion("d")
    let travel = TravelByPerson(of: plan.terms[0], facts: SmallTrust().facts)
    #expect(travel.minutes[.champion("f")] == 160)
    #expect(travel.worstOff?.person == .champion("a"))
  }

  @Test func `what is stated holds where it is right, and proofs are not looked at`() {
    var plan = StatedPlan.plan
    plan.terms[0].worstOff = WorstOff(
      person: .champion("a"), minutes: 160, isProven: true,
      relief: .init(price: 1, person: .champion("b"), minutes: 150))
    #expect(Verification(of: plan, facts: SmallTrust().facts).holds)
  }

  @Test func `on secondment it is the fullest week of any term`() {
    let schools = ["ash", "beech", "cedar"].map {
      School(id: SchoolID($0), name: $0, phase: .primary)
    }
    func minutes(_ from: String, _ to: String) -> TravelTable.Journey {
      .init(from: SchoolID(from), to: SchoolID(to))
    }
    let facts = SecondmentFacts(
      TrustFacts(
        Scenario(
          trust: "T", term: Term(name: "Autumn 2026"), schools: schools,
          people: [
            Person(
              id: PersonID("ann"), name: "Ann", schools: [SchoolID("ash")], roles: [.deputy])
          ],
          travel: TravelTable(minutes: [
            minutes("ash", "beech"): 10, minutes("beech", "ash"): 12, minutes("ash", "cedar"): 30,
          ]),
          openings: ["beech", "cedar"].map {
            Opening(id: OpeningID($0), school: SchoolID($0), role: .deputy, days: 3, terms: 2)
          }, candidates: [Candidate(person: PersonID("ann"), days: 5)])))
    func goes(_ opening: String, days: Int, term: String, terms: Int) -> Secondment {
      Secondment(
        person: PersonID("ann"), opening: OpeningID(opening), from: SchoolID("ash"),
        to: SchoolID(opening), days: days, firstTerm: term, terms: terms)
    }
    let beech = goes("beech", days: 3, term: "Autumn 2026", terms: 2)
    let cedar = goes("cedar", days: 1, term: "Spring 2027", terms: 1)
    func longest(_ secondments: [Secondment]) -> Int? {
      TravelByPerson(of: secondments, facts: facts).worstOff?.minutes
    }
    #expect(longest([]) == nil)
    #expect(longest([beech]) == 3 * 22)
    #expect(longest([beech, cedar]) == 3 * 22 + 60)
    #expect(
      longest([goes("beech", days: 3, term: "Autumn 2026", terms: 1), cedar]) == 3 * 22)
  }
}
