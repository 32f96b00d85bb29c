import TrefoilModel
import TrefoilSolver

/// On which days the parts of a repair may be, and what days they take.
///
/// Without dates there is one day, on which everything may be and nothing meets.
struct RepairCalendar: Sendable {
  private let frame: RepairFrame
  private let options: RepairOptions
  /// Working days that stay free between two duties of one person.
  let daysBetween: Int
  /// By length, then person: the days from which they are free so long.
  private let free: [[DayIndexSet]]
  /// By host: the days on which it can have a workshop.
  private let hosting: [DayIndexSet]

  /// O(people x days x longest review).
  init(_ frame: RepairFrame, options: RepairOptions) {
    self.frame = frame
    self.options = options
    daysBetween =
      frame.calendar == nil ? 0 : frame.model.facts.scenario.rules[DaysBetween.self].setting
    let model = frame.model
    let longest = max(1, model.problem.taskDays.max() ?? 1)
    let any = DayIndexSet([0])
    guard let calendar = frame.calendar else {
      free = Array(
        repeating: Array(repeating: any, count: model.people.count), count: longest + 1)
      hosting = Array(repeating: any, count: model.items.count)
      return
    }
    free = (0...longest).map { length in
      model.people.map { calendar.available($0, length: length) }
    }
    hosting = model.items.map { calendar.workshopDays(at: $0) }
  }

  private var facts: TrustFacts { frame.model.facts }

  /// Whether there are days at all.
  var hasDays: Bool { frame.calendar != nil }

  func day(_ index: Int) -> CalendarDay? { frame.calendar?.days[index] }

  /// Days that the review of a host takes.
  func length(at host: Int) -> Int { frame.model.problem.taskDays[host] }

  /// Indices of the days that a review takes from a day on.
  func run(from start: Int, at host: Int) -> Range<Int> {
    hasDays ? start..<(start + length(at: host)) : start..<start
  }

  /// The first days on which a review that has not begun may begin, host and reviewers there, ascending.
  func starts(of part: RepairFrame.Part) -> [Int] {
    guard let calendar = frame.calendar else { return [0] }
    let host = frame.model.items[part.host]
    var starts = calendar.starts(at: host, length: length(at: part.host))
    for person in frame.visitorPersons(of: part) {
      starts.formIntersection(free[length(at: part.host)][person])
    }
    return starts.days.filter { start in
      (isStanding(start, part) || mayBegin(calendar.days[start]))
        && hasDataInTime(start, part, host)
    }
  }

  /// Whether the review is where it was published and new to none of its reviewers: in other groups others
  /// may come to it.
  private func isStanding(_ start: Int, _ part: RepairFrame.Part) -> Bool {
    isKept(start, part) && part.isKnownToVisitors
  }

  /// Whether the review is where it was published, on all its days.
  func isKept(_ start: Int, _ part: RepairFrame.Part) -> Bool {
    guard start == part.oldStart, let old = part.old else { return false }
    return !hasDays || old.dates == run(from: start, at: part.host).compactMap(day)
  }

  /// Whether a new duty may begin on the day.
  func mayBegin(_ day: CalendarDay?) -> Bool {
    guard let day, let earliest = options.earliest else { return true }
    return day >= earliest
  }

  /// Whether the host still has time for its data, or has it ready.
  private func hasDataInTime(_ start: Int, _ part: RepairFrame.Part, _ host: School) -> Bool {
    guard let first = options.freezeBefore, let due = due(start, host) else { return true }
    return due >= first || standingDue(start, part) != nil
  }

  private func due(_ start: Int, _ host: School) -> CalendarDay? {
    guard let calendar = frame.calendar else { return nil }
    return facts.scenario.rules[DataBefore.self]
      .due(host: host, reviewBegins: calendar.days[start], facts: facts)
  }

  /// The day by which the host's data is due: the published one while that still holds.
  func dataDue(_ start: Int, _ part: RepairFrame.Part) -> CalendarDay? {
    standingDue(start, part) ?? due(start, frame.model.items[part.host])
  }

  /// The published day, if it is early enough for a review from a day on, and the review keeps its days or
  /// the data was ready before.
  private func standingDue(_ start: Int, _ part: RepairFrame.Part) -> CalendarDay? {
    let host = frame.model.items[part.host]
    guard let old = part.old?.dataDue, let latest = due(start, host), old <= latest,
      facts.isOpen(host, on: old), isKept(start, part) || options.hasBegun(old)
    else { return nil }
    return old
  }

  /// Whether a person is free for a review of this host from a day on.
  func isFree(_ person: Int, from start: Int, at host: Int) -> Bool {
    free[length(at: host)][person].contains(start)
  }

  /// The days on which a person can lead the workshop of a review, ascending; those that follow the review
  /// in time, where that has begun.
  func workshopDays(of part: RepairFrame.Part, lead person: Int) -> [Int] {
    var days = hosting[part.host]
    days.formIntersection(free[1][person])
    guard part.isReviewFrozen, let end = part.old?.dates.last else { return days.days }
    let window = window(at: part.host)
    return days.days.filter { index in
      day(index).map { $0 > end && $0 - end <= window } ?? true
    }
  }

  /// Calendar days after its review within which the workshop of a host is.
  func window(at host: Int) -> Int {
    facts.scenario.rules[WorkshopWithin.self].governed
      .setting(schools: [frame.model.items[host].id])
  }

  /// How much a day is disliked for a review or workshop at a host.
  func dislike(_ index: Int, at host: Int) -> Int {
    guard let day = day(index) else { return 0 }
    let school = frame.model.items[host].id
    let rules = facts.scenario.rules
    return rules[Weekdays.self].minutes(on: day, at: school)
      + rules[Weeks.self].minutes(on: day, at: school)
  }
}
