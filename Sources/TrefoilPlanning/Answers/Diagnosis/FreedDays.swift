import TrefoilModel

/// Days in the way of dates: those on which people are away, schools closed, or reviews not held; and
/// who is free on which of them where a ``Relaxation`` says so.
///
/// Days in question are the days of the term from Monday to Friday.
struct FreedDays {
  private let scenario: Scenario
  private let index: Int
  private let facts: TrustFacts
  private let relaxation: Relaxation

  init(_ scenario: Scenario, term: Int, facts: TrustFacts, _ relaxation: Relaxation) {
    self.scenario = scenario
    index = term
    self.facts = facts
    self.relaxation = relaxation
  }

  /// The term with what is freed in it.
  var term: Term {
    let term = scenario.term(at: index)
    guard let dates = term.dates else { return term }
    let closed = closed(dates.closed, .closedTerm)
    var reviews = dates.reviews
    if relaxation.dropped.contains(.window) { reviews = dates.days }
    if case .setting(let step) = relaxation.eased[.window] {
      reviews = Self.widerWindows(of: dates)[step]
    }
    return Term(
      name: term.name,
      dates: TermDates(starts: dates.starts, ends: dates.ends, closed: closed, reviews: reviews),
      away: term.away)
  }

  var later: [Term]? {
    guard index > 0, index <= scenario.later.count else { return nil }
    var later = scenario.later
    later[index - 1] = term
    return later
  }

  var schools: [School]? {
    guard facts.scenario.term.dates != nil else { return nil }
    return scenario.schools.map { school in
      let closed = closed(school.closed, .closure(school.id))
      return closed == school.closed ? school : school.with(closed: closed)
    }
  }

  var people: [Person] {
    scenario.people.map { person in
      let conflicts = person.conflicts.filter {
        !relaxation.dropped.contains(.conflict(person.id, $0))
      }
      let (days, weekdays) = absences(of: person)
      let isBack = relaxation.dropped.contains(.away(person.id))
      let person = isBack ? person.atWork : person
      let changes =
        conflicts != person.conflicts || days != person.unavailable
        || weekdays != person.nonWorking || isBack
      return changes
        ? person.with(
          capacity: person.capacity, unavailable: days, nonWorking: weekdays, conflicts: conflicts)
        : person
    }
  }

  /// Without the days that are freed: in this term alone, since other terms may need no easing.
  private func closed(_ days: DaySet, _ requirement: Requirement) -> DaySet {
    days.without(freed(requirement))
  }

  private func freed(_ requirement: Requirement) -> [CalendarDay] {
    if relaxation.dropped.contains(requirement) { return Self.days(of: requirement, facts) }
    guard case .days(let freed) = relaxation.eased[requirement] else { return [] }
    let question = Self.days(of: requirement, facts)
    return question.indices.filter(freed.contains).map { question[$0] }
  }

  private func absences(of person: Person) -> (DaySet, WeekdaySet) {
    let freed = freed(person.isAway ? .away(person.id) : .absence(person.id))
    if freed.isEmpty { return (person.unavailable, person.nonWorking) }
    // What is left is named day by day in all terms, weekdays too.
    let weekdays = ([scenario.term] + scenario.later).compactMap(\.dates).flatMap { dates in
      dates.days.days.filter { person.nonWorking.contains($0.weekday) }
    }
    let all = DaySet(person.unavailable.ranges + weekdays.map { DayRange($0, $0) })
    return (all.without(freed), [])
  }

  /// The days in question of what closes or takes away days, in order.
  static func days(of requirement: Requirement, _ facts: TrustFacts) -> [CalendarDay] {
    guard let term = facts.scenario.term.dates else { return [] }
    let all = term.days.days.filter { !$0.weekday.isWeekend }
    switch requirement {
    case .closedTerm: return all.filter { term.closed.contains($0) }
    case .closure(let id):
      guard let school = facts.school(id) else { return [] }
      return all.filter { school.closed.contains($0) }
    case .absence(let id), .away(let id):
      guard let person = facts.person(id) else { return [] }
      return all.filter {
        person.unavailable.contains($0) || person.nonWorking.contains($0.weekday)
      }
    default: return []
    }
  }

  /// Windows that end a day later at a time, then windows that begin a day sooner at a time.
  static func widerWindows(of term: TermDates) -> [DayRange] {
    let (first, last) = (term.reviews.first, term.reviews.last)
    let later = (last.number...term.ends.number).dropFirst()
      .map { DayRange(first, CalendarDay(number: $0)) }
    let sooner = (term.starts.number...first.number).dropLast().reversed()
      .map { DayRange(CalendarDay(number: $0), last) }
    return later + sooner
  }
}
