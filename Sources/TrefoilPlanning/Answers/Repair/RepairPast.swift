import TrefoilModel

/// Duties that have begun or happened. Nothing changes them, and they take room from what is to come.
struct RepairPast: Sendable {
  /// What one person did, or is in the midst of.
  struct Duty: Sendable {
    let person: Int
    /// Indices of its days in the calendar, as far as they are working days of the term.
    let days: [Int]
    /// Days that limits count for it.
    let counted: Int
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
    var index: [CalendarDay: Int] = [:]
    for (number, day) in (calendar?.days ?? []).enumerated() { index[day] = number }
    var duties: [Duty] = []
    var atHome: [(person: Int, day: Int)] = []
    var reviewDays: [Int] = []
    var seats = [Int](repeating: 0, count: model.staff.count)
    func add(_ people: [PersonID], _ days: [Int], counted: Int, at host: Int) {
      for person in Set(people.compactMap { model.personIndex[$0] }).sorted() {
        duties.append(Duty(person: person, days: days, counted: counted))
      }
      atHome += days.map { (model.problem.itemPerson[host], $0) }
    }
    for part in parts {
      guard let old = part.old else { continue }
      if part.isReviewFrozen {
        let days = old.dates.compactMap { index[$0] }
        add(old.team, days, counted: model.problem.taskDays[part.host], at: part.host)
        reviewDays += days
        for staff in part.oldChampions { seats[staff] += 1 }
      }
      if part.isWorkshopFrozen, let lead = old.workshopLead, let day = old.workshopDate {
        add([lead], index[day].map { [$0] } ?? [], counted: 1, at: part.host)
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
        if isFirst, let site = model.problem.personSites[duty.person].first {
          taken[.leadersOut(site: site, day: day), default: 0] += 1
        }
      }
      guard daysBetween > 0, let first = duty.days.first, let last = duty.days.last else {
        continue
      }
      for day in first...(last + daysBetween) {
        taken[.rest(person: duty.person, day: day), default: 0] += 1
      }
    }
    for (person, day) in atHome { taken[.place(person: person, day: day), default: 0] += 1 }
    for week in weeks { taken[.week(week), default: 0] += 1 }
    for day in reviewDays { taken[.reviewsADay(day: day), default: 0] += 1 }
    return taken
  }
}
