import TrefoilModel

/// Heads who are away as long as something can be that they are needed for, while nobody acts in their place.
///
/// A head is there when their school is reviewed or has its workshop, and visits the others of the group, so
/// that no plan fits before somebody is named who acts: what a search could say of it would name everything
/// else.
struct AwayHeads {
  private let facts: TrustFacts
  private let published: TermPlan
  /// Schools whose groups have begun: what these are to visit stays.
  private let bound: Set<SchoolID>
  private let options: RepairOptions
  /// Days of the term that have not begun.
  private let left: [CalendarDay]

  /// - Parameter facts: the trust as it is now.
  init(_ facts: TrustFacts, _ course: RepairCourse, _ options: RepairOptions) {
    self.facts = facts
    published = course.term
    bound = Set(course.begun.flatMap(\.schools))
    self.options = options
    left = Self.working(facts).filter { !options.hasBegun($0) }
  }

  private static func working(_ facts: TrustFacts) -> [CalendarDay] {
    facts.scenario.term.dates?.days.days.filter(facts.isWorkingDay) ?? []
  }

  /// A sentence for each, in the order of the schools. O(schools x days).
  var sentences: [String] { all.map(\.sentence) }

  /// Whether somebody is away on every day that is left, so that nothing else needs to be in the way.
  var isAnyAwayThroughout: Bool { all.contains(where: \.isThroughout) }

  private var all: [(sentence: String, isThroughout: Bool)] {
    facts.participants.compactMap { school in
      guard let head = facts.principal(of: school.id),
        let time = absence(of: head, tasks(of: head, at: school))
      else { return nil }
      let sentence =
        "\(head.name) is away \(time), and nobody acts as head of \(school.name). Name who does, "
        + "with 'acting' in the change file."
      return (sentence, !left.contains { facts.isAvailable(head, on: $0) })
    }
  }

  // MARK: What is to come

  /// Something that a head is needed for, and each run of days on which it can still be.
  private struct Task {
    let name: String
    let runs: [[CalendarDay]]
  }

  /// Nil for a school that is in no group: anything of its review is to come.
  private func tasks(of head: Person, at school: School) -> [Task]? {
    guard let group = published.groups.first(where: { $0.schools.contains(school.id) }) else {
      return published.resting.contains(school.id) ? [] : nil
    }
    return group.reviews.flatMap { review -> [Task] in
      guard let host = facts.school(review.host) else { return [] }
      let isOwn = review.host == school.id
      var tasks: [Task] = []
      let isBound = bound.contains(school.id)
      let comes =
        isOwn || isBound && (group.schools.count < 4 || review.reviewers.contains(head.id))
      if comes, !options.hasBegun(review.dates.first) {
        tasks.append(Task(name: "the review at \(host.name)", runs: reviewRuns(at: host)))
      }
      if isOwn, review.workshopLead != nil, !options.hasBegun(review.workshopDate) {
        tasks.append(
          Task(name: "the workshop at \(host.name)", runs: workshopDays(of: review, at: host)))
      }
      return tasks
    }
  }

  private func reviewRuns(at host: School) -> [[CalendarDay]] {
    guard let reviews = facts.scenario.term.dates?.reviews else { return [] }
    let length = facts.reviewDays(at: host)
    return left.indices.compactMap { start -> [CalendarDay]? in
      guard start + length <= left.count else { return nil }
      let run = Array(left[start..<(start + length)])
      let isRun = run[length - 1] - run[0] == length - 1
      return isRun && run.allSatisfy { reviews.contains($0) && facts.canHost(host, on: $0) }
        ? run : nil
    }
  }

  private func workshopDays(of review: Review, at host: School) -> [[CalendarDay]] {
    let window = facts.scenario.rules[WorkshopWithin.self].governed.setting(schools: [host.id])
    return left.filter { day in
      guard facts.canHost(host, on: day) else { return false }
      guard options.hasBegun(review.dates.first), let end = review.dates.last else { return true }
      return day > end && day - end <= window
    }.map { [$0] }
  }

  // MARK: Absence

  /// For how long a head is away; nil for one who is there whenever it has to be.
  private func absence(of head: Person, _ tasks: [Task]?) -> String? {
    if let tasks, tasks.isEmpty { return nil }
    if head.isAway { return "all term" }
    func isThere(_ day: CalendarDay) -> Bool { facts.isAvailable(head, on: day) }
    if left.isEmpty { return nil }
    if !left.contains(where: isThere) {
      return Self.working(facts).contains(where: isThere) ? "for the rest of the term" : "all term"
    }
    let missed = tasks?.first { task in
      !task.runs.isEmpty && !task.runs.contains { $0.allSatisfy(isThere) }
    }
    return missed.map { "on every day on which \($0.name) can still be" }
  }
}
