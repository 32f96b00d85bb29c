import TestSupport
import Testing
import TrefoilModel

@Suite("The two sides of each rule")
struct RuleSidesTests {
  /// Rules that planners read straight from their settings.
  private static let settingsAlone: Set<RuleKey> = [
    Remainder.key, ChampionFromOutside.key, WorkshopLead.key, Load.key, Capacity.key, DaysOut.key,
    ReviewDays.key, DataBefore.key, WorkshopWithin.key, LeadersOut.key, ReviewsADay.key,
    DaysBetween.key, TestWeeks.key, BankHolidays.key, Weekdays.key, Weeks.key, Spread.key,
  ]

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `what planners are told and what verifiers find agree to the minute`(block: UInt64) {
    var compared = 0
    for seed in (block * 40)..<(block * 40 + 40) {
      let schools = seed % 4 == 0 ? 10...20 : 3...8
      let scenario = RandomScenario.make(seed: seed, schools: schools)
      let facts = TrustFacts(scenario)
      guard let plan = PlanSketch.plan(for: facts, seed: seed) else { continue }
      // A person twice on one team is no plan at all; what it would cost is nobody's business.
      let broken = Assessment(of: plan, facts: facts).violations.map(\.rule)
      guard !broken.contains("teams") else { continue }
      compared += 1
      let foretold = Foretold(of: plan, facts: facts)
      for rule in scenario.rules.rules where !Self.settingsAlone.contains(type(of: rule).key) {
        let found = Foretold.sum(rule.findings(in: plan, of: facts).map(\.charge))
        let told = foretold.sum(rule)
        #expect(
          told == found, "seed \(seed), \(type(of: rule).key)\n\(ScenarioDump(scenario))")
      }
    }
    #expect(compared > 20)
  }
}
