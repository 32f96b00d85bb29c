import SyntheticTrusts
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

struct WideReviewsTests {
  /// The schools of a synthetic trust without anybody but their principals, and without days.
  private func schoolsAlone(_ count: Int, seed: UInt64) -> Scenario {
    let trust = SyntheticTrust.make(schools: count, seed: seed)
    return Scenario(
      trust: trust.trust, term: Term(name: trust.term.name), schools: trust.schools, people: [],
      history: trust.history)
  }

  @Test(arguments: [(21, 1), (31, 2), (32, 3)])
  func `a plan without tables costs little more than the least, and its bound no more`(
    count: Int, seed: UInt64
  ) async throws {
    let scenario = schoolsAlone(count, seed: seed)
    let planner = ReviewPlanner(scenario, options: PlanningOptions(effort: Effort(level: 25)))
    #expect(planner.wideObstacles.isEmpty)
    let shape = try #require(Remainder(.quads).shape(of: count))
    let wide = try await planner.planWide(shape, stop: StopSignal()) { _ in }
    let exact = try await planner.plan()
    let least = try #require(exact.cost)
    #expect(exact.status == .optimal)
    let (cost, bound) = (try #require(wide.cost), try #require(wide.bound))
    #expect(bound <= least && least <= cost)
    #expect(cost * 100 <= least * 105)
    // A group of four is bounded loosely, which matters in so small a trust alone.
    #expect(bound * 100 >= least * (count % 3 == 0 ? 90 : 60))
    let term = try #require(wide.terms.first)
    #expect(Assessment(of: term, facts: TrustFacts(scenario)).violations.isEmpty)
  }

  @Test func `champions, days and pins keep a trust from being planned without tables`() {
    let trust = SyntheticTrust.make(schools: 30, seed: 1)
    let obstacles = WideReviews(TrustFacts(trust), threads: 1).obstacles
    #expect(obstacles.contains { $0.contains("champions") })
    #expect(obstacles.contains { $0.contains("dates") })
  }

  @Test func `more schools than tables hold are refused in words when they have champions`()
    async throws
  {
    let trust = SyntheticTrust.make(schools: 2_501, seed: 1)
    let plan = try await ReviewPlanner(trust).plan()
    #expect(plan.terms.isEmpty)
    #expect(plan.notes.contains { $0.contains("without champions") })
  }
}
