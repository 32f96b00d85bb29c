/// The bank holidays of England and Wales that recur every year.
///
/// Proclaimed single days (a coronation, a jubilee) are not known to a rule: a scenario adds them
/// to its closed days. Substitute days follow the Banking and Financial Dealings Act 1971.
public enum EnglishBankHolidays {
  /// The bank holidays of a year, in order.
  public static func days(in year: Int) -> [CalendarDay] {
    guard let newYear = CalendarDay(year: year, month: 1, day: 1),
      let may = CalendarDay(year: year, month: 5, day: 1),
      let lastOfMay = CalendarDay(year: year, month: 5, day: 31),
      let lastOfAugust = CalendarDay(year: year, month: 8, day: 31),
      let christmas = CalendarDay(year: year, month: 12, day: 25),
      let easter = easterSunday(in: year)
    else { return [] }
    let days = [
      substitute(for: newYear),
      easter - 2,
      easter + 1,
      may + (7 - may.weekday.index) % 7,
      lastOfMay.weekStart,
      lastOfAugust.weekStart,
    ]
    return (days + christmasDays(christmas)).sorted()
  }

  /// The holidays of the years that plans are made for, which are asked about for every day of
  /// every school.
  private static let nearYears = Dictionary(
    uniqueKeysWithValues: (2000...2100).map { ($0, days(in: $0)) })

  /// Whether the day is such a holiday.
  public static func contains(_ day: CalendarDay) -> Bool {
    let year = day.parts.year
    return (nearYears[year] ?? days(in: year)).contains(day)
  }

  private static func substitute(for day: CalendarDay) -> CalendarDay {
    switch day.weekday {
    case .saturday: day + 2
    case .sunday: day + 1
    default: day
    }
  }

  /// Christmas Day and Boxing Day, each moved off the weekend and off one another.
  private static func christmasDays(_ christmas: CalendarDay) -> [CalendarDay] {
    switch christmas.weekday {
    case .friday: [christmas, christmas + 3]
    case .saturday: [christmas + 2, christmas + 3]
    case .sunday: [christmas + 1, christmas + 2]
    default: [christmas, christmas + 1]
    }
  }

  /// The anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8).
  private static func easterSunday(in year: Int) -> CalendarDay? {
    let golden = year % 19
    let century = year / 100
    let inCentury = year % 100
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let offset = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
    let shift = (golden + 11 * epact + 22 * offset) / 451
    let sum = epact + offset - 7 * shift + 114
    return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
