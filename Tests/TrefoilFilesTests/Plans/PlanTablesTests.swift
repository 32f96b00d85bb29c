import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Tables of a plan")
struct PlanTablesTests {
  @Test func `reviews`() {
    #expect(
      PlanTables.reviews(of: SamplePlan.plan, facts: SamplePlan.facts) == """
        term,group,host,host-name,reviewers,reviewer-names,champions,champion-names,lead,lead-name,\
        workshop-lead,workshop-lead-name,dates,workshop-date,data-due,travel-minutes
        This term,1,ash,ASH,beech-principal;cedar-principal,Principal of BEECH;Principal of CEDAR,\
        ,,beech-principal,Principal of BEECH,,,,,,114
        This term,1,beech,BEECH,ash-principal;cedar-principal,Principal of ASH;Principal of CEDAR,\
        ,,ash-principal,Principal of ASH,,,,,,84
        This term,1,cedar,CEDAR,ash-principal;beech-principal,Principal of ASH;Principal of BEECH,\
        ,,ash-principal,Principal of ASH,,,,,,114

        """)
  }

  @Test func `people, with and without duties`() throws {
    let schools = SamplePlan.scenario.schools
    let champion = Person(
      id: PersonID("kim"), name: "Kim, C", schools: [SamplePlan.beech], roles: [.champion])
    let idle = Person(
      id: PersonID("lee"), name: "Lee", schools: [SamplePlan.ash], roles: [.champion, .deputy])
    let deputy = Person(
      id: PersonID("mo"), name: "Mo", schools: [SamplePlan.ash], roles: [.deputy])
    let large = School(
      id: schools[0].id, name: schools[0].name, phase: .primary, place: schools[0].place,
      size: 900)
    let facts = TrustFacts(
      Scenario(
        trust: "T", schools: [large] + schools.dropFirst(), people: [champion, idle, deputy]))
    var plan = SamplePlan.plan
    plan.terms[0].groups[0].reviews[0].champions = [PersonID("kim")]
    plan.terms[0].groups[0].reviews[0].dates = [
      CalendarDay("2026-09-21"), CalendarDay("2026-09-22"),
    ]
    .compactMap(\.self)
    plan.terms[0].groups[0].reviews[2].workshopLead = PersonID("kim")
    plan.terms[0].groups[0].reviews[2].workshopDate = CalendarDay("2026-09-14")
    let rows = PlanTables.people(of: plan, facts: facts).split(separator: "\n")
    #expect(
      rows == [
        "term,id,name,school,reviews-as-principal,reviews-as-champion,workshops,visits,minutes,"
          + "days-out,dates",
        "This term,kim,\"Kim, C\",beech,0,1,1,2,126,3,2026-09-14;2026-09-21;2026-09-22",
        "This term,lee,Lee,ash,0,0,0,0,0,0,",
        "This term,ash-principal,Principal of ASH,ash,2,0,0,2,114,2,",
        "This term,beech-principal,Principal of BEECH,beech,2,0,0,2,126,3,2026-09-21;2026-09-22",
        "This term,cedar-principal,Principal of CEDAR,cedar,2,0,0,2,186,3,2026-09-21;2026-09-22",
      ])
  }

  @Test func `no plan, no rows`() {
    var plan = SamplePlan.plan
    plan.terms = []
    #expect(PlanTables.reviews(of: plan, facts: SamplePlan.facts).split(separator: "\n").count == 1)
    #expect(PlanTables.people(of: plan, facts: SamplePlan.facts).split(separator: "\n").count == 1)
  }
}
