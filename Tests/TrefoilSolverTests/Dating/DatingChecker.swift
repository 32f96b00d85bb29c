import TrefoilSolver

/// Checks dates against the rules one by one, in the plainest way, without the solver.
struct DatingChecker {
  let problem: DatingProblem
  private let weeks: Set<Int>
  private let evenShare: Int

  init(problem: DatingProblem) {
    self.problem = problem
    weeks = Set(problem.weeks)
    let open = problem.weeks.indices.filter { day in
      problem.jobs.contains { $0.starts.contains(day) && day + $0.length <= problem.dayCount }
    }
    let weekCount = Set(open.map { problem.weeks[$0] }).count
    evenShare =
      weekCount == 0
      ? 0 : Int((Double(problem.jobs.count) / Double(weekCount)).rounded(.up))
  }

  private struct Presence {
    let day: Int
    let activity: Int
    let isDuty: Bool
  }

  /// Every rule that some jobs break on the days given, in words; empty when all hold.
  func violations(jobs: [Int], starts: [Int], followUps: [Int?]) -> [String] {
    var found: [String] = []
    var presences = [[Presence]](repeating: [], count: problem.agentCount)
    var away: [[Int]] = problem.siteCaps.map { _ in
      [Int](repeating: 0, count: problem.dayCount)
    }
    var running = [Int](repeating: 0, count: problem.dayCount)
    func note(_ days: [Int], _ activity: Int, _ duty: [Int], _ home: [Int], _ out: [SiteCount]) {
      for day in days {
        for agent in Set(duty) {
          presences[agent].append(Presence(day: day, activity: activity, isDuty: true))
        }
        for agent in Set(home).subtracting(duty) {
          presences[agent].append(Presence(day: day, activity: activity, isDuty: false))
        }
        for entry in out { away[entry.site][day] += entry.count }
      }
    }
    for (place, index) in jobs.enumerated() {
      let job = problem.jobs[index]
      let start = starts[place]
      guard job.starts.contains(start), start + job.length <= problem.dayCount else {
        found.append("job \(index) starts on day \(start)")
        continue
      }
      let days = Array(start..<start + job.length)
      for day in days { running[day] += 1 }
      note(days, index * 2, job.agents, job.home, job.away)
      guard (job.followUp == nil) == (followUps[place] == nil) else {
        found.append("job \(index) and its follow-up do not match")
        continue
      }
      guard let followUp = job.followUp, let day = followUps[place] else { continue }
      guard followUp.days.contains(day), day < problem.dayCount else {
        found.append("the follow-up of job \(index) is on day \(day)")
        continue
      }
      let wait = problem.dayNumbers[day] - problem.dayNumbers[start + job.length - 1]
      if wait < 1 || wait > followUp.window { found.append("job \(index) waits \(wait) days") }
      note([day], index * 2 + 1, followUp.agents, followUp.home, followUp.away)
    }
    for (agent, list) in presences.enumerated() {
      for one in list {
        for other in list where other.activity > one.activity {
          let apart = abs(one.day - other.day)
          if apart == 0 { found.append("agent \(agent) is twice busy on day \(one.day)") }
          if one.isDuty, other.isDuty, apart <= problem.restDays {
            found.append("agent \(agent) rests too little from day \(one.day)")
          }
        }
      }
    }
    for site in problem.siteCaps.indices {
      for day in 0..<problem.dayCount where away[site][day] > problem.siteCaps[site] {
        found.append("site \(site) has too many away on day \(day)")
      }
    }
    for day in 0..<problem.dayCount where running[day] > problem.jobsPerDayCap {
      found.append("too many jobs on day \(day)")
    }
    return found
  }

  /// What the days cost, from the definition.
  func cost(starts: [Int], followUps: [Int?]) -> Int {
    var total = 0
    for (index, job) in problem.jobs.enumerated() {
      for entry in job.startCosts where entry.day == starts[index] { total += entry.cost }
      for entry in job.followUp?.costs ?? [] where entry.day == followUps[index] {
        total += entry.cost
      }
    }
    for week in weeks {
      let count = starts.filter { problem.weeks[$0] == week }.count
      if count > evenShare { total += (count - evenShare) * problem.spreadCost }
    }
    return total
  }
}
