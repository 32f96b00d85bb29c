import TrefoilModel
import TrefoilSolver

/// Repairs of which the days alone are chosen, where a choice of people and days together is too large.
extension RepairPlanner {
  /// Minutes for each visit on another day than the published one: more than any dislike of a day.
  private static let moved = 10_000

  /// The groups and people of a plan, on days as near to the published ones as a quick search finds; nil
  /// where some have begun, or no such days keep every rule.
  func redated(
    _ plan: TermPlan, _ course: RepairCourse, _ stop: StopSignal
  ) async throws -> Made? {
    var plan = plan
    plan.groups = plan.groups.map(withHeads)
    guard repair.freezeBefore == nil, let calendar = TermCalendar(after) else { return nil }
    let sizes = Dictionary(grouping: plan.groups, by: \.schools.count).mapValues(\.count)
    let shape = Remainder.Shape(groups: sizes, resting: plan.resting.count)
    let compiled = try await ReviewCompiler.compile(
      after, shape: shape, threads: options.threads, stop: stop)
    guard let model = compiled, let tasks = Self.tasks(of: plan, model) else { return nil }
    let dating = ReviewDating(
      model, calendar: calendar, effort: options.effort, seed: options.seed,
      wishes: wishes(course.published, model, calendar))
    guard case .dated(let dates) = dating.dates(of: tasks, stop: stop) else { return nil }
    let made = dated(plan, dates, course.published)
    let verdict = fitness(course).verdict(on: made)
    return verdict.broken.isEmpty ? Made(plan: made, verdict: verdict, found: nil) : nil
  }

  /// Nil where somebody is not of the trust as it is now, or cannot have their duty.
  private static func tasks(of plan: TermPlan, _ model: ReviewModel) -> [StaffedTask]? {
    var tasks: [StaffedTask] = []
    for group in plan.groups {
      let members = group.schools.compactMap { model.itemIndex[$0] }
      for review in group.reviews {
        let visitors = review.reviewers.compactMap { person in
          members.first { model.people[model.problem.itemPerson[$0]].id == person }
        }
        let staff = review.champions.compactMap { model.staffIndex[$0] }
        let lead = review.workshopLead.flatMap { model.staffIndex[$0] }
        guard let host = model.itemIndex[review.host], visitors.count == review.reviewers.count,
          staff.count == review.champions.count, (lead == nil) == (review.workshopLead == nil)
        else { return nil }
        tasks.append(StaffedTask(host: host, visitors: visitors, staff: staff, lead: lead))
      }
    }
    return tasks
  }

  private func wishes(
    _ published: TermPlan, _ model: ReviewModel, _ calendar: TermCalendar
  ) -> [Int: ReviewDating.Wish] {
    var index: [CalendarDay: Int] = [:]
    for (number, day) in calendar.days.enumerated() { index[day] = number }
    var wishes: [Int: ReviewDating.Wish] = [:]
    for review in published.groups.flatMap(\.reviews) {
      guard let host = model.itemIndex[review.host] else { continue }
      wishes[host] = ReviewDating.Wish(
        start: review.dates.first.flatMap { index[$0] },
        workshop: review.workshopDate.flatMap { index[$0] }, cost: Self.moved)
    }
    return wishes
  }

  private func dated(
    _ plan: TermPlan, _ dates: [ReviewDating.Dates], _ published: TermPlan
  ) -> TermPlan {
    let old = Dictionary(published.groups.flatMap(\.reviews).map { ($0.host, $0) }) { one, _ in one
    }
    var dates = dates.makeIterator()
    var plan = plan
    for group in plan.groups.indices {
      for index in plan.groups[group].reviews.indices {
        guard let days = dates.next() else { continue }
        var review = plan.groups[group].reviews[index]
        (review.dates, review.workshopDate) = (days.review, days.workshop)
        review.dataDue = days.dataDue
        if let was = old[review.host], was.dates == days.review, let due = was.dataDue,
          let latest = days.dataDue, due <= latest,
          after.school(review.host).map({ after.isOpen($0, on: due) }) ?? false
        {
          review.dataDue = due
        }
        plan.groups[group].reviews[index] = review
      }
    }
    return plan
  }
}
