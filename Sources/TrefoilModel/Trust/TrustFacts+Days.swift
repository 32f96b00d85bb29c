extension TrustFacts {
  /// Whole days that a review at this school takes.
  public func reviewDays(at host: School) -> Int {
    scenario.rules[ReviewDays.self].days(at: host)
  }

  /// Whole days that a duty at this school takes.
  public func days(of duty: Duty, at host: School) -> Int {
    duty == .workshopLead ? 1 : reviewDays(at: host)
  }

  /// Whether the trust works on this day: in the term, no weekend, not closed, no bank holiday.
  public func isWorkingDay(_ day: CalendarDay) -> Bool {
    guard let term = scenario.term.dates, term.days.contains(day) else { return false }
    return !day.weekday.isWeekend && !term.closed.contains(day)
      && !scenario.rules[BankHolidays.self].isClosed(day)
  }

  /// Whether this school is open on this day.
  public func isOpen(_ school: School, on day: CalendarDay) -> Bool {
    isWorkingDay(day) && !school.closed.contains(day)
  }

  /// Whether this school can receive a review team or a workshop on this day.
  public func canHost(_ school: School, on day: CalendarDay) -> Bool {
    isOpen(school, on: day) && !scenario.rules[TestWeeks.self].hasTests(school, on: day)
  }

  /// Whether this person can be on duty, or be the host, on this day: at work, and no school of
  /// the person closed (an INSET day keeps its leaders at home, a local holiday gives them leave).
  public func isAvailable(_ person: Person, on day: CalendarDay) -> Bool {
    !person.unavailable.contains(day) && !person.nonWorking.contains(day.weekday)
      && !person.schools.contains { school($0)?.closed.contains(day) ?? false }
  }
}
