import TrefoilModel

extension Damage {
  /// Damage to dates.
  static let dates = possible + ofReviewDays + ofLimits

  /// What makes dates possible, before any rule.
  private static let possible: [Damage] = [
    Damage("a review before the window", ["dates"]) { plan, trust in
      plan = trust.moving("a", to: "09-17", workshop: "09-24")
    },
    Damage("a workshop on a Saturday", ["dates"]) { plan, _ in
      plan.workshop(at: "a", on: "10-10")
    },
    Damage(
      "a workshop after the term", ["dates"], given: { $0.set(WorkshopWithin(90)) },
      by: {
        plan, _ in plan.workshop(at: "a", on: "12-21")
      }),
    Damage("a review when all are closed", ["dates"]) { plan, trust in
      plan = trust.moving("f", to: "10-27", workshop: "11-04")
    },
    Damage(
      "a review when the host is closed", ["dates"],
      given: { $0.traits["f"] = .init(closed: ["11-03"]) },
      by: { plan, trust in plan = trust.moving("f", to: "11-03", workshop: "11-09") }),
    Damage(
      "a champion is away", ["dates"], given: { $0.people = [.champion("d", away: "10-02")] },
      by: { plan, trust in plan = trust.moving("a", to: "10-02", workshop: "10-05") }),
    Damage(
      "a champion never works on Fridays", ["dates"],
      given: { $0.people = [.champion("d", nonWorking: WeekdaySet(.friday))] },
      by: { plan, trust in plan = trust.moving("a", to: "10-02", workshop: "10-05") }),
    Damage(
      "the school of a workshop lead is closed", ["dates"],
      given: { $0.traits["g"] = .init(closed: ["10-13"]) },
      by: { plan, _ in plan.workshop(at: "c", on: "10-13") }),
    Damage(
      "the host's principal is away from a workshop", ["dates"],
      given: { $0.people = [.principal("f", away: "10-20")] },
      by: { plan, _ in plan.workshop(at: "f", on: "10-20") }),
    Damage("a principal visits during a workshop at home", ["dates"]) { plan, _ in
      plan.workshop(at: "e", on: "10-15")
    },
    Damage(
      "a principal of two schools hosts in both", ["dates"],
      given: { $0.makeOneHeadTwo() },
      by: { plan, _ in plan.workshop(at: "a", on: "10-08") }),
    Damage(
      "a day in a term without dates", ["dates"], given: { $0.isDated = false },
      by: { plan, _ in
        plan.change("a") { $0.dataDue = .at("09-15") }
      }),
  ]

  private static let ofReviewDays: [Damage] = [
    Damage("a review without days", ["review-days"]) { plan, _ in
      plan.change("a") { $0.dates = [] }
    },
    Damage("a review of a day too many", ["review-days"]) { plan, _ in
      plan.change("a") { $0.dates.append(.at("09-30")) }
    },
    Damage(
      "days that do not follow on", ["review-days"],
      given: { $0.traits["a"] = .init(size: 800) },
      by: { plan, _ in plan.change("a") { $0.dates[1] = .at("10-02") } }),
    Damage("data due too late", ["data-before"]) { plan, _ in
      plan.change("a") { $0.dataDue = .at("09-16") }
    },
    Damage("no day for the data", ["data-before"]) { plan, _ in
      plan.change("a") { $0.dataDue = nil }
    },
    Damage("data due on a Sunday", ["data-before"]) { plan, _ in
      plan.change("a") { $0.dataDue = .at("09-13") }
    },
    Damage("no day for a workshop", ["workshop-within"]) { plan, _ in
      plan.change("a") { $0.workshopDate = nil }
    },
    Damage("a workshop too late", ["workshop-within"]) { plan, _ in
      plan.workshop(at: "a", on: "10-14")
    },
    Damage("a workshop before its review", ["workshop-within"]) { plan, _ in
      plan.workshop(at: "a", on: "09-28")
    },
    Damage(
      "a workshop day with nobody to lead", ["workshop-within"],
      given: { $0.set(WorkshopLead(.init(from: .otherSchool, missing: .minutes(120)))) },
      by: { plan, _ in plan.change("a") { $0.workshopLead = nil } }),
  ]

  private static let ofLimits: [Damage] = [
    Damage(
      "a review in test weeks", ["test-weeks"],
      given: { trust in
        let weeks = [Phase.primary: [DayRange(.at("11-02"), .at("11-06"))]]
        trust.set(TestWeeks(.init(isOn: true, given: weeks)))
      },
      by: { plan, trust in plan = trust.moving("f", to: "11-03", workshop: "11-09") }),
    // The last Monday of August.
    Damage(
      "a review on a bank holiday", ["bank-holidays", "dates"],
      given: { ($0.starts, $0.opens) = ("08-03", "08-24") },
      by: { plan, trust in plan = trust.moving("a", to: "08-31", workshop: "09-07") }),
    // On the day of b's review: the principal of c reviews b, her champion f; those of e as well.
    Damage(
      "two leaders of a school out", ["leaders-out"], given: { $0.set(LeadersOut(1)) },
      by: {
        plan, trust in plan = trust.moving("f", to: "10-01", workshop: "10-14")
      }),
    Damage(
      "two reviews on a day", ["reviews-a-day"], given: { $0.set(ReviewsADay(1)) },
      by: {
        plan, trust in plan = trust.moving("f", to: "10-01", workshop: "10-14")
      }),
    // The principal of c reviews a the day before.
    Damage(
      "no day between two duties", ["days-between"], given: { $0.set(DaysBetween(1)) },
      by: {
        plan, trust in plan = trust.moving("b", to: "09-30", workshop: "10-09")
      }),
  ]
}
