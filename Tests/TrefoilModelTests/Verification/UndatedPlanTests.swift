import Testing
import TrefoilModel

/// Rules about dates look at nothing where there is no calendar, or no day in the plan.
@Suite("Plans without dates")
struct UndatedPlanTests {
  private func undated(_ plan: Plan) -> Plan {
    var plan = plan
    for group in plan.terms[0].groups.indices {
      for review in plan.terms[0].groups[group].reviews.indices {
        plan.terms[0].groups[group].reviews[review].dates = []
        plan.terms[0].groups[group].reviews[review].workshopDate = nil
        plan.terms[0].groups[group].reviews[review].dataDue = nil
      }
    }
    return plan
  }

  @Test func `a plan without a single day holds, at the same cost`() {
    let trust = SmallTrust()
    let verification = Verification(of: undated(trust.plan), facts: trust.facts)
    #expect(verification.holds, "\(verification.violations.map(\.sentence))")
    #expect(verification.cost == StatedPlan.cost)
  }

  @Test func `one day in the plan, and all must have theirs`() {
    let trust = SmallTrust()
    var plan = undated(trust.plan)
    plan.terms[0].groups[0].reviews[0].dataDue = .at("09-15")
    let broken = Set(Verification(of: plan, facts: trust.facts).violations.map(\.rule))
    #expect(broken == ["review-days", "workshop-within"])
  }

  @Test func `a term without dates charges no day, however many stand in the plan`() {
    var trust = SmallTrust()
    let plan = trust.plan
    let everyDay = Weekday.allCases.reduce(into: WeekdaySet()) { $0.insert(WeekdaySet($1)) }
    trust.rules = RuleBook().with(Weekdays(.init(avoid: everyDay, minutes: 9)))
      .with(Weeks(.init(avoid: DaySet([DayRange(.at("09-01"), .at("12-31"))]), minutes: 9)))
      .with(LeadersOut(0)).with(ReviewsADay(1)).with(DaysBetween(20)).with(TestWeeks.always)
    let dated = Assessment(of: plan.terms[0], facts: trust.facts)
    #expect(dated.calendar.keys.sorted() == ["spread", "weekdays", "weeks"])
    #expect(dated.violations.contains { $0.rule == LeadersOut.key })
    trust.isDated = false
    let undated = Assessment(of: plan.terms[0], facts: trust.facts)
    #expect(undated.calendar.isEmpty)
    #expect(undated.violations.map(\.rule) == ["dates"])
    #expect(undated.cost == StatedPlan.cost)
  }
}

extension TestWeeks {
  /// Tests from September to December at every primary.
  fileprivate static let always = TestWeeks(
    Setting(isOn: true, given: [.primary: [DayRange(.at("09-01"), .at("12-31"))]]))
}
