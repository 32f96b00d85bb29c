/// Quick proofs that some jobs cannot be dated together, from counting days alone.
enum DatingHall {
  /// Jobs, by their place in the model, that need more of an agent or a limit than their days
  /// have, or nil when counting finds nothing; O(agents + counters) flows.
  static func conflict(_ model: DatingModel) -> [Int]? {
    for activity in 0..<model.activityCount where model.days.list(activity).isEmpty {
      return [model.activityJob[activity]]
    }
    for range in model.agents.ranges where range.count > 1 {
      let all = range.map { model.agents.activity[$0] }
      if let jobs = overload(model, all, rest: 0) { return jobs }
      guard model.restDays > 0 else { continue }
      let duties = range.filter { model.agents.isDuty[$0] }.map { model.agents.activity[$0] }
      if let jobs = overload(model, duties, rest: model.restDays) { return jobs }
    }
    for counter in 0..<model.counters.count {
      if let jobs = overload(model, counter: counter) { return jobs }
    }
    return nil
  }

  /// One agent is in one place a day; with the rest after it, each duty only grows longer.
  private static func overload(_ model: DatingModel, _ activities: [Int], rest: Int) -> [Int]? {
    var flow = DayFlow(dayCount: model.dayCount + rest, capacity: 1)
    for activity in activities {
      let length = model.length[activity] + rest
      flow.add(need: length, perDay: 1, days: covered(model, activity, length: length))
    }
    return flow.itemsWithoutRoom().map { jobs(model, $0.map { activities[$0] }) }
  }

  private static func overload(_ model: DatingModel, counter: Int) -> [Int]? {
    let counters = model.counters
    let range = counters.firstMember[counter]..<counters.firstMember[counter + 1]
    var flow = DayFlow(dayCount: model.dayCount, capacity: counters.caps[counter])
    for place in range {
      let (activity, demand) = (counters.member[place], counters.demand[place])
      flow.add(
        need: model.length[activity] * demand, perDay: demand,
        days: covered(model, activity, length: model.length[activity]))
    }
    return flow.itemsWithoutRoom().map {
      jobs(model, $0.map { counters.member[range][range.lowerBound + $0] })
    }
  }

  private static func covered(_ model: DatingModel, _ activity: Int, length: Int) -> [Int] {
    model.days.list(activity).flatMap { $0..<$0 + length }
  }

  private static func jobs(_ model: DatingModel, _ activities: [Int]) -> [Int] {
    Set(activities.map { model.activityJob[$0] }).sorted()
  }
}
