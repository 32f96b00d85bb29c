import TestSupport
import Testing
import TrefoilModel

@Suite("Random scenarios")
struct RandomScenarioTests {
  @Test func `a seed gives the same scenario, another seed another`() {
    func dump(_ seed: UInt64) -> String {
      "\(ScenarioDump(RandomScenario.make(seed: seed, schools: 3...60, dated: true)))"
    }
    for seed in 0..<20 as Range<UInt64> { #expect(dump(seed) == dump(seed), "seed \(seed)") }
    #expect(dump(1) != dump(2))
  }

  @Test func `about two in three small ones can be planned`() throws {
    let seeds = 0..<40 as Range<UInt64>
    let planned = try seeds.filter { seed in
      try BruteForce.leastCost(of: RandomScenario.make(seed: seed, schools: 3...5)) != nil
    }
    #expect((20...34).contains(planned.count))
  }

  @Test func `every rule is drawn in more than one setting, with exceptions where it allows them`()
  {
    var settings: [RuleKey: Set<String>] = [:]
    var excepted: Set<RuleKey> = []
    func note<R: Rule>(_ rule: R) {
      settings[R.key, default: []].insert(R.write(rule.setting))
      if !rule.governed.exceptions.isEmpty { excepted.insert(R.key) }
    }
    for seed in 0..<120 as Range<UInt64> {
      let scenario = RandomScenario.make(seed: seed, schools: 3...9, dated: true)
      for rule in scenario.rules.rules { note(rule) }
    }
    for rule in RuleCatalogue.reviews {
      if rule.key != Executive.key {
        #expect((settings[rule.key] ?? []).count > 1, "\(rule.key)")
      }
      if rule.allowsSchoolExceptions || rule.allowsPersonExceptions {
        #expect(excepted.contains(rule.key), "\(rule.key)")
      }
    }
  }

  @Test func `every nasty trait turns up`() {
    let scenarios = (0..<120 as Range<UInt64>).map {
      RandomScenario.make(seed: $0, schools: 3...9, dated: true)
    }
    func turnsUp(_ trait: String, _ has: (Scenario) -> Bool) {
      let count = scenarios.count(where: has)
      #expect(count > 0 && count < scenarios.count, "\(trait): \(count)")
    }
    turnsUp("head of two schools") {
      $0.people.contains { $0.isPrincipal && $0.schools.count == 2 }
    }
    turnsUp("champion of two schools") {
      $0.people.contains { !$0.isPrincipal && $0.schools.count == 2 }
    }
    turnsUp("champion who is a principal") {
      $0.people.contains { $0.isPrincipal && $0.isChampion }
    }
    turnsUp("conflict") { $0.people.contains { !$0.conflicts.isEmpty } }
    turnsUp("secondment") { $0.people.contains { $0.seconded != nil } }
    turnsUp("no people") { $0.people.isEmpty }
    turnsUp("no champions") { !$0.people.contains(where: \.isChampion) }
    turnsUp("equal places") { scenario in
      let places = scenario.schools.compactMap(\.place)
      return Set(places).count < places.count
    }
    turnsUp("no places") { $0.schools.contains { $0.place == nil } }
    turnsUp("table with gaps") { scenario in
      !scenario.travel.minutes.isEmpty && scenario.schools.contains { $0.place != nil }
    }
    turnsUp("another time for the way back") { scenario in
      scenario.travel.minutes.contains { journey, minutes in
        let back = TravelTable.Journey(from: journey.to, to: journey.from)
        return (scenario.travel.minutes[back] ?? minutes) != minutes
      }
    }
    turnsUp("all-through school") { $0.schools.contains { $0.phase == .allThrough } }
    turnsUp("school that takes no part") { TrustFacts($0).participants.count < $0.schools.count }
    turnsUp("rest in history") { $0.history.terms.contains { !$0.rested.isEmpty } }
    turnsUp("published plan") { $0.published != nil }
    turnsUp("published group that lost a school") { scenario in
      let facts = TrustFacts(scenario)
      return scenario.published?.groups.contains { group in
        !group.schools.allSatisfy(facts.participates)
          && group.schools.count { facts.participates($0) } >= 2
      } ?? false
    }
    turnsUp("absence") { $0.people.contains { !$0.unavailable.isEmpty } }
  }

  @Test func `every rule about costs charges somebody`() throws {
    var charged: Set<RuleKey> = []
    for seed in 0..<60 as Range<UInt64> {
      let scenario = RandomScenario.make(seed: seed, schools: 4...6)
      let facts = TrustFacts(scenario)
      guard let plan = PlanSketch.plan(for: facts, seed: seed) else { continue }
      for finding in Assessment(of: plan, facts: facts).findings { charged.insert(finding.rule) }
    }
    let silent: Set<RuleKey> = [Remainder.key, ReviewDays.key]
    for rule in RuleCatalogue.reviews where !silent.contains(rule.key) {
      let isAboutDates = [
        DataBefore.key, WorkshopWithin.key, LeadersOut.key, ReviewsADay.key, DaysBetween.key,
        TestWeeks.key, BankHolidays.key, Weekdays.key, Weeks.key, Spread.key,
      ].contains(rule.key)
      #expect(isAboutDates || charged.contains(rule.key), "\(rule.key)")
    }
  }
}
