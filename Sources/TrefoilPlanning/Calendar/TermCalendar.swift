import TrefoilModel
import TrefoilSolver

/// The working days of a term, numbered, and who can do what on them.
struct TermCalendar: Sendable {
  let facts: TrustFacts
  let term: TermDates
  /// Working days of the trust from the first to the last of the term.
  let days: [CalendarDay]

  /// Nil when the term has no dates.
  init?(_ facts: TrustFacts) {
    guard let term = facts.scenario.term.dates else { return nil }
    self.facts = facts
    self.term = term
    days = term.days.days.filter { facts.isWorkingDay($0) }
  }

  typealias Days = DayIndexSet

  /// Day indices on which a review of this length can start at the host: every day of it in the
  /// review window, on days that follow on, the host open, its principal there, its data due in
  /// the term.
  func starts(at host: School, length: Int) -> Days {
    let data = facts.scenario.rules[DataBefore.self]
    return Days(
      days.indices.filter { start in
        guard start + length <= days.count else { return false }
        for day in days[start..<(start + length)] {
          guard term.reviews.contains(day), isHosting(host, on: day) else { return false }
        }
        return days[start + length - 1] - days[start] == length - 1
          && data.due(host: host, reviewBegins: days[start], facts: facts) != nil
      })
  }

  /// Day indices on which the host can have a workshop.
  func workshopDays(at host: School) -> Days {
    Days(days.indices.filter { isHosting(host, on: days[$0]) })
  }

  private func isHosting(_ host: School, on day: CalendarDay) -> Bool {
    guard facts.canHost(host, on: day) else { return false }
    return facts.principal(of: host.id).map { facts.isAvailable($0, on: day) } ?? true
  }

  /// Day indices from which the person is available for so many days on end.
  func available(_ person: Person, length: Int) -> Days {
    Days(
      days.indices.filter { start in
        start + length <= days.count
          && days[start..<(start + length)].allSatisfy { facts.isAvailable(person, on: $0) }
      })
  }

  /// The starts from which a workshop on one of the days is possible: after the last day of the
  /// review, within so many calendar days.
  func starts(_ starts: Days, length: Int, before workshops: Days, within: Int) -> Days {
    Days(
      starts.days.filter { start in
        let ends = days[start + length - 1]
        var day = start + length
        while day < days.count && days[day] - ends <= within {
          if workshops.contains(day) { return true }
          day += 1
        }
        return false
      })
  }
}
