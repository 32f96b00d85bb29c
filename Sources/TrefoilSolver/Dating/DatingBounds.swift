/// Lower bounds on the cost of dating some jobs, from each job alone.
struct DatingBounds {
  /// The least the days of each job and its follow-up can cost, spread left out.
  let least: [Int]
  /// The least that all of them can cost, with the weeks that jobs cannot avoid.
  let total: Int

  /// Works the bounds out in O(activities * days * window).
  init(_ model: DatingModel) {
    least = model.jobActivity.map { Self.least(model, $0) }
    var bound = least.reduce(0, +)
    var held = [Int](repeating: 0, count: model.weekCount)
    for activity in model.jobActivity {
      let weeks = model.days.list(activity).map { model.week[$0] }
      if let first = weeks.first, weeks.allSatisfy({ $0 == first }) { held[first] += 1 }
    }
    for count in held where count > model.evenShare {
      bound += (count - model.evenShare) * model.spreadCost
    }
    total = bound
  }

  private static func least(_ model: DatingModel, _ activity: Int) -> Int {
    let partner = model.partner[activity]
    var best = Int.max
    for start in model.days.list(activity) {
      let at = activity << model.shift | start
      guard model.cost[at] < best else { continue }
      guard partner >= 0 else {
        best = model.cost[at]
        continue
      }
      for day in model.days.low[at]...model.days.high[at]
      where model.days.contains(day, of: partner) {
        best = min(best, model.cost[at] + model.cost[partner << model.shift | day])
      }
    }
    return best
  }
}
