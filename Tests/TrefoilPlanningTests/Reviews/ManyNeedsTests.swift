import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// A scenario made in code may ask for more than any file: that is refused in words, never a crash.
@Suite struct ManyNeedsTests {
  private func scenario(needs: [String]) -> Scenario {
    Scenario(
      trust: "Foxglove",
      schools: ["ash", "beech", "cedar"].enumerated().map { index, id in
        School(
          id: SchoolID(id), name: id.capitalized, phase: .primary,
          place: .geographic(latitude: 53 + Double(index) / 10, longitude: -1),
          needs: id == "ash" ? needs : [])
      })
  }

  @Test func `needs beyond the limit are refused`() async throws {
    let planner = ReviewPlanner(scenario(needs: (0..<64).map { "need \($0)" }))
    let error = await #expect(throws: PlanningError.self) { try await planner.plan() }
    #expect(error?.isOurs == false)
    #expect(error?.description.contains("the review of Ash calls for 65 different things") == true)
  }

  @Test func `needs written twice count once`() async throws {
    let needs = (0..<63).map { "need \($0)" }
    let scenario = scenario(needs: needs + needs.map { $0.uppercased() })
    let plan = try await ReviewPlanner(scenario).plan()
    #expect(plan.status == .optimal)
    #expect(Verification(of: plan, facts: TrustFacts(scenario)).holds)
  }
}
