import SyntheticTrusts
import TestSupport
import Testing
import TrefoilModel

@Suite("Synthetic trusts of three to six schools")
struct SmallTrustTests {
  @Test(arguments: 3...6)
  func `have a plan under the default rules`(schools: Int) throws {
    for seed in 0..<(schools < 5 ? 5 : 1) as Range<UInt64> {
      let trust = SyntheticTrust.make(schools: schools, seed: seed)
      let undated = Scenario(
        trust: trust.trust, schools: trust.schools, people: trust.people, history: trust.history)
      let cost = try BruteForce.leastCost(of: undated)
      #expect(cost != nil, "\(schools) schools, seed \(seed)")
    }
  }
}
