/// A job or a follow-up, seen alike: something that needs a day and keeps agents busy.
struct DatingActivity {
  /// The job it belongs to, by its place in the model.
  let job: Int
  /// The follow-up of a job, the job of a follow-up, or -1.
  let partner: Int
  let isFollowUp: Bool
  /// Days it takes; one more than the calendar has when it is too long to fit.
  let length: Int
  let days: DayIndexSet
  let duties: [Int]
  let home: [Int]
  let away: [SiteCount]
  let costs: [DayCost]

  /// The activities of some jobs of a problem, each job directly before its follow-up.
  static func list(_ problem: DatingProblem, jobs: [Int]) -> [DatingActivity] {
    var list: [DatingActivity] = []
    for (place, index) in jobs.enumerated() {
      let job = problem.jobs[index]
      let at = list.count
      list.append(
        DatingActivity(
          job: place, partner: job.followUp == nil ? -1 : at + 1, isFollowUp: false,
          length: min(job.length, problem.dayCount + 1), days: job.starts, duties: job.agents,
          home: job.home, away: job.away, costs: job.startCosts))
      guard let followUp = job.followUp else { continue }
      list.append(
        DatingActivity(
          job: place, partner: at, isFollowUp: true, length: 1, days: followUp.days,
          duties: followUp.agents, home: followUp.home, away: followUp.away,
          costs: followUp.costs))
    }
    return list
  }
}
