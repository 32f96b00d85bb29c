/// Limits on the numbers of a problem, so that nothing the solver adds or indexes can overflow.
extension DatingProblem {
  private static let largestCost = 1 << 40
  private static let largestDayNumber = 1 << 40
  private static let largestTable = 1 << 28

  func checkCalendar() throws(DatingFault) {
    guard weeks.count == dayCount else { throw .countsDiffer(table: "weeks") }
    for day in dayNumbers.indices {
      guard dayNumbers[day].magnitude <= UInt(Self.largestDayNumber) else {
        throw .numberOutOfRange(what: "dayNumbers")
      }
      guard day == 0 || dayNumbers[day] > dayNumbers[day - 1] else {
        throw .daysNotIncreasing(day: day)
      }
    }
  }

  func checkNumbers() throws(DatingFault) {
    guard agentCount >= 0, agentCount < Self.largestTable else {
      throw .numberOutOfRange(what: "agentCount")
    }
    guard siteCaps.allSatisfy({ $0 >= 0 }) else { throw .numberOutOfRange(what: "siteCaps") }
    guard jobsPerDayCap >= 0 else { throw .numberOutOfRange(what: "jobsPerDayCap") }
    guard restDays >= 0, restDays < Self.largestTable else {
      throw .numberOutOfRange(what: "restDays")
    }
    guard spreadCost >= 0, spreadCost <= Self.largestCost else {
      throw .numberOutOfRange(what: "spreadCost")
    }
    // Costs stay below 2^62 in all: 2^40 each, at most three for each of fewer than 2^20 jobs.
    guard jobs.count < 1 << 20, (jobs.count + 1) * 2 * (dayCount + 64) * 2 < Self.largestTable
    else { throw .numberOutOfRange(what: "jobs") }
  }

  func checkJob(_ index: Int) throws(DatingFault) {
    let job = jobs[index]
    guard job.length >= 1 else { throw .jobOutOfRange(job: index, what: "length") }
    try check(job.agents + job.home, of: index)
    try check(job.away, of: index)
    try check(job.startCosts, of: index)
    guard let followUp = job.followUp else { return }
    guard followUp.window >= 1, followUp.window <= Self.largestDayNumber else {
      throw .jobOutOfRange(job: index, what: "window")
    }
    try check(followUp.agents + followUp.home, of: index)
    try check(followUp.away, of: index)
    try check(followUp.costs, of: index)
  }

  private func check(_ agents: [Int], of job: Int) throws(DatingFault) {
    for agent in agents where agent < 0 || agent >= agentCount {
      throw .unknownAgent(job: job, agent: agent)
    }
  }

  private func check(_ away: [SiteCount], of job: Int) throws(DatingFault) {
    var left = Self.largestTable
    for entry in away {
      guard siteCaps.indices.contains(entry.site) else {
        throw .unknownSite(job: job, site: entry.site)
      }
      guard entry.count >= 0, entry.count <= left else {
        throw .jobOutOfRange(job: job, what: "away")
      }
      left -= entry.count
    }
  }

  private func check(_ costs: [DayCost], of job: Int) throws(DatingFault) {
    var left = Self.largestCost
    for entry in costs {
      guard entry.cost >= 0, entry.cost <= left else {
        throw .jobOutOfRange(job: job, what: "cost")
      }
      left -= entry.cost
    }
  }
}
