import TestSupport
import Testing
import TrefoilModel

struct SilentRuleTests {
  @Test func `a rule that calls itself silent charges nobody`() {
    var silent = 0
    for seed in UInt64(0)..<150 {
      let facts = TrustFacts(RandomScenario.make(seed: seed, schools: 3...7))
      for rule in facts.scenario.rules.rules where rule.isSilent(about: facts) {
        silent += 1
        #expect(charges(of: rule, facts).isEmpty, "\(type(of: rule).key), seed \(seed)")
      }
    }
    #expect(silent > 100)
  }

  private func charges(of rule: any Rule, _ facts: TrustFacts) -> [Charge] {
    var charges: [Charge] = []
    for one in facts.scenario.schools {
      for other in facts.scenario.schools where other.id != one.id {
        if let rule = rule as? any PairRule {
          charges += rule.charges(between: one, and: other, of: facts)
        }
        guard let rule = rule as? any VisitRule else { continue }
        for person in facts.people {
          for duty in [Duty.reviewer, .champion, .workshopLead] {
            charges += rule.charges(
              for: Visit(person: person, from: one, host: other, duty: duty), of: facts)
          }
        }
      }
    }
    return charges
  }
}
