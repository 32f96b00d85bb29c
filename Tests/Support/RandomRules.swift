import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Every rule of the catalogue, on or off, must or cost, with exceptions, as chance has it.
///
/// A must is rare where it could rule out every plan at once.
struct RandomRules {
  let schools: [School]
  let people: [Person]
  var dice: SeededGenerator

  /// A book with each rule drawn; the rules about dates and about a published plan only where there
  /// are any.
  mutating func book(dates: TermDates?, isPublished: Bool) -> RuleBook {
    var rules = groupRules() + pairRules() + visitRules() + reviewRules() + peopleRules()
    if let dates { rules += dateRules(dates) }
    if isPublished { rules.append(changeRule()) }
    return rules.reduce(RuleBook()) { $0.with($1) }
  }

  /// Must with seven tenths of this probability, which leaves two scenarios in three with a plan;
  /// otherwise up to two hours.
  mutating func charge(must: Double) -> Charge {
    dice.chance(must * 0.7) ? .must : .minutes(dice.whole(in: 0...120))
  }

  mutating func chargeOrOff(must: Double, off: Double) -> Charge? {
    dice.chance(off) ? nil : charge(must: must)
  }

  mutating func charges(must: Double) -> [Charge] {
    let count = dice.below(4)
    return (0..<count).map { _ in charge(must: must) }
  }

  /// A rule with a setting and, now and then, an exception for a school or a person.
  mutating func rule<R: Rule>(
    _ kind: R.Type, _ draw: (inout RandomRules) -> R.Setting
  ) -> any Rule {
    let base = draw(&self)
    var exceptions: [Governed<R.Setting>.Exception] = []
    if R.allowsSchoolExceptions, dice.chance(0.2) {
      let subject = Subject.school(dice.pick(schools).id)
      exceptions.append(.init(subject: subject, setting: draw(&self), reason: "agreed"))
    }
    if R.allowsPersonExceptions, !people.isEmpty, dice.chance(0.2) {
      let subject = Subject.person(dice.pick(people).id)
      exceptions.append(.init(subject: subject, setting: draw(&self), reason: "agreed"))
    }
    return R(Governed(base, exceptions: exceptions))
  }

  /// Off, or up to thirty minutes a day; it bites only with a ledger.
  mutating func fairnessRule() -> any Rule {
    rule(Fairness.self) { rules in
      rules.dice.chance(0.3) ? 0 : rules.dice.whole(in: 1...30)
    }
  }

  /// Off, or up to forty minutes; it bites only after earlier terms of the same plan.
  mutating func balanceRule() -> any Rule {
    rule(Balance.self) { rules in
      rules.dice.chance(0.2) ? 0 : rules.dice.whole(in: 1...40)
    }
  }

  private mutating func changeRule() -> any Rule {
    rule(Change.self) { rules in
      Change.Setting(
        school: rules.chargeOrOff(must: 0.06, off: 0.2),
        person: rules.chargeOrOff(must: 0.04, off: 0.2))
    }
  }

  /// So many different schools, all of them where there are fewer.
  mutating func someSchools(_ count: Int) -> [String] {
    dice.shuffled(schools.map(\.id.rawValue)).prefix(count).map(\.self)
  }

  private mutating func peopleRules() -> [any Rule] {
    [
      rule(Load.self) { rules in
        (0..<rules.dice.below(4)).map { _ in rules.dice.whole(in: 0...80) }.sorted()
      },
      rule(Capacity.self) { rules in
        let isOn = rules.dice.chance(0.85)
        let isGiven = isOn && rules.dice.chance(0.12)
        return Capacity.Setting(isOn: isOn, duties: isGiven ? rules.dice.whole(in: 2...5) : nil)
      },
      rule(DaysOut.self) { rules in
        let isOn = rules.dice.chance(0.3)
        return DaysOut.Setting(
          person: isOn && rules.dice.chance(0.6) ? rules.dice.whole(in: 3...7) : nil,
          school: isOn && rules.dice.chance(0.6) ? rules.dice.whole(in: 4...9) : nil)
      },
      Executive(),
    ]
  }

  private mutating func visitRules() -> [any Rule] {
    [
      rule(Travel.self) { rules in
        Travel.Setting(
          overhead: Double(rules.dice.below(10)), detour: 1 + rules.dice.unit(),
          speed: Double(rules.dice.whole(in: 20...90)))
      },
      rule(TravelLimit.self) { rules in
        let isOn = rules.dice.chance(0.4)
        return TravelLimit.Setting(
          limit: isOn ? rules.dice.whole(in: 15...70) : nil, charge: rules.charge(must: 0.15))
      },
      rule(LongJourney.self) { rules in
        LongJourney.Setting(
          over: rules.dice.chance(0.4) ? rules.dice.whole(in: 0...40) : nil,
          times: rules.dice.whole(in: 1...4))
      },
      rule(Conflict.self) { $0.chargeOrOff(must: 0.6, off: 0.1) },
    ]
  }

  private mutating func reviewRules() -> [any Rule] {
    [
      rule(PhaseRule.self) { rules in
        PhaseRule.Setting(
          want: rules.dice.chance(0.2) ? nil : rules.dice.pick(PhaseRule.Want.allCases),
          charge: rules.charge(must: 0.07))
      },
      rule(Need.self) { $0.chargeOrOff(must: 0.03, off: 0.2) },
      rule(Champions.self) { rules in
        Champions.Setting(
          number: rules.dice.pick([0, 1, 1, 1, 1, 2, 2]), missing: rules.charge(must: 0.3))
      },
      rule(ChampionFromOutside.self) { $0.chargeOrOff(must: 0.1, off: 0.2) },
      rule(WorkshopLead.self) { rules in
        WorkshopLead.Setting(
          from: rules.dice.pick(WorkshopLead.Origin.allCases),
          missing: rules.chargeOrOff(must: 0.3, off: 0.2))
      },
      rule(ReviewDays.self) { rules in
        ReviewDays.Setting(
          usual: rules.dice.pick([1, 1, 2]), large: rules.dice.whole(in: 1...3),
          largeFrom: rules.dice.chance(0.3) ? nil : rules.dice.whole(in: 100...1500))
      },
    ]
  }
}
