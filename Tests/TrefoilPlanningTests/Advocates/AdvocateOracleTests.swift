import TestSupport
import Testing
import TrefoilModel
import TrefoilPlanning

/// Advocates held against trying everything.
@Suite struct AdvocateOracleTests {
  @Test(arguments: 0..<6) func `random small trusts equal brute force`(part: UInt64) throws {
    for seed in (50 * part)..<(50 * part + 50) {
      let scenario = RandomAdvocates.scenario(seed: seed)
      let outcome = try AdvocatePlanner(scenario).plan()
      #expect(outcome.cost == AdvocateBruteForce.leastCost(of: scenario), "seed \(seed)")
      #expect(outcome.bound == outcome.cost, "seed \(seed)")
      #expect(
        outcome.plan.unchampioned.allSatisfy { !$0.reasons.isEmpty }, "seed \(seed)")
    }
  }

  @Test func `repeats, several schools each, open schools and uneven numbers all turn up`() throws {
    var seen: Set<String> = []
    for seed in UInt64(0)..<300 {
      let scenario = RandomAdvocates.scenario(seed: seed)
      let plan = try AdvocatePlanner(scenario).plan().plan
      let counts = Dictionary(grouping: plan.pairs, by: \.trustee).mapValues(\.count)
      for key in (plan.costs ?? [:]).keys { seen.insert(key.rawValue) }
      if counts.values.contains(where: { $0 > 1 }) { seen.insert("several") }
      if let most = counts.values.max(), let least = counts.values.min(), most > least + 1 {
        seen.insert("uneven")
      }
    }
    #expect(
      seen == [
        "advocate-travel", "advocate-repeat", "advocate-balance", "unchampioned", "several",
        "uneven",
      ])
  }

  @Test func `a plan with its advocates verifies, and costs what its parts cost`() async throws {
    let town = [0.0, 1, 2, 3].map {
      School(
        id: SchoolID("s\(Int($0))"), name: "S", phase: .primary,
        place: .grid(easting: 400_000 + 3_000 * $0, northing: 400_000))
    }
    let trustees = ["t", "u"].map {
      Trustee(id: TrusteeID($0), name: $0, home: .near(SchoolID("s1")), ties: [SchoolID("s1")])
    }
    let scenario = Scenario(trust: "T", schools: town, trustees: trustees)
    let plan = try await TrustPlanner(scenario).plan()
    let verification = Verification(of: plan, facts: TrustFacts(scenario))
    #expect(verification.holds, "\(verification.violations) \(verification.differences)")
    #expect(plan.status == .optimal)
    #expect(plan.advocates?.unchampioned.map(\.school) == [SchoolID("s1")])
    #expect(
      plan.advocates?.unchampioned.first?.reasons == ["2 trustees have a tie with it"])
  }
}
