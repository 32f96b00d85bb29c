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
      let changes =
        conflicts != person.conflicts || days != person.unavailable
        || weekdays != person.nonWorking
      return changes
        ? person.with(
          capacity: person.capacity, unavailable: days, nonWorking: weekdays, conflicts: conflicts)
        : person
    }
  }

  private func closed(_ days: DaySet, _ requirement: Requirement) -> DaySet {
    if relaxation.dropped.contains(requirement) { return DaySet() }
    guard case .days(let freed) = relaxation.eased[requirement] else { return days }
    let question = Self.days(of: requirement, facts)
    return DaySet(
      question.indices.filter { !freed.contains($0) }.map { DayRange(question[$0], question[$0]) })
  }

  private func absences(of person: Person) -> (DaySet, WeekdaySet) {
    let requirement = Requirement.absence(person.id)
    if relaxation.dropped.contains(requirement) { return (DaySet(), []) }
    guard case .days = relaxation.eased[requirement] else {
      return (person.unavailable, person.nonWorking)
    }
    // What is left is named day by day, weekdays too.
    return (closed(person.unavailable, requirement), [])
  }

  /// The days in question of what closes or takes away days, in order.
  static func days(of requirement: Requirement, _ facts: TrustFacts) -> [CalendarDay] {
    guard let term = facts.scenario.term.dates else { return [] }
    let all = (term.starts.number...term.ends.number).map { CalendarDay(number: $0) }
      .filter { !$0.weekday.isWeekend }
    switch requirement {
    case .closedTerm: return all.filter { term.closed.contains($0) }
    case .closure(let id):
      guard let school = facts.school(id) else { return [] }
      return all.filter { school.closed.contains($0) }
    case .absence(let id):
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
