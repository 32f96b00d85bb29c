import SyntheticTrusts
import Testing
import TrefoilModel

@Suite("Synthetic trusts can be planned")
struct PlannableTests {
  @Test(arguments: [6, 7, 8, 9, 10, 11, 12, 15, 20, 26, 35, 60])
  func `a plan made by hand keeps every must rule, with its dates`(schools: Int) throws {
    for seed in 0..<3 as Range<UInt64> {
      let facts = TrustFacts(SyntheticTrust.make(schools: schools, seed: seed))
      var planner = HandPlanner(facts)
      let made = planner.plan()
      let plan = try #require(made, "\(schools) schools, seed \(seed)")
      let violations = Assessment(of: plan, facts: facts).violations.map(\.sentence)
      #expect(violations == [], "\(schools) schools, seed \(seed)")
    }
  }
}
