import Testing
import TrefoilSolver

@Suite struct DatingProblemTests {
  private func fault(
    dayNumbers: [Int] = [0, 1], weeks: [Int] = [0, 0], agentCount: Int = 1,
    siteCaps: [Int] = [1], jobsPerDayCap: Int = 1, restDays: Int = 0, spreadCost: Int = 0,
    job: DatingJob = DatingJob(length: 1, starts: [0].set)
  ) -> DatingFault? {
    do {
      _ = try DatingProblem(
        dayNumbers: dayNumbers, weeks: weeks, agentCount: agentCount, siteCaps: siteCaps,
        jobsPerDayCap: jobsPerDayCap, restDays: restDays, spreadCost: spreadCost, jobs: [job])
      return nil
    } catch {
      return error
    }
  }

  @Test func `sound numbers make a problem`() {
    #expect(fault() == nil)
  }

  @Test func `a calendar that is not one is refused`() {
    #expect(fault(weeks: [0]) == .countsDiffer(table: "weeks"))
    #expect(fault(dayNumbers: [3, 3]) == .daysNotIncreasing(day: 1))
    #expect(fault(dayNumbers: [.min, 0]) == .numberOutOfRange(what: "dayNumbers"))
  }

  @Test func `numbers out of range are refused`() {
    #expect(fault(agentCount: -1) == .numberOutOfRange(what: "agentCount"))
    #expect(fault(siteCaps: [-1]) == .numberOutOfRange(what: "siteCaps"))
    #expect(fault(jobsPerDayCap: -1) == .numberOutOfRange(what: "jobsPerDayCap"))
    #expect(fault(restDays: .max) == .numberOutOfRange(what: "restDays"))
    #expect(fault(spreadCost: .max) == .numberOutOfRange(what: "spreadCost"))
  }

  @Test func `a job that does not fit the problem is refused`() {
    let open = [0].set
    let cost = [DayCost(day: 0, cost: 1 << 40), DayCost(day: 1, cost: 1)]
    let jobs: [(DatingJob, DatingFault)] = [
      (DatingJob(length: 0, starts: open), .jobOutOfRange(job: 0, what: "length")),
      (DatingJob(length: 1, starts: open, agents: [1]), .unknownAgent(job: 0, agent: 1)),
      (DatingJob(length: 1, starts: open, home: [-1]), .unknownAgent(job: 0, agent: -1)),
      (
        DatingJob(length: 1, starts: open, away: [SiteCount(site: 1, count: 1)]),
        .unknownSite(job: 0, site: 1)
      ),
      (
        DatingJob(length: 1, starts: open, away: [SiteCount(site: 0, count: -1)]),
        .jobOutOfRange(job: 0, what: "away")
      ),
      (
        DatingJob(length: 1, starts: open, startCosts: cost),
        .jobOutOfRange(job: 0, what: "cost")
      ),
    ]
    for (job, expected) in jobs { #expect(fault(job: job) == expected) }
    let followUps: [(DatingFollowUp, DatingFault)] = [
      (DatingFollowUp(days: open, window: 0), .jobOutOfRange(job: 0, what: "window")),
      (DatingFollowUp(days: open, window: 1, agents: [9]), .unknownAgent(job: 0, agent: 9)),
      (
        DatingFollowUp(days: open, window: 1, costs: [DayCost(day: 0, cost: -1)]),
        .jobOutOfRange(job: 0, what: "cost")
      ),
    ]
    for (followUp, expected) in followUps {
      let job = DatingJob(length: 1, starts: open, followUp: followUp)
      #expect(fault(job: job) == expected)
    }
  }

  @Test func `the even share counts only weeks in which a job may start`() throws {
    let jobs = (0..<3).map { _ in DatingJob(length: 2, starts: DayIndexSet([0, 2, 5])) }
    let problem = try DatingProblem(
      dayNumbers: Array(0..<6), weeks: [0, 0, 1, 1, 2, 2], agentCount: 0, siteCaps: [],
      jobs: jobs)
    // Day 5 is too late for two days, so only the first two weeks are open.
    #expect(problem.evenShare == 2)
  }
}

extension [Int] {
  fileprivate var set: DayIndexSet { DayIndexSet(self) }
}
