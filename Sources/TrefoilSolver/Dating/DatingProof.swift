/// Looks for the least cost of jobs that are dated already, by exact search below the best known.
struct DatingProof {
  private var search: DatingSearch
  /// The best days known, one an activity of the model.
  private(set) var day: [Int]
  /// What those days cost.
  private(set) var cost: Int
  /// Whether no days cost less.
  private(set) var isLeast = false

  /// Starts from days that keep every rule.
  init(_ model: DatingModel, day: [Int], seed: UInt64) {
    search = DatingSearch(model, rooms: DatingHall.rooms(model), seed: seed)
    self.day = day
    cost = model.totalCost(day)
  }

  /// Searches until the least cost is proven, the nodes are used up or a stop is sent.
  mutating func run(nodes: inout Int, stop: StopSignal) {
    let jobs = Array(search.model.jobs.indices)
    while cost > 0 {
      search.limitCost(to: cost - 1)
      search.saved = day
      switch search.run(assuming: jobs, nodes: &nodes, stop: stop) {
      case .dated:
        day = search.chosen
        cost = search.model.totalCost(day)
      case .impossible:
        isLeast = true
        return
      case .unknown:
        return
      }
    }
    isLeast = true
  }
}
