import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Several terms of more schools than are planned as one.
@Suite struct HorizonSizeTests {
  @Test func `too many schools are refused with the reason, and no cost`() async throws {
    let schools = (0...ReviewPlanner.mostSchools).map { number in
      School(
        id: SchoolID("s\(number)"), name: "School \(number)", phase: .primary,
        place: .grid(easting: 400_000 + 100 * (number % 50), northing: 400_000 + 2 * number))
    }
    let plan = try await HorizonPlanner(
      Scenario(trust: "T", term: Term(name: "Autumn 2026"), schools: schools), terms: 2,
      options: PlanningOptions(effort: Effort(level: 1))
    ).plan()
    #expect(plan.status == .unknown && plan.cost == nil && plan.bound == nil && plan.terms.isEmpty)
    #expect(plan.notes.first?.hasPrefix("More than 2500 schools take part in Autumn 2026") == true)
  }
}
