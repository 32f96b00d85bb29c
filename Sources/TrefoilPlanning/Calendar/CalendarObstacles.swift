import TrefoilModel
import TrefoilSolver

/// Plain reasons why a term has no dates for its reviews, whoever is on the teams.
struct CalendarObstacles {
  private let model: ReviewModel
  private let calendar: TermCalendar

  init(_ model: ReviewModel, _ calendar: TermCalendar) {
    self.model = model
    self.calendar = calendar
  }

  var sentences: [String] {
    let proven = proven
    return proven.isEmpty
      ? ["No dates were found that keep every rule of the calendar with any teams tried."] : proven
  }

  /// Each of these is enough to rule out all dates, where no school may rest.
  var proven: [String] { hosts + principals }

  /// Principals with fewer days in the review window than their own review and their visits take.
  private var principals: [String] {
    let problem = model.problem
    let visits = (problem.sizes.min() ?? 3) == 2 ? 1 : 2
    let shortest = problem.taskDays.min() ?? 1
    var needed: [Int: Int] = [:]
    for item in model.items.indices {
      needed[problem.itemPerson[item], default: 0] += problem.taskDays[item] + visits * shortest
    }
    return needed.keys.sorted().compactMap { index in
      let person = model.people[index]
      let free = calendar.days.count {
        calendar.term.reviews.contains($0) && model.facts.isAvailable(person, on: $0)
      }
      guard let least = needed[index], free < least else { return nil }
      return
        "\(person.name) can be on duty or host on \(free) days of the review window; the review "
        + "of an own school and visits to others take \(least)."
    }
  }

  /// Schools that cannot host on any day.
  var hosts: [String] {
    model.items.indices.compactMap { host in
      let school = model.items[host]
      let starts = calendar.starts(at: school, length: model.problem.taskDays[host])
      return starts.isEmpty
        ? "\(school.name) has no day in the review window on which it is open, without tests, its "
          + "principal there and its data due in the term." : nil
    }
  }
}
