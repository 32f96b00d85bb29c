import TrefoilModel

/// A trust of three primaries on a line, ten kilometres from one to the next, and a plan for it.
enum SamplePlan {
  static let (ash, beech, cedar) = (SchoolID("ash"), SchoolID("beech"), SchoolID("cedar"))

  static let scenario = Scenario(
    trust: "Trust \"A\" für alle",
    schools: [ash, beech, cedar].enumerated().map { index, id in
      School(
        id: id, name: id.rawValue.uppercased(), phase: .primary,
        place: .grid(easting: 400_000 + 10_000 * Double(index), northing: 400_000))
    })

  static let facts = TrustFacts(scenario)

  static func head(_ school: SchoolID) -> PersonID { TrustFacts.suppliedPrincipal(of: school) }

  static func review(_ host: SchoolID, by reviewers: [SchoolID]) -> Review {
    Review(host: host, reviewers: reviewers.map(head), champions: [], lead: head(reviewers[0]))
  }

  /// The only plan there is, at its cost: 4 journeys of 21 minutes and 2 of 36, there and back.
  static let plan = Plan(
    trust: scenario.trust, status: .optimal, cost: 312, bound: 312, seed: 7,
    terms: [
      TermPlan(
        term: "This term",
        groups: [
          Group(
            schools: [ash, beech, cedar],
            reviews: [
              review(ash, by: [beech, cedar]), review(beech, by: [ash, cedar]),
              review(cedar, by: [ash, beech]),
            ], costs: ["travel": 312])
        ], costs: ["travel": 312])
    ], notes: ["Principals are supplied."])

  /// A plan with everything in it that a plan may have; no scenario belongs to it.
  static let full: Plan = {
    var plan = reviewed
    plan.secondments = [
      Secondment(
        person: PersonID("p"), opening: OpeningID("o"), from: SchoolID("a"), to: SchoolID("z"),
        days: 2, firstTerm: "Autumn 2026", terms: 3, coveredBy: PersonID("q"),
        costs: ["commute": 900])
    ]
    plan.unfilled = [
      UnfilledOpening(opening: OpeningID("u"), days: 4, reasons: ["why"], remedies: ["what"])
    ]
    plan.secondmentCosts = ["commute": 900]
    plan.secondmentWorstOff = WorstOff(
      person: PersonID("p"), minutes: 120, isProven: true, isUnavoidable: true)
    plan.terms[0].worstOff = WorstOff(
      person: PersonID("q"), minutes: 212, isProven: true,
      relief: .init(price: 95, person: PersonID("r"), minutes: 180))
    plan.coaching = CoachingPlan(
      pairs: [
        CoachingPair(
          coach: PersonID("p"), coachee: PersonID("q"), topic: "maths",
          costs: ["coaching-travel": 120])
      ], uncoached: [UncoachedPerson(person: PersonID("r"), reasons: ["why"])],
      costs: ["coaching-travel": 120, "uncoached": 600], costOfStability: 30)
    plan.coaching?.worstOff = WorstOff(person: PersonID("p"), minutes: 40)
    plan.advocates = AdvocatePlan(
      pairs: [
        Advocacy(
          trustee: TrusteeID("t"), school: SchoolID("a"), costs: ["advocate-travel": 40])
      ], unchampioned: [UnchampionedSchool(school: SchoolID("z"), reasons: ["why"])],
      costs: ["advocate-travel": 40])
    plan.networks = [
      NetworkPlan(
        network: NetworkID("n"),
        groups: [
          NetworkGroup(
            venue: SchoolID("a"), schools: [SchoolID("a"), SchoolID("z")],
            costs: ["network-travel": 30])
        ], absent: [SchoolID("y")], longest: 15, costs: ["network-travel": 30])
    ]
    let written = Reason.Requirement(text: "travel-limit: 45", file: "scenario.yaml", line: 7)
    plan.reasons = [
      Reason(
        term: "Autumn 2026", requirements: [written, .init(text: "leaders-out: 2")],
        schools: [SchoolID("a")], people: [PersonID("p")], sentence: "why", isMinimal: true,
        remedies: [
          .init(
            text: "what", edit: "travel-limit: 62", file: "scenario.yaml", line: 7, suffices: true,
            isLeast: true),
          .init(text: "nothing", suffices: false),
        ], joint: .init(text: "what", edit: "travel-limit: 62", suffices: true))
    ]
    plan.broken = [
      BrokenRequirement(
        requirement: written, schools: [SchoolID("a")], people: [PersonID("p")],
        kept: "travel-limit: 62", sentence: "how")
    ]
    return plan
  }()

  private static let reviewed = Plan(
    trust: "T", status: .feasible, cost: 1200, bound: 1100, seed: .max,
    terms: [
      TermPlan(
        term: "Autumn 2026",
        groups: [
          Group(
            schools: [SchoolID("a"), SchoolID("b\n\\\"\u{1}é🙂\u{2028}")],
            reviews: [
              Review(
                host: SchoolID("a"), reviewers: [PersonID("p")],
                champions: [PersonID("q"), PersonID("r")], lead: PersonID("q"),
                workshopLead: PersonID("s"), dates: [day(21), day(22)], workshopDate: day(30),
                dataDue: day(7))
            ], costs: ["travel": 100, "hub": 30, "need": -1]),
          Group(schools: [], reviews: [], costs: nil),
        ], resting: [SchoolID("z")], costs: nil, calendar: ["spread": 10])
    ], notes: ["one", "two/three"])

  private static func day(_ day: Int) -> CalendarDay {
    CalendarDay(number: 20_696 + day)
  }
}
