import TrefoilModel

import struct TrefoilSolver.SeededGenerator

/// The term that made-up trusts plan: autumn 2026, and the days in it on which things happen.
enum AutumnTerm {
  static let name = "Autumn 2026"

  static let dates = TermDates(
    starts: day(9, 2), ends: day(12, 18), closed: DaySet([DayRange(day(10, 26), day(10, 30))]),
    reviews: DayRange(day(9, 21), day(12, 4)))

  /// The earlier terms, the latest first.
  static let earlier = ["Summer 2026", "Spring 2026", "Autumn 2025"]

  /// Days on which one school is closed for the training of its staff: often the first of the
  /// term, now and then a Monday or a Friday later on.
  static func trainingDays(using random: inout SeededGenerator) -> DaySet {
    var ranges: [DayRange] = []
    if random.chance(0.4) {
      ranges.append(DayRange(day(9, 2), random.chance(0.5) ? day(9, 2) : day(9, 3)))
    }
    if random.chance(0.25) {
      let week = random.pick([day(9, 21), day(10, 12), day(11, 2), day(11, 16), day(11, 30)])
      let closed = random.chance(0.5) ? week : week + 4
      ranges.append(DayRange(closed, closed))
    }
    return DaySet(ranges)
  }

  /// Days on which someone is away: a few in a row, in the weeks of the reviews.
  static func absence(using random: inout SeededGenerator) -> DaySet {
    let first = dates.reviews.first + random.whole(in: 0...60)
    return DaySet([DayRange(first, first + random.whole(in: 0...4))])
  }

  private static func day(_ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: 2026, month: month, day: day) ?? CalendarDay(number: 0)
  }
}
