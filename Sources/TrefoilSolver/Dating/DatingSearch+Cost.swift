/// The limit on the whole cost: a lower bound from the days left, and why it is that high.
///
/// The bound adds the cheapest open day of each activity and the spread cost of the weeks in
/// which more jobs than the even share must start. It holds only while all jobs are dated.
extension DatingSearch {
  /// Orders the days of each activity by cost, so that the cheapest open one is found at once.
  mutating func rankDays() {
    ranked = (0..<model.activityCount).map { activity in
      model.days.list(activity).sorted {
        (model.cost[activity << model.shift | $0], $0)
          < (model.cost[activity << model.shift | $1], $1)
      }
    }
  }

  /// Strikes out days that would cost too much; false when even the cheapest days do.
  mutating func costHolds() -> Bool {
    guard let limit = costLimit else { return true }
    let held = jobsHeld(before: .max)
    var least = 0
    for activity in 0..<model.activityCount { least += leastCost(activity, before: .max) }
    for count in held where count > model.evenShare {
      least += (count - model.evenShare) * model.spreadCost
    }
    guard least <= limit else {
      conflictLiteral = -1
      conflictReason = .cost
      return false
    }
    for activity in 0..<model.activityCount where chosen[activity] < 0 {
      let own = leastCost(activity, before: .max)
      let isFollowUp = model.jobActivity[model.activityJob[activity]] != activity
      let single = isFollowUp || model.spreadCost == 0 ? nil : onlyWeek(activity, before: .max)
      for day in ranked[activity].reversed() {
        var extra = model.cost[activity << model.shift | day] - own
        if !isFollowUp, single == nil, held[model.week[day]] >= model.evenShare {
          extra += model.spreadCost
        }
        guard least + extra > limit, value[activity << model.shift | day] == 0 else { continue }
        if !require((activity << model.shift | day) << 1 | 1, .cost) { return false }
      }
    }
    return true
  }

  /// Adds to `buffer` the struck-out days that make the bound what it was before `limit`.
  ///
  /// With a literal, the days that keep its own activity's cost up count too, since its cost is
  /// measured above them; they only make the clause weaker, never wrong.
  mutating func addCosts(for literal: Int, before limit: Int32) {
    let variable = literal < 0 ? -1 : literal >> 1
    for activity in 0..<model.activityCount {
      let least = leastCost(activity, before: limit)
      for day in ranked[activity] {
        let other = activity << model.shift | day
        guard model.cost[other] < least else { break }
        if other != variable { buffer.append(other << 1) }
      }
    }
    guard model.spreadCost > 0 else { return }
    let held = jobsHeld(before: limit)
    let entered = variable < 0 ? -1 : model.week[variable & (1 << model.shift - 1)]
    for activity in model.jobActivity {
      guard let week = onlyWeek(activity, before: limit),
        held[week] > model.evenShare || week == entered && held[week] >= model.evenShare
      else { continue }
      for day in ranked[activity] where model.week[day] != week {
        let other = activity << model.shift | day
        if other != variable { buffer.append(other << 1) }
      }
    }
  }

  private func isStruck(_ variable: Int, before limit: Int32) -> Bool {
    value[variable] == -1 && position[variable] < limit
  }

  private func leastCost(_ activity: Int, before limit: Int32) -> Int {
    for day in ranked[activity]
    where !isStruck(activity << model.shift | day, before: limit) {
      return model.cost[activity << model.shift | day]
    }
    return 0
  }

  /// The week in which a job must start, when all its open days lie in one.
  private func onlyWeek(_ activity: Int, before limit: Int32) -> Int? {
    var found: Int?
    for day in ranked[activity]
    where !isStruck(activity << model.shift | day, before: limit) {
      if let week = found, week != model.week[day] { return nil }
      found = model.week[day]
    }
    return found
  }

  private func jobsHeld(before limit: Int32) -> [Int] {
    var held = [Int](repeating: 0, count: model.weekCount)
    guard model.spreadCost > 0 else { return held }
    for activity in model.jobActivity {
      if let week = onlyWeek(activity, before: limit) { held[week] += 1 }
    }
    return held
  }
}
