import TrefoilModel
import TrefoilSolver

/// Gives the reviews of a solution their days, or says which of them cannot be had together.
struct ReviewDating: Sendable {
  private let model: ReviewModel
  private let calendar: TermCalendar
  private let seed: UInt64
  private let nodes: Int
  private let wishes: [Int: Wish]

  /// A start and a workshop day, as indices, that one review would best have, and what each visit on
  /// another day costs.
  struct Wish: Sendable {
    let start: Int?
    let workshop: Int?
    let cost: Int
  }

  /// - Parameter wishes: by host.
  init(
    _ model: ReviewModel, calendar: TermCalendar, effort: Effort, seed: UInt64,
    wishes: [Int: Wish] = [:]
  ) {
    self.wishes = wishes
    self.model = model
    self.calendar = calendar
    self.seed = seed
    nodes = effort.steps(200_000)
  }

  enum Outcome {
    case dated([Dates])
    /// Indices of tasks that cannot all be dated.
    case impossible([Int])
    case gaveUp
    /// Neither dated nor proven to be impossible when the stop came.
    case stopped
  }

  /// The days of one review.
  struct Dates: Sendable {
    let review: [CalendarDay]
    let workshop: CalendarDay?
    let dataDue: CalendarDay?
  }

  /// Dates for tasks in their order; `stop` ends the search for them soon.
  ///
  /// - Parameter patience: told what the look took.
  func dates(
    of tasks: [StaffedTask], patience: DatingPatience? = nil, stop: StopSignal
  ) -> Outcome {
    var jobs: [DatingJob] = []
    for task in tasks {
      if stop.isSent { return .stopped }
      jobs.append(job(task))
    }
    let rules = model.facts.scenario.rules
    let leadersOut = rules[LeadersOut.self]
    let problem: DatingProblem
    do {
      problem = try DatingProblem(
        dayNumbers: calendar.days.map(\.number), weeks: calendar.days.map { $0.weekStart.number },
        agentCount: model.people.count,
        siteCaps: model.sites.map { leadersOut.limit(at: $0.id) ?? .max },
        jobsPerDayCap: rules[ReviewsADay.self].setting ?? .max,
        restDays: rules[DaysBetween.self].setting, spreadCost: rules[Spread.self].setting,
        jobs: jobs)
    } catch {
      preconditionFailure("a calendar made of checked days is refused: \(error)")
    }
    var left = nodes
    let outcome = DatingSolver(problem).solve(nodes: &left, seed: seed, stop: stop)
    patience?.spend(nodes - left)
    switch outcome {
    case .impossible(let conflict, _): return .impossible(conflict)
    case .gaveUp: return .gaveUp
    case .stopped: return .stopped
    case .dated(let dating):
      return .dated(
        tasks.indices.map { index in
          dates(of: tasks[index], start: dating.starts[index], workshop: dating.followUps[index])
        })
    }
  }

  private func dates(of task: StaffedTask, start: Int, workshop: Int?) -> Dates {
    let days = Array(calendar.days[start..<(start + model.problem.taskDays[task.host])])
    let data = model.facts.scenario.rules[DataBefore.self]
    return Dates(
      review: days, workshop: workshop.map { calendar.days[$0] },
      dataDue: data.due(
        host: model.items[task.host], reviewBegins: calendar.days[start], facts: model.facts))
  }

  // MARK: Jobs

  private func job(_ task: StaffedTask) -> DatingJob {
    let problem = model.problem
    let school = model.items[task.host]
    let length = problem.taskDays[task.host]
    let team =
      task.visitors.map { problem.itemPerson[$0] } + task.staff.map { problem.staffPerson[$0] }
    var starts = calendar.starts(at: school, length: length)
    for person in team {
      starts.formIntersection(calendar.available(model.people[person], length: length))
    }
    let head = [problem.itemPerson[task.host]]
    let wish = wishes[task.host]
    func cost(_ start: Int) -> Int {
      let moved = wish.map { $0.start == start ? 0 : $0.cost * team.count } ?? 0
      return (start..<(start + length)).reduce(moved) { $0 + dislike($1, school) }
    }
    return DatingJob(
      length: length, starts: starts, agents: team, home: head, away: away(team),
      startCosts: starts.days.map { DayCost(day: $0, cost: cost($0)) }.filter { $0.cost > 0 },
      followUp: task.lead.map { followUp(lead: $0, school: school, head: head, wish) })
  }

  private func followUp(
    lead: Int, school: School, head: [Int], _ wish: Wish?
  ) -> DatingFollowUp {
    let person = model.problem.staffPerson[lead]
    var days = calendar.workshopDays(at: school)
    days.formIntersection(calendar.available(model.people[person], length: 1))
    let within = model.facts.scenario.rules[WorkshopWithin.self].governed
    func cost(_ day: Int) -> Int {
      (wish.map { $0.workshop == day ? 0 : $0.cost } ?? 0) + dislike(day, school)
    }
    return DatingFollowUp(
      days: days, window: within.setting(schools: [school.id]), agents: [person], home: head,
      away: away([person]),
      costs: days.days.map { DayCost(day: $0, cost: dislike($0, school)) }.filter { $0.cost > 0 })
  }

  /// How many people of each site are away, sites ascending.
  private func away(_ people: [Int]) -> [SiteCount] {
    var counts: [Int: Int] = [:]
    for person in people {
      if let site = model.problem.personSites[person].first { counts[site, default: 0] += 1 }
    }
    return counts.keys.sorted().map { SiteCount(site: $0, count: counts[$0] ?? 0) }
  }

  private func dislike(_ day: Int, _ school: School) -> Int {
    let rules = model.facts.scenario.rules
    return rules[Weekdays.self].minutes(on: calendar.days[day], at: school.id)
      + rules[Weeks.self].minutes(on: calendar.days[day], at: school.id)
  }
}
