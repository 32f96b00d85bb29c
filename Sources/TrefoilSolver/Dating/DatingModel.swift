/// Some jobs of a problem, compiled into flat tables for search and improvement.
///
/// Jobs and activities are numbered anew; `jobs` leads back. Tables of days are indexed by
/// `activity << shift | day`.
struct DatingModel {
  /// The problem's index of each job.
  let jobs: [Int]
  /// The activity of each job itself; its follow-up, where there is one, is its partner.
  let jobActivity: [Int]
  let activityJob: [Int]
  let partner: [Int]
  let length: [Int]
  let days: DatingDays
  let conflicts: DatingConflicts
  let counters: DatingCounters
  let agents: DatingAgents
  /// The cost of each day, the spread left out.
  let cost: [Int]
  /// The week of each day, numbered from 0.
  let week: [Int]
  let weekCount: Int
  let evenShare: Int
  let spreadCost: Int
  let restDays: Int

  var activityCount: Int { activityJob.count }
  var dayCount: Int { days.dayCount }
  var shift: Int { days.shift }
  var wordCount: Int { days.wordCount }

  /// Compiles the jobs listed, in that order.
  init(_ problem: DatingProblem, jobs: [Int]) {
    let activities = DatingActivity.list(problem, jobs: jobs)
    self.jobs = jobs
    jobActivity = activities.indices.filter { !activities[$0].isFollowUp }
    activityJob = activities.map(\.job)
    partner = activities.map(\.partner)
    length = activities.map(\.length)
    restDays = min(problem.restDays, problem.dayCount)
    agents = DatingAgents(activities)
    conflicts = DatingConflicts(activities, agents: agents, restDays: restDays)
    let days = DatingDays(
      problem, activities: activities, jobs: jobs, gaps: conflicts.partnerGap)
    self.days = days
    counters = DatingCounters(problem, activities: activities, days: days)
    var cost = [Int](repeating: 0, count: activities.count << days.shift)
    for (index, activity) in activities.enumerated() {
      for entry in activity.costs where entry.day >= 0 && entry.day < days.dayCount {
        cost[index << days.shift | entry.day] += entry.cost
      }
    }
    self.cost = cost
    let names = Set(problem.weeks).sorted()
    week = problem.weeks.map { name in names.firstIndex(of: name) ?? 0 }
    weekCount = names.count
    evenShare = problem.evenShare
    spreadCost = problem.spreadCost
  }

  /// What the days cost together, the spread included; `day` has one entry an activity.
  func totalCost(_ day: [Int]) -> Int {
    var total = 0
    for activity in 0..<activityCount { total += cost[activity << shift | day[activity]] }
    var started = [Int](repeating: 0, count: weekCount)
    for activity in jobActivity { started[week[day[activity]]] += 1 }
    return started.reduce(total) { $0 + max(0, $1 - evenShare) * spreadCost }
  }

  /// The starts that keep a first activity clear of a second one that starts on `day` are those
  /// outside this range.
  @inline(__always)
  func blocked(_ activity: Int, by other: Int, on day: Int, gap: Int) -> ClosedRange<Int> {
    let lowest = max(0, day - gap - length[activity] + 1)
    return lowest...max(lowest, min(dayCount - 1, day + length[other] - 1 + gap))
  }

  /// The bits of one word of a bit set that lie in a range of days.
  @inline(__always)
  static func mask(word: Int, _ range: ClosedRange<Int>) -> UInt64 {
    let from = range.lowerBound - word << 6
    let to = range.upperBound - word << 6
    guard from < 64, to >= 0 else { return 0 }
    let above = from <= 0 ? UInt64.max : UInt64.max << UInt64(from)
    let below = to >= 63 ? UInt64.max : (1 << UInt64(to + 1)) - 1
    return above & below
  }
}
