import TrefoilModel

/// Duties that have begun or happened. Nothing changes them, and they take room from what is to come.
struct RepairPast: Sendable {
  /// What one person did, or is in the midst of.
  struct Duty: Sendable {
    let person: Int
    /// Indices of its days in the calendar, as far as they are working days of the term.
    let days: [Int]
    /// From its first day on to the first working day after it: from there days are counted that stay free.
    let span: Range<Int>
    /// Days that limits count for it; none for somebody who came as principal of a school that now has
    /// another one, as the rules do not count those.
    let counted: Int
    let isVisit: Bool

    fileprivate enum Kind {
      case reviewer
      case champion
      case lead
    }
  }

  let duties: [Duty]
  /// By person, the days on which they are at home as principal of a host.
  let atHome: [(person: Int, day: Int)]
  /// For each review and each of its days, the day.
  let reviewDays: [Int]
  /// For each review, the week in which it began.
  let weeks: [CalendarDay]
  /// By staff, their seats on teams.
  let seats: [Int]

  /// O(reviews + days).
  init(_ model: ReviewModel, _ parts: [RepairFrame.Part], _ calendar: TermCalendar?) {
    let calendarDays = calendar?.days ?? []
    var index: [CalendarDay: Int] = [:]
    for (number, day) in calendarDays.enumerated() { index[day] = number }
    var duties: [Duty] = []
    var atHome: [(person: Int, day: Int)] = []
    var reviewDays: [Int] = []
    var seats = [Int](repeating: 0, count: model.staff.count)
    func add(
      _ people: [PersonID], _ duty: Duty.Kind, _ dates: [CalendarDay], _ part: RepairFrame.Part
    ) {
      func count(_ isBefore: (CalendarDay) -> Bool) -> Int { calendarDays.count { isBefore($0) } }
      let first = dates.first.map { first in count { $0 < first } } ?? 0
      let next = dates.last.map { last in count { $0 <= last } } ?? 0
      for person in Set(people.compactMap { model.personIndex[$0] }).sorted() {
        let isVisit =
          duty != .reviewer || part.members.contains { model.problem.itemPerson[$0] == person }
        let length = duty == .lead ? 1 : model.problem.taskDays[part.host]
        duties.append(
          Duty(
            person: person, days: dates.compactMap { index[$0] }, span: first..<max(first, next),
            counted: isVisit ? length : 0, isVisit: isVisit))
      }
    }
    for part in parts {
      guard let old = part.old else { continue }
      if part.isReviewFrozen {
        let days = old.dates.compactMap { index[$0] }
        add(old.reviewers, .reviewer, old.dates, part)
        add(old.champions, .champion, old.dates, part)
        atHome += days.map { (model.problem.itemPerson[part.host], $0) }
        reviewDays += days
        for staff in part.oldChampions { seats[staff] += 1 }
      }
      if part.isWorkshopFrozen, let lead = old.workshopLead {
        let dates = old.workshopDate.map { [$0] } ?? []
        add([lead], .lead, dates, part)
        atHome += dates.compactMap { index[$0] }.map { (model.problem.itemPerson[part.host], $0) }
      }
    }
    self.duties = duties
    self.atHome = atHome
    self.reviewDays = reviewDays
    weeks = parts.compactMap { $0.isReviewFrozen ? $0.old?.dates.first?.weekStart : nil }
    self.seats = seats
  }

  /// What is taken of each row of a repair before anything is chosen.
  func taken(_ model: ReviewModel, daysBetween: Int) -> [RepairRows.Key: Int] {
    var taken: [RepairRows.Key: Int] = [:]
    for duty in duties {
      for day in duty.days {
        let isFirst = taken[.place(person: duty.person, day: day)] == nil
        taken[.place(person: duty.person, day: day), default: 0] += 1
        if isFirst, duty.isVisit, let site = model.problem.personSites[duty.person].first {
          taken[.leadersOut(site: site, day: day), default: 0] += 1
        }
      }
      guard daysBetween > 0, duty.isVisit else { continue }
      for day in duty.span.lowerBound..<(duty.span.upperBound + daysBetween) {
        taken[.rest(person: duty.person, day: day), default: 0] += 1
      }
    }
    for (person, day) in atHome { taken[.place(person: person, day: day), default: 0] += 1 }
    for week in weeks { taken[.week(week), default: 0] += 1 }
    for day in reviewDays { taken[.reviewsADay(day: day), default: 0] += 1 }
    return taken
  }
}
