import Testing
import TrefoilModel

/// Every way to spoil a plan is reported, under its own key and no other.
@Suite("Damaged plans")
struct DamagedPlanTests {
  /// Rules that only ever cost.
  static let neverMust: Set<RuleKey> = [
    Travel.key, LongJourney.key, Load.key, Balance.key, Fairness.key, Weekdays.key, Weeks.key,
    Spread.key,
  ]

  @Test func `the plan made by hand holds`() {
    let trust = SmallTrust()
    let verification = Verification(of: trust.plan, facts: trust.facts)
    #expect(verification.holds, "\(verification.violations.map(\.sentence))")
    #expect(verification.cost == StatedPlan.cost)
  }

  @Test(arguments: Damage.all)
  func `damage is reported`(_ damage: Damage) {
    var trust = SmallTrust()
    damage.prepare(&trust)
    let facts = trust.facts
    var plan = trust.plan
    let before = Verification(of: plan, facts: facts)
    #expect(before.holds, "before: \(before.violations.map(\.sentence))")

    damage.spoil(&plan, trust)
    let after = Verification(of: plan, facts: facts)
    #expect(
      Set(after.violations.map(\.rule)) == damage.breaks, "\(after.violations.map(\.sentence))")
    #expect(after.differences.isEmpty)
    #expect(!after.holds)
  }

  @Test func `there is damage to every rule that can be a must, and to the structure`() {
    let covered = Damage.all.reduce(into: Set<RuleKey>()) { $0.formUnion($1.breaks) }
    let rules = Set(RuleCatalogue.reviews.map { $0.key }).subtracting(Self.neverMust)
    #expect(covered == rules.union(["groups", "teams", "dates"]))
  }

  @Test func `no two damages have one name`() {
    #expect(Set(Damage.all.map(\.name)).count == Damage.all.count)
  }
}
