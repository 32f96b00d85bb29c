import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Several terms of more schools than are planned as one.
@Suite struct HorizonSizeTests {
  @Test func `too many schools are refused with the reason, and no cost`() async throws {
    let place = Place.grid(easting: 400_000, northing: 400_000)
    let schools = (0...ReviewPlanner.mostSchools).map { number -> School in
      School(id: SchoolID("s\(number)"), name: "School \(number)", phase: .primary, place: place)
    }
    let scenario = Scenario(trust: "T", term: Term(name: "Autumn 2026"), schools: schools)
    let options = PlanningOptions(effort: Effort(level: 1))
    let plan = try await HorizonPlanner(scenario, terms: 2, options: options).plan()
    #expect(plan.status == PlanStatus.unknown && plan.terms.isEmpty)
    #expect(plan.cost == nil && plan.bound == nil)
    #expect(plan.notes.first?.hasPrefix("More than 2500 schools take part in Autumn 2026") == true)
  }
}
