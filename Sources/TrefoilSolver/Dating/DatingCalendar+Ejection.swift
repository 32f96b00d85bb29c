/// Which jobs stand in the way of a place.
extension DatingCalendar {
  /// The jobs to lift so that a lifted job fits into a place, nil when there are more than `most`
  /// or one of them is locked.
  func inTheWay(of job: Int, at place: DatingPlace, most: Int, locked: [Int]) -> [Int]? {
    let activity = model.jobActivity[job]
    var jobs: [Int] = []
    for (activity, start) in [(activity, place.start), (activity + 1, place.followUp)]
    where start >= 0 {
      addNeighbours(of: activity, on: start, to: &jobs)
      guard jobs.count <= most, !jobs.contains(where: locked.contains) else { return nil }
      guard addOverload(of: activity, on: start, to: &jobs, locked: locked) else { return nil }
      guard jobs.count <= most else { return nil }
    }
    return jobs
  }

  /// Adds the jobs that keep an agent of the activity busy.
  private func addNeighbours(of activity: Int, on start: Int, to jobs: inout [Int]) {
    for place in model.conflicts.first[activity]..<model.conflicts.first[activity + 1] {
      let other = model.conflicts.neighbour[place]
      guard day[other] >= 0, !jobs.contains(model.activityJob[other]) else { continue }
      let range = model.blocked(
        activity, by: other, on: day[other], gap: model.conflicts.gap[place])
      if range.contains(start) { jobs.append(model.activityJob[other]) }
    }
  }

  /// Adds jobs until no limit is passed; false when only locked ones are left to add.
  private func addOverload(
    of activity: Int, on start: Int, to jobs: inout [Int], locked: [Int]
  ) -> Bool {
    for use in model.counters.firstUse[activity]..<model.counters.firstUse[activity + 1] {
      for busy in start..<start + model.length[activity] {
        var over = excess(use, busy, without: jobs)
        for place in members(of: use) where over > 0 {
          let other = model.counters.member[place]
          let job = model.activityJob[other]
          guard covers(other, busy), !jobs.contains(job), !locked.contains(job) else { continue }
          jobs.append(job)
          over -= model.counters.demand[place]
        }
        if over > 0 { return false }
      }
    }
    return true
  }

  private func members(of use: Int) -> Range<Int> {
    let counter = model.counters.use[use]
    return model.counters.firstMember[counter]..<model.counters.firstMember[counter + 1]
  }

  private func covers(_ activity: Int, _ busy: Int) -> Bool {
    day[activity] >= 0 && day[activity] <= busy && busy < day[activity] + model.length[activity]
  }

  /// By how much one use more would pass the cap on a day once some jobs are lifted.
  private func excess(_ use: Int, _ busy: Int, without jobs: [Int]) -> Int {
    let counter = model.counters.use[use]
    var over =
      load[counter << model.shift | busy] + model.counters.useDemand[use]
      - model.counters.caps[counter]
    guard over > 0, !jobs.isEmpty else { return over }
    for place in members(of: use) {
      let other = model.counters.member[place]
      if covers(other, busy), jobs.contains(model.activityJob[other]) {
        over -= model.counters.demand[place]
      }
    }
    return over
  }
}
