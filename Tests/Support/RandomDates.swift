import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Terms with a short review window, and days on which something is closed or someone away.
enum RandomDates {
  /// Autumn, spring with its bank holidays, or summer with its test weeks.
  static func term(using dice: inout SeededGenerator) -> Term {
    let begins = ["2026-09-02", "2027-03-01", "2027-04-12"].compactMap { CalendarDay($0) }
    let starts = dice.pick(begins) + dice.whole(in: 0...20)
    let opens = starts + dice.whole(in: 5...20)
    let closes = opens + dice.whole(in: 14...40)
    let ends = closes + dice.whole(in: 0...20)
    let window = DayRange(opens, closes)
    let whole = TermDates(starts: starts, ends: ends, closed: DaySet(), reviews: window)
    let closed = closed(in: whole, chance: 0.4, using: &dice)
    return Term(
      name: "This term",
      dates: TermDates(starts: starts, ends: ends, closed: closed, reviews: window))
  }

  /// No day, or a run or two of up to three.
  static func closed(
    in term: TermDates, chance: Double, using dice: inout SeededGenerator
  ) -> DaySet {
    guard dice.chance(chance) else { return DaySet() }
    return DaySet(
      (0..<dice.whole(in: 1...2)).map { _ in
        let first = term.starts + dice.below(term.ends - term.starts + 1)
        return DayRange(first, first + dice.below(3))
      })
  }
}
