/// The search itself: decide, propagate, learn, start over.
extension DatingSearch {
  private static let restartUnit = 64

  /// Dates the jobs listed, by their place in the model, or proves that it cannot be done.
  ///
  /// Every decision and every conflict takes one off `nodes`; the search ends when none is left.
  /// On `.dated` the days stay readable in `chosen` until the next run. With a cost limit set the
  /// jobs must be all jobs, and `.impossible` says that no dating stays within the limit. A stop
  /// is heeded before every decision and after every conflict, and ends in `.unknown`.
  mutating func run(
    assuming jobs: [Int], nodes: inout Int, stop: StopSignal
  ) -> DatingVerdict {
    retreat(to: 0)
    active = jobs.flatMap { job -> [Int] in
      let activity = model.jobActivity[job]
      return model.partner[activity] < 0 ? [activity] : [activity, model.partner[activity]]
    }
    var isActive = [Bool](repeating: false, count: model.activityCount)
    for activity in active { isActive[activity] = true }
    for index in rooms.indices { rooms[index].require(isActive) }
    var conflicts = 0
    var restarts = 1
    var pause = Self.restartUnit
    while true {
      if !propagateAll() {
        if levelStart.isEmpty { return .impossible([]) }
        nodes -= 1
        conflicts += 1
        if let clash = resolveConflict() { return .impossible(clash) }
        if stop.isSent { return .unknown }
        continue
      }
      guard nodes > 0, !stop.isSent else { return .unknown }
      if levelStart.isEmpty {
        if let clash = assume(jobs) { return .impossible(clash) }
        continue
      }
      if conflicts >= pause {
        restarts += 1
        pause = conflicts + Self.restartUnit * Self.luby(restarts)
        startOver()
        continue
      }
      guard let activity = nextActivity() else { return .dated }
      nodes -= 1
      levelStart.append(trail.count)
      assign((activity << model.shift | bestDay(activity)) << 1, .chosen)
    }
  }

  /// Notes a most cost of the whole; later runs look only for datings that cost no more.
  mutating func limitCost(to limit: Int) {
    retreat(to: 0)
    if costLimit == nil {
      rankDays()
      for job in model.jobs.indices where value[firstSelector + job] == 0 {
        assign(selector(job), .chosen)
      }
    }
    costLimit = limit
  }

  private mutating func propagateAll() -> Bool {
    while propagate() {
      let before = trail.count
      if costLimit != nil, !costHolds() { return false }
      if trail.count == before { return levelStart.isEmpty || roomsSuffice() }
    }
    return false
  }

  private mutating func assume(_ jobs: [Int]) -> [Int]? {
    levelStart.append(trail.count)
    for job in jobs where !require(selector(job), .chosen) { return [job] }
    return nil
  }

  /// Goes back to the assumptions, and clears out clauses when there are many.
  private mutating func startOver() {
    guard learned.count > 2000 + 4 * active.count else { return retreat(to: 1) }
    retreat(to: 0)
    forgetClauses()
  }

  /// The sequence 1 1 2 1 1 2 4 ... of Luby, Sinclair and Zuckerman,
  /// doi:10.1016/0020-0190(93)90029-9.
  private static func luby(_ index: Int) -> Int {
    var index = index
    while true {
      var size = 1
      while size < index { size = size * 2 + 1 }
      if size == index { return (size + 1) / 2 }
      index -= size / 2
    }
  }
}
