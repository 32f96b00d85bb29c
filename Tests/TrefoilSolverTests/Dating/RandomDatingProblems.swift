import TrefoilSolver

/// Random problems for tests, each replayed from its seed.
struct RandomDatingProblems {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// A problem of at most four jobs and eight days with every feature, often impossible.
  mutating func tiny() throws(DatingFault) -> DatingProblem {
    let dayCount = 3 + generator.below(6)
    let sites = 1 + generator.below(2)
    let agents = 2 + generator.below(4)
    let density = 1 + generator.below(4)
    var numbers: [Int] = []
    for day in 0..<dayCount {
      numbers.append((numbers.last ?? 0) + (generator.below(4) == 0 ? 3 : 1) + day / 99)
    }
    var jobs: [DatingJob] = []
    for _ in 0..<1 + generator.below(4) {
      var job = DatingJob(
        length: 1 + generator.below(2), starts: days(dayCount, density),
        agents: some(agents, most: 2), home: some(agents, most: 1), away: counts(sites),
        startCosts: costs(dayCount))
      if generator.below(3) > 0 {
        job.followUp = DatingFollowUp(
          days: days(dayCount, density), window: 1 + generator.below(5),
          agents: some(agents, most: 2), home: some(agents, most: 1), away: counts(sites),
          costs: costs(dayCount))
      }
      jobs.append(job)
    }
    return try DatingProblem(
      dayNumbers: numbers, weeks: numbers.map { $0 / 4 }, agentCount: agents,
      siteCaps: (0..<sites).map { _ in generator.below(3) == 0 ? .max : generator.below(4) },
      jobsPerDayCap: generator.below(2) == 0 ? .max : 1 + generator.below(2),
      restDays: generator.below(3), spreadCost: generator.below(2) * generator.below(20),
      jobs: jobs)
  }

  /// A problem of five jobs with few rules and many costs, hard to date cheaply.
  mutating func costly() throws(DatingFault) -> DatingProblem {
    var jobs: [DatingJob] = []
    for _ in 0..<5 {
      var job = DatingJob(
        length: 1 + generator.below(2), starts: days(6, 2 + generator.below(3)),
        agents: some(3, most: 1))
      job.startCosts = (0..<6).map { DayCost(day: $0, cost: generator.below(6)) }
      jobs.append(job)
    }
    return try DatingProblem(
      dayNumbers: Array(0..<6), weeks: [0, 0, 1, 1, 2, 2], agentCount: 3, siteCaps: [],
      jobsPerDayCap: 2 + generator.below(4), restDays: generator.below(2),
      spreadCost: generator.below(4), jobs: jobs)
  }

  /// A problem built around hidden dates that keep every rule, so that it can be dated.
  ///
  /// Each activity keeps its hidden day and few others when `slack` is small; the caps are as
  /// tight as the hidden dates allow.
  mutating func planted(
    jobs jobCount: Int, dayCount: Int, agents: Int, restDays: Int, slack: Int
  ) throws(DatingFault) -> DatingProblem {
    let numbers = (0..<dayCount).map { $0 / 5 * 7 + $0 % 5 }
    let sites = max(1, agents / 3)
    var busy = [[Bool]](
      repeating: [Bool](repeating: false, count: dayCount + restDays + 1), count: agents)
    var away = [[Int]](repeating: [Int](repeating: 0, count: dayCount), count: sites)
    var running = [Int](repeating: 0, count: dayCount)
    func take(_ span: Range<Int>, _ generator: inout SeededGenerator) -> [Int] {
      var taken: [Int] = []
      for _ in 0..<20 where taken.count < 2 {
        let agent = generator.below(agents)
        let near = max(0, span.lowerBound - restDays)..<span.upperBound + restDays
        guard !taken.contains(agent), !busy[agent][near].contains(true) else { continue }
        taken.append(agent)
      }
      for agent in taken {
        for day in span {
          busy[agent][day] = true
          away[agent % sites][day] += 1
        }
      }
      return taken
    }
    func counts(_ agents: [Int]) -> [SiteCount] {
      agents.map { SiteCount(site: $0 % sites, count: 1) }
    }
    var jobs: [DatingJob] = []
    for _ in 0..<jobCount {
      let length = 1 + generator.below(2)
      let start = generator.below(dayCount - 12)
      let follow = start + length + restDays + generator.below(3)
      let team = take(start..<start + length, &generator)
      let leads = take(follow..<follow + 1, &generator)
      for day in start..<start + length { running[day] += 1 }
      var starts = days(dayCount, 0, chance: slack)
      starts.insert(start)
      var follows = days(dayCount, 0, chance: slack + 20)
      follows.insert(follow)
      jobs.append(
        DatingJob(
          length: length, starts: starts, agents: team, away: counts(team),
          startCosts: costs(dayCount),
          followUp: DatingFollowUp(
            days: follows, window: 14, agents: leads, away: counts(leads),
            costs: costs(dayCount))))
    }
    return try DatingProblem(
      dayNumbers: numbers, weeks: numbers.map { $0 / 7 }, agentCount: agents,
      siteCaps: away.map { $0.max() ?? 0 }, jobsPerDayCap: running.max() ?? 0,
      restDays: restDays, spreadCost: 5, jobs: jobs)
  }

  private mutating func days(_ count: Int, _ density: Int, chance: Int? = nil) -> DayIndexSet {
    let percent = chance ?? 20 * density
    return DayIndexSet((0..<count).filter { _ in generator.below(100) < percent })
  }

  private mutating func some(_ count: Int, most: Int) -> [Int] {
    (0..<generator.below(most + 1)).map { _ in generator.below(count) }
  }

  private mutating func counts(_ sites: Int) -> [SiteCount] {
    (0..<generator.below(3)).map { _ in
      SiteCount(site: generator.below(sites), count: generator.below(3))
    }
  }

  private mutating func costs(_ count: Int) -> [DayCost] {
    (0..<generator.below(count)).map { _ in
      DayCost(day: generator.below(count), cost: generator.below(30))
    }
  }
}
