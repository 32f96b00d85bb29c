import Testing
import TrefoilModel

/// Each rule costs what it costs by hand, and no other rule changes with it.
@Suite("What changes cost")
struct CostChangeTests {
  /// Rules that never cost anything.
  static let alwaysMust: Set<RuleKey> = [
    Remainder.key, Capacity.key, DaysOut.key, Executive.key, ReviewDays.key, DataBefore.key,
    WorkshopWithin.key, LeadersOut.key, ReviewsADay.key, DaysBetween.key, TestWeeks.key,
    BankHolidays.key,
  ]

  @Test(arguments: CostChange.all)
  func `a change costs what it costs by hand`(_ change: CostChange) {
    var trust = SmallTrust()
    change.prepare(&trust)
    let facts = trust.facts
    var plan = trust.plan
    let before = Assessment(of: plan.terms[0], facts: facts)
    #expect(before.violations.isEmpty)

    change.change(&plan, trust)
    let after = Assessment(of: plan.terms[0], facts: facts)
    #expect(after.violations.isEmpty, "\(after.violations.map(\.sentence))")
    let costs = Self.changes(from: before.costs, to: after.costs)
    let calendar = Self.changes(from: before.calendar, to: after.calendar)
    #expect(costs.merging(calendar, uniquingKeysWith: +) == change.changes)
    #expect(after.cost - before.cost == costs.values.reduce(0, +))
  }

  private static func changes(from old: [RuleKey: Int], to new: [RuleKey: Int]) -> [RuleKey: Int] {
    new.merging(old.mapValues { -$0 }, uniquingKeysWith: +).filter { $0.value != 0 }
  }

  @Test func `there is a change for every rule that can cost`() {
    let covered = CostChange.all.reduce(into: Set<RuleKey>()) { $0.formUnion($1.changes.keys) }
    let rules = Set(RuleCatalogue.reviews.map { $0.key }).subtracting(Self.alwaysMust)
    #expect(covered == rules)
  }
}
