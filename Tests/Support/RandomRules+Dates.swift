import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

extension RandomRules {
  mutating func dateRules(_ dates: TermDates) -> [any Rule] {
    [
      rule(DataBefore.self) { $0.dice.whole(in: 0...14) },
      rule(WorkshopWithin.self) { $0.dice.whole(in: 3...20) },
      rule(LeadersOut.self) { rules in
        rules.dice.chance(0.3) ? nil : rules.dice.whole(in: 1...3)
      },
      rule(ReviewsADay.self) { rules in
        rules.dice.chance(0.5) ? nil : rules.dice.whole(in: 1...(1 + rules.schools.count / 4))
      },
      rule(DaysBetween.self) { $0.dice.pick([0, 0, 0, 1, 2]) },
      rule(TestWeeks.self) { rules in
        let first = dates.reviews.first + rules.dice.below(10)
        return TestWeeks.Setting(
          isOn: rules.dice.chance(0.8),
          given: rules.dice.chance(0.3) ? [.primary: [DayRange(first, first + 4)]] : [:])
      },
      rule(BankHolidays.self) { $0.dice.pick(BankHolidays.Setting.allCases) },
      rule(Weekdays.self) { rules in
        Weekdays.Setting(
          avoid: WeekdaySet(rawValue: UInt8(rules.dice.below(32))),
          minutes: rules.dice.whole(in: 0...30))
      },
      rule(Weeks.self) { rules in
        Weeks.Setting(
          avoid: RandomDates.closed(in: dates, chance: 0.5, using: &rules.dice),
          minutes: rules.dice.whole(in: 0...30))
      },
      rule(Spread.self) { $0.dice.pick([0, 10, 25]) },
    ]
  }
}
