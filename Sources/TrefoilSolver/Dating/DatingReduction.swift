/// Takes jobs out of a conflict until each one left is needed for it.
///
/// Deletion filtering (Chinneck and Dravnieks, doi:10.1287/ijoc.3.2.157): a job stays only when
/// the others can be dated without it. Each proof that they cannot leaves out, besides, every
/// job that the proof did not use.
struct DatingReduction {
  private let problem: DatingProblem
  private var search: DatingSearch
  private(set) var conflict: [Int]
  private(set) var isIrreducible = true

  /// Starts from jobs of the problem that cannot be dated together.
  init(_ problem: DatingProblem, conflict: [Int], seed: UInt64) {
    self.problem = problem
    self.conflict = conflict
    let model = DatingModel(problem, jobs: conflict)
    search = DatingSearch(model, rooms: DatingHall.rooms(model), seed: seed)
  }

  /// Tries to leave out each job in turn, within the nodes left and until it is stopped.
  mutating func run(nodes: inout Int, stop: StopSignal) {
    guard conflict.count > 1 else { return }
    let names = conflict
    var current = Array(names.indices)
    var next = 0
    while next < current.count, current.count > 1 {
      guard !stop.isSent else {
        isIrreducible = false
        break
      }
      var rest = current
      rest.remove(at: next)
      var share = max(nodes / (current.count - next), min(nodes, 500))
      nodes -= share
      let verdict = date(rest, nodes: &share, stop: stop)
      nodes += share
      switch verdict {
      case .impossible(let core):
        // Jobs shown to be needed are in every smaller conflict, so they stay in front.
        current = core
      case .dated:
        next += 1
      case .unknown:
        isIrreducible = false
        next += 1
      }
    }
    conflict = current.map { names[$0] }
  }

  private mutating func date(
    _ jobs: [Int], nodes: inout Int, stop: StopSignal
  ) -> DatingVerdict {
    let names = search.model.jobs
    let part = DatingModel(problem, jobs: jobs.map { names[$0] })
    if let clash = DatingHall.conflict(part, rooms: DatingHall.rooms(part), stop: stop) {
      return .impossible(clash.map { jobs[$0] })
    }
    return search.run(assuming: jobs, nodes: &nodes, stop: stop)
  }
}
