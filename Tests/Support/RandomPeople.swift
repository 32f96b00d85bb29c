import Foundation
import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Principals, some of them of two schools, champions and others, in every mixture.
enum RandomPeople {
  /// - Parameter champions: how many there are exactly.
  static func make(
    schools: [School], champions: Int, term: TermDates?, using dice: inout SeededGenerator
  ) -> [Person] {
    var maker = Maker(schools: schools.map(\.id), term: term, dice: dice)
    maker.principals()
    maker.champions(champions)
    maker.others()
    dice = maker.dice
    return maker.people
  }

  private struct Maker {
    let schools: [SchoolID]
    let term: TermDates?
    var dice: SeededGenerator
    var people: [Person] = []

    init(schools: [SchoolID], term: TermDates?, dice: SeededGenerator) {
      self.schools = schools
      self.term = term
      self.dice = dice
    }

    mutating func principals() {
      var left = schools
      while let school = left.first {
        left.removeFirst()
        var homes = [school]
        if schools.count > 5, !left.isEmpty, dice.chance(0.6 / Double(schools.count)) {
          homes.append(left.remove(at: dice.below(left.count)))
        }
        let isNamed = homes.count == 2 || dice.chance(0.4)
        guard isNamed else { continue }
        add(
          "head-\(school)", homes, [.principal],
          capacity: dice.chance(0.1) ? dice.whole(in: 2...5) : nil)
      }
    }

    /// Some are the principals already named, who then have two duties of that kind already.
    mutating func champions(_ count: Int) {
      var left = count
      for index in people.indices where left > 0 && dice.chance(0.15) {
        let head = people[index]
        people[index] = Person(
          id: head.id, name: head.name, schools: head.schools, roles: [.principal, .champion],
          phases: head.phases, capacity: dice.chance(0.5) ? nil : dice.whole(in: 3...6),
          unavailable: head.unavailable, nonWorking: head.nonWorking, conflicts: head.conflicts,
          seconded: head.seconded)
        left -= 1
      }
      for number in 0..<left {
        let first = dice.pick(schools)
        let isOfTwo = dice.chance(0.05)
        let homes = isOfTwo ? [first] + [dice.pick(schools.filter { $0 != first })] : [first]
        add(
          "champion-\(number + 1)", homes, dice.chance(0.5) ? [.champion] : [.deputy, .champion],
          capacity: dice.chance(0.35) ? nil : dice.whole(in: 1...5))
      }
    }

    /// People without a duty of their own: they matter only when a secondment links two schools.
    mutating func others() {
      guard dice.chance(0.3) else { return }
      add("deputy-1", [dice.pick(schools)], [.deputy], capacity: nil, secondedAt: 0.7)
    }

    private mutating func add(
      _ id: String, _ homes: [SchoolID], _ roles: [Role], capacity: Int?,
      secondedAt chance: Double = 0.04
    ) {
      let elsewhere = schools.filter { !homes.contains($0) }
      people.append(
        Person(
          id: PersonID(id), name: id.capitalized, schools: homes, roles: roles,
          phases: dice.chance(0.75) ? nil : PhaseSet(rawValue: UInt8(dice.below(128))),
          capacity: capacity,
          unavailable: term.map { RandomDates.closed(in: $0, chance: 0.25, using: &dice) }
            ?? DaySet(),
          nonWorking: term != nil && dice.chance(0.15)
            ? WeekdaySet(dice.pick(Array(Weekday.allCases.prefix(5)))) : [],
          conflicts: dice.chance(0.1) ? [dice.pick(elsewhere)] : [],
          seconded: dice.chance(chance) ? dice.pick(elsewhere) : nil))
    }
  }
}
