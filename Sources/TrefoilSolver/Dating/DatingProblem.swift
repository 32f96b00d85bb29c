/// Jobs that need days, agents that can be in one place a day, and the limits they share.
///
/// The hard rules: a job runs on `length` consecutive day indices from one of its allowed starts;
/// its follow-up is on one of its allowed days, 1 to `window` calendar days after the job's last
/// day; an agent is in at most one activity (job or follow-up, on duty or at home) a day; two
/// duties of one agent in different activities on days x < y have y - x > `restDays`; no site has
/// more agents away on a day than its cap; no more than `jobsPerDayCap` jobs run on a day.
/// The cost: what the chosen days cost, and `spreadCost` for every job that starts in a week
/// beyond `evenShare`.
public struct DatingProblem: Sendable {
  /// The calendar day number of each day index, strictly increasing.
  public let dayNumbers: [Int]
  /// The week of each day index; any numbers, equal within a week.
  public let weeks: [Int]
  /// How many agents there are; they are named 0 ..< agentCount.
  public let agentCount: Int
  /// The most agents of each site that may be away on one day; `Int.max` for no limit.
  public let siteCaps: [Int]
  /// The most jobs, follow-ups not counted, that may run on one day; `Int.max` for no limit.
  public let jobsPerDayCap: Int
  /// How many day indices must lie free between two duties of one agent.
  public let restDays: Int
  /// What each job beyond the even share of its week costs.
  public let spreadCost: Int
  /// The jobs.
  public let jobs: [DatingJob]
  /// The jobs a week may start free of spread cost: jobs over weeks, rounded up, where a week
  /// counts when at least one job may start in it; 0 when no job may start at all.
  public let evenShare: Int

  /// How many days the calendar has.
  public var dayCount: Int { dayNumbers.count }

  /// Checks the numbers and makes a problem of them; O(size of the input).
  ///
  /// - Throws: the first `DatingFault` found.
  public init(
    dayNumbers: [Int], weeks: [Int], agentCount: Int, siteCaps: [Int],
    jobsPerDayCap: Int = .max, restDays: Int = 0, spreadCost: Int = 0, jobs: [DatingJob]
  ) throws(DatingFault) {
    self.dayNumbers = dayNumbers
    self.weeks = weeks
    self.agentCount = agentCount
    self.siteCaps = siteCaps
    self.jobsPerDayCap = jobsPerDayCap
    self.restDays = restDays
    self.spreadCost = spreadCost
    self.jobs = jobs
    evenShare = Self.evenShare(of: jobs, weeks: weeks)
    try checkCalendar()
    try checkNumbers()
    for job in jobs.indices { try checkJob(job) }
  }

  private static func evenShare(of jobs: [DatingJob], weeks: [Int]) -> Int {
    var mayStart = [Bool](repeating: false, count: weeks.count)
    for job in jobs {
      for day in job.starts.days
      where job.length >= 1 && day < weeks.count
        && job.length <= weeks.count - day
      {
        mayStart[day] = true
      }
    }
    let open = Set(weeks.indices.filter { mayStart[$0] }.map { weeks[$0] }).count
    return open == 0 ? 0 : (jobs.count + open - 1) / open
  }
}
