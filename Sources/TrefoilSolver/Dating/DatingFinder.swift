/// Finds days for all parts of a problem, or a part that has none.
struct DatingFinder {
  private let parts: [[Int]]
  private let activities: [[Int]]
  private var searches: [DatingSearch] = []
  /// The days found, one an activity of the whole model.
  private(set) var day: [Int]

  /// Prepares the parts, each a list of places in the model.
  init(
    _ problem: DatingProblem, _ model: DatingModel, rooms: [DatingRoom], parts: [[Int]],
    seed: UInt64
  ) {
    self.parts = parts
    day = [Int](repeating: -1, count: model.activityCount)
    activities = parts.map { part in
      part.flatMap { job -> [Int] in
        let activity = model.jobActivity[job]
        return model.partner[activity] < 0 ? [activity] : [activity, model.partner[activity]]
      }
    }
    for (index, part) in parts.enumerated() {
      let own = parts.count == 1 ? model : DatingModel(problem, jobs: part)
      searches.append(
        DatingSearch(
          own, rooms: parts.count == 1 ? rooms : DatingHall.rooms(own), seed: seed &+ UInt64(index))
      )
    }
  }

  /// Gives each part a little effort first, since one that is proven impossible ends it all, and
  /// then what is left to those that are still open.
  ///
  /// A stop ends it with `.unknown`, unless every part has its days by then.
  mutating func run(nodes: inout Int, stop: StopSignal) -> DatingVerdict {
    var open: [Int] = []
    for index in parts.indices {
      var share = min(nodes, 2000 + 20 * parts[index].count)
      nodes -= share
      let verdict = date(index, nodes: &share, stop: stop)
      nodes += share
      if case .impossible = verdict { return verdict }
      if case .unknown = verdict { open.append(index) }
    }
    for index in open {
      let verdict = date(index, nodes: &nodes, stop: stop)
      if case .dated = verdict { continue }
      return verdict
    }
    return .dated
  }

  private mutating func date(
    _ index: Int, nodes: inout Int, stop: StopSignal
  ) -> DatingVerdict {
    let all = Array(parts[index].indices)
    let verdict = searches[index].run(assuming: all, nodes: &nodes, stop: stop)
    switch verdict {
    case .dated:
      for (place, found) in zip(activities[index], searches[index].chosen) { day[place] = found }
      return .dated
    case .impossible(let clash):
      return .impossible(clash.map { parts[index][$0] })
    case .unknown:
      return .unknown
    }
  }
}
