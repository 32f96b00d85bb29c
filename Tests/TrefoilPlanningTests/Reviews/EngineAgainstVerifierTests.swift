import TestSupport
import Testing
import TrefoilModel

/// The engine's numbers and the verifier's rules say the same of any plan, to the minute.
@Suite struct EngineAgainstVerifierTests {
  @Test(arguments: 0..<20)
  func `random plans of trusts up to 60 schools cost the same by both`(block: Int) async {
    for index in 0..<100 {
      let seed = UInt64(block * 100 + index)
      // Mostly small trusts, where rules collide most; every tenth a large one.
      let schools = index % 10 == 0 ? 20...60 : 3...12
      let scenario = RandomScenario.make(seed: seed, schools: schools)
      let facts = TrustFacts(scenario)
      guard let engine = await EngineView(facts), let plan = PlanSketch.plan(for: facts, seed: seed)
      else { continue }
      let assessment = Assessment(of: plan, facts: facts)
      let cost = engine.cost(of: plan)
      let comment: Comment = "seed \(seed), \(assessment.violations.first?.sentence ?? "holds")"
      if assessment.violations.isEmpty {
        #expect(cost == assessment.cost, comment)
      } else {
        #expect(cost == nil, comment)
      }
    }
  }
}
