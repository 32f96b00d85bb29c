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
    let hosts = hosts
    return hosts.isEmpty
      ? ["No dates were found that keep every rule of the calendar with any teams tried."] : hosts
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
