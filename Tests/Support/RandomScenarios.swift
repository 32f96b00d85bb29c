import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Small, nasty trusts with random rules, for holding one way of computing against another.
///
/// Everything that a scenario can hold turns up in some: heads of two schools, conflicts,
/// secondments, equal places, one-sided travel times, exceptions, pins, capacities that bind.
/// About two in three can be planned. A seed gives the same scenario everywhere;
/// ``ScenarioDump`` writes it out for a failure message.
public enum RandomScenario {
  /// - Parameters:
  ///   - schools: how many schools, those that take no part included.
  ///   - champions: how many champions; nil leaves that to chance, none at all now and then.
  ///   - dated: whether the term has dates, in a short window with absences and closed days.
  public static func make(
    seed: UInt64, schools: ClosedRange<Int>, champions: ClosedRange<Int>? = nil,
    dated: Bool = false
  ) -> Scenario {
    var dice = SeededGenerator(seed: seed, stream: 0x5EED)
    let term = dated ? RandomDates.term(using: &dice) : Term(name: "This term")
    let count = dice.whole(in: schools)
    let (places, travel) = RandomTravel.make(count: count, using: &dice)
    let made = RandomSchools.make(places: places, term: term.dates, using: &dice)
    let usual = count <= 8 ? 0...min(6, count + 1) : (count / 2)...count
    let isNobodyNamed = champions == nil && dice.chance(0.06)
    let people =
      isNobodyNamed
      ? []
      : RandomPeople.make(
        schools: made, champions: dice.whole(in: champions ?? usual), term: term.dates,
        using: &dice)
    let history = RandomHistory.make(schools: made.map(\.id), using: &dice)
    var past = SeededGenerator(seed: seed, stream: 0xC4A6)
    let published =
      past.chance(0.5)
      ? RandomPublished.plan(schools: made, people: people, using: &past) : nil
    var rules = RandomRules(schools: made, people: people, dice: dice)
    var before = SeededGenerator(seed: seed, stream: 0xBEF0)
    let earlier =
      before.chance(0.5)
      ? (0..<3).compactMap { _ in
        RandomPublished.plan(schools: made, people: people, using: &before)
      } : []
    var balancing = RandomRules(schools: made, people: people, dice: before)
    return Scenario(
      trust: "Trust \(seed)", term: term, schools: made, people: people, history: history,
      travel: travel,
      rules: rules.book(dates: term.dates, isPublished: published != nil)
        .with(balancing.balanceRule()).with(balancing.fairnessRule()),
      published: published, earlier: earlier, ledger: ledger(of: people, seed: seed))
  }

  /// What some people gave in the past year; none in half of the trusts.
  private static func ledger(of people: [Person], seed: UInt64) -> Ledger {
    var dice = SeededGenerator(seed: seed, stream: 77)
    guard dice.chance(0.5) else { return Ledger() }
    return Ledger(
      people.filter { _ in dice.chance(0.6) }.compactMap { person in
        guard let home = person.schools.first else { return nil }
        return LedgerEntry(
          published: "Summer 2026", term: "Summer 2026", kind: .champion, person: person.id,
          from: home, at: home, days: dice.whole(in: 0...6), minutes: 0)
      })
  }
}
