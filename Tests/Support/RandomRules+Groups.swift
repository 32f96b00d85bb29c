import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

extension RandomRules {
  mutating func pairRules() -> [any Rule] {
    [
      rule(Repeat.self) { rules in
        rules.dice.chance(0.3) ? Repeat.standard : rules.charges(must: 0.12)
      },
      rule(HubRule.self) { rules in
        let isOn = rules.dice.chance(0.4)
        return HubRule.Setting(
          want: isOn ? rules.dice.pick(HubRule.Want.allCases) : nil,
          charge: rules.charge(must: 0.1))
      },
      rule(NonLocal.self) { rules in
        let isOn = rules.dice.chance(0.4)
        return NonLocal.Setting(
          least: isOn ? rules.dice.whole(in: 0...40) : nil, charge: rules.charge(must: 0.06))
      },
      rule(LinkedBySecondment.self) { $0.chargeOrOff(must: 0.5, off: 0.2) },
      rule(Apart.self) { rules in
        let count = rules.dice.below(3)
        return (0..<count).map { _ in rules.mixedWish() }
      },
    ]
  }

  mutating func groupRules() -> [any Rule] {
    [
      rule(Remainder.self) { $0.dice.pick(Remainder.Setting.allCases) },
      resting(),
      rule(StandingRule.self) { rules in
        let isOn = rules.dice.chance(0.4)
        return StandingRule.Setting(
          receivers: isOn && rules.dice.chance(0.7) ? rules.dice.below(3) : nil,
          giver: isOn && rules.dice.chance(0.5), charge: rules.charge(must: 0.15))
      },
      rule(Together.self) { rules in
        let count = rules.dice.chance(0.3) ? 1 : 0
        return (0..<count).map { _ in rules.wish(of: 2...3, must: 0.3) }
      },
      rule(Pin.self) { $0.groupsAndSeats(mostGroups: 1, mostSeats: 2, must: 0.2) },
      rule(Forbid.self) { $0.groupsAndSeats(mostGroups: 2, mostSeats: 3, must: 0.5) },
    ]
  }

  /// Charges for resting again; single schools that sit out or never rest.
  private mutating func resting() -> any Rule {
    let again = charges(must: 0.3)
    var exceptions: [Governed<Rest.Setting>.Exception] = []
    for school in schools where dice.chance(0.08) {
      let sitsOut = schools.count > 4 && dice.chance(0.2)
      exceptions.append(
        .init(
          subject: .school(school.id),
          setting: Rest.Setting(again: again, mode: sitsOut ? .sitsOut : .neverRests),
          reason: "agreed"))
    }
    return Rest(
      Governed(Rest.Setting(again: again, mode: .mayRest), exceptions: exceptions))
  }

  private mutating func wish(of sizes: ClosedRange<Int>, must: Double) -> Wish {
    let count = dice.whole(in: sizes)
    return Wish(someSchools(count), charge: charge(must: must))
  }

  /// Schools and people in one list.
  private mutating func mixedWish() -> Wish {
    let schools = someSchools(dice.whole(in: 0...2))
    let people = dice.shuffled(people.map(\.id.rawValue)).prefix(dice.whole(in: 0...2))
    return Wish(schools + people, charge: charge(must: 0.3))
  }

  private mutating func groupsAndSeats(
    mostGroups: Int, mostSeats: Int, must: Double
  ) -> GroupsAndSeats {
    guard dice.chance(0.35) else { return GroupsAndSeats() }
    let champions = people.filter(\.isChampion)
    let groups = dice.below(mostGroups + 1)
    let seats = champions.isEmpty ? 0 : dice.below(mostSeats + 1)
    return GroupsAndSeats(
      groups: (0..<groups).map { _ in wish(of: 2...4, must: must) },
      seats: (0..<seats).map { _ in
        SeatWish(
          host: dice.pick(schools).id, person: dice.pick(champions).id,
          duty: dice.pick([.champion, .workshopLead]), charge: charge(must: must))
      })
  }
}
