import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

@Suite struct SameBytesTests {
  @Test(arguments: [(9, UInt64(1)), (13, 2)])
  func `one, two and eight threads make the same plan`(schools: Int, seed: UInt64) async throws {
    let scenario = SyntheticTrust.make(schools: schools, seed: seed)
    var plans: [Plan] = []
    for threads in [1, 2, 8] {
      let options = PlanningOptions(seed: seed, effort: Effort(level: 2), threads: threads)
      plans.append(try await ReviewPlanner(scenario, options: options).plan())
    }
    #expect(plans[0] == plans[1])
    #expect(plans[0] == plans[2])
    #expect(plans[0].cost != nil)
  }
}
