import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Networks held against trying everything.
@Suite struct NetworkOracleTests {
  @Test(arguments: 0..<6) func `random small networks equal brute force`(part: UInt64) throws {
    for seed in (50 * part)..<(50 * part + 50) {
      let scenario = RandomNetworks.scenario(seed: seed)
      let outcome = try NetworkPlanner(scenario).plan()
      let merit = NetworkBruteForce.Merit(outcome.plans[0], outcome.cost, scenario)
      #expect(merit == NetworkBruteForce.best(of: scenario), "seed \(seed)")
      #expect(outcome.bound == outcome.cost, "seed \(seed)")
    }
  }

  @Test func `every rule, both aims, absent members and networks without a meeting turn up`() throws
  {
    var seen: Set<String> = []
    for seed in UInt64(0)..<300 {
      let scenario = RandomNetworks.scenario(seed: seed)
      let plan = try NetworkPlanner(scenario).plan().plans[0]
      for key in (plan.costs ?? [:]).keys { seen.insert(key.rawValue) }
      if plan.groups.count > 1 { seen.insert("groups, \(scenario.networks[0].aim)") }
      if plan.groups.isEmpty { seen.insert("none") }
      if !plan.groups.isEmpty && !plan.absent.isEmpty { seen.insert("some absent") }
    }
    #expect(
      seen == [
        "network-travel", "network-limit", "network-repeat", "network-size", "network-absent",
        "groups, total", "groups, worst", "none", "some absent",
      ])
  }

  @Test func `a plan with its networks verifies, and costs what its parts cost`() async throws {
    let town = (0..<6).map {
      School(
        id: SchoolID("s\($0)"), name: "S", phase: .primary,
        place: .grid(easting: 400_000 + 3_000 * Double($0 * $0), northing: 400_000))
    }
    let networks = Network.Aim.allCases.map {
      Network(
        id: NetworkID($0.rawValue), name: "N", members: town.map(\.id), groupSize: 3,
        past: [PastTurn(school: SchoolID("s1"), termsAgo: 1)], aim: $0)
    }
    let scenario = Scenario(trust: "T", schools: town, networks: networks)
    let plan = try await TrustPlanner(scenario).plan()
    let verification = Verification(of: plan, facts: TrustFacts(scenario))
    #expect(verification.holds, "\(verification.violations) \(verification.differences)")
    #expect(plan.status == .optimal)
    #expect(plan.networks?.map(\.groups.count) == [2, 2])
  }
}
