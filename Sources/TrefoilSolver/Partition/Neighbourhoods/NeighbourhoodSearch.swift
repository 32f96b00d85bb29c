/// Betters a solution region by region: near groups are taken apart and put together anew, proven
/// best while all else stands.
///
/// (Shaw, "Using constraint programming and local search methods to solve vehicle routing
/// problems", 1998, doi:10.1007/3-540-49481-2_30.) Each region is a problem of its own for
/// ``BranchAndPrice``, with the present groups as its cutoff. Regions come one after the other, so
/// that what one leaves of people's time is there for the next.
struct NeighbourhoodSearch: Sendable {
  /// A region has so many items at most.
  private static let most = 45
  /// A region's proof may cost so much work.
  private static let mostRegionWork = 8_000_000
  /// Asking the owner is no small matter: after so many refusals nothing more is looked for.
  static let mostTurnedDown = 3
  /// Besides those at work in a region, so many of the cheapest staff for each host may serve it.
  private static let nearestStaff = 6

  private let problem: StaffedPartition
  private let neighbours: [[Int32]]
  private let check: PartitionSolver.Check?
  private let stop: StopSignal
  private let seed: UInt64

  init(
    _ problem: StaffedPartition, neighbours: [[Int32]], check: PartitionSolver.Check?,
    seed: UInt64, stop: StopSignal
  ) {
    self.problem = problem
    self.neighbours = neighbours
    self.check = check
    self.seed = seed
    self.stop = stop
  }

  struct Outcome: Sendable {
    /// No dearer than the one given.
    var solution: PartitionSolution
    /// Groups looked at, exact prices counted higher.
    var work = 0
    /// How many solutions the owner turned down.
    var turnedDown = 0
    /// Whether the owner will look at no more.
    var isGivenUp = false
  }

  /// Goes over all items so many times, until the work reaches its limit.
  ///
  /// - Parameter turn: another turn cuts other regions.
  func better(
    _ solution: PartitionSolution, sweeps: Int, turn: Int, workLimit: Int
  ) async -> Outcome {
    var outcome = Outcome(solution: solution)
    for sweep in 0..<sweeps {
      var random = SeededGenerator(seed: seed, stream: UInt64(1_000 + 100 * turn + sweep))
      for region in regions(outcome.solution, &random) {
        if stop.isSent || outcome.work > workLimit || outcome.turnedDown == Self.mostTurnedDown
          || outcome.isGivenUp
        {
          return outcome
        }
        await renew(region, of: &outcome, workLimit: workLimit - outcome.work)
      }
    }
    return outcome
  }

  // MARK: Regions

  /// A group's members, or one item that rests.
  private typealias Unit = [Int]

  /// Cuts all items into regions of near groups.
  private func regions(
    _ solution: PartitionSolution, _ random: inout SeededGenerator
  ) -> [[Int]] {
    let units: [Unit] = solution.groups.map(\.members) + solution.resting.map { [$0] }
    var unitOf = Array(repeating: 0, count: problem.itemCount)
    for (index, unit) in units.enumerated() { for item in unit { unitOf[item] = index } }
    var isTaken = Array(repeating: false, count: units.count)
    let order = units.indices.map { (random.below(1 << 20), $0) }.sorted { $0 < $1 }.map(\.1)
    var regions: [[Int]] = []
    for centre in order where !isTaken[centre] {
      let region = grow(centre, units, unitOf, &isTaken, &random)
      if region.count > units[centre].count { regions.append(region) }
    }
    return regions
  }

  private struct Candidate: Comparable {
    let key: Int
    let unit: Int

    static func < (one: Candidate, other: Candidate) -> Bool {
      (one.key, one.unit) < (other.key, other.unit)
    }
  }

  private func grow(
    _ centre: Int, _ units: [Unit], _ unitOf: [Int], _ isTaken: inout [Bool],
    _ random: inout SeededGenerator
  ) -> [Int] {
    var region: [Int] = []
    var heap = Heap<Candidate>()
    heap.insert(Candidate(key: .min, unit: centre))
    while let next = heap.popLeast() {
      if isTaken[next.unit] { continue }
      if region.count + units[next.unit].count > Self.most { break }
      isTaken[next.unit] = true
      region += units[next.unit]
      for item in units[next.unit] {
        for other in neighbours[item] where !isTaken[unitOf[Int(other)]] {
          let link = link(item, Int(other))
          heap.insert(Candidate(key: link + random.below(1 + link / 2), unit: unitOf[Int(other)]))
        }
      }
    }
    return region.sorted()
  }

  private func link(_ one: Int, _ other: Int) -> Int {
    let count = problem.itemCount
    let cost =
      problem.visitCost[one * count + other] + problem.visitCost[other * count + one]
      + problem.pairCost[one * count + other]
    return min(max(0, cost), 1 << 30)
  }

  // MARK: Solving

  /// Solves a region anew and keeps what is better.
  private func renew(_ region: [Int], of outcome: inout Outcome, workLimit: Int) async {
    let solution = outcome.solution
    var isHere = Array(repeating: false, count: problem.itemCount)
    for item in region { isHere[item] = true }
    let old = solution.groups.filter { isHere[$0.members[0]] }
    let standing = solution.groups.filter { !isHere[$0.members[0]] }
    let resting = solution.resting.filter { isHere[$0] }
    var counts: [Int: Int] = [:]
    for group in old { counts[group.members.count, default: 0] += 1 }
    let part = PartitionPart(
      of: problem, items: region, groupCounts: counts, restCount: resting.count,
      staff: staff(old, region), standing: standing.flatMap(\.tasks))
    let present = part.solution(groups: old, resting: resting)
    var search = branchAndPrice(
      part.problem, present, workLimit: min(workLimit, Self.mostRegionWork))
    await search.run()
    outcome.work += search.work
    guard let found = search.best, found.cost < present.cost else { return }
    let groups = standing + found.groups.map(part.named)
    let allResting = solution.resting.filter { !isHere[$0] } + part.named(found.resting)
    let fresh = PartitionSolution(
      groups: groups, resting: allResting,
      cost: PartitionCost(problem).cost(groups: groups, resting: allResting))
    assert(fresh.cost - solution.cost == found.cost - present.cost, "a part is costed wrongly")
    guard fresh.cost < solution.cost else { return }
    if stop.isSent { return }
    switch check?(fresh) ?? .accepted {
    case .accepted: outcome.solution = fresh
    case .rejected: outcome.turnedDown += 1
    case .givenUp: outcome.isGivenUp = true
    }
  }

  private func branchAndPrice(
    _ part: StaffedPartition, _ present: PartitionSolution, workLimit: Int
  ) -> BranchAndPrice {
    var search = BranchAndPrice(
      part, neighbours: Annealing.neighbours(part, most: 12),
      floor: SimpleBound(part).bound, workLimit: workLimit, check: nil, threads: 1, stop: stop
    ) { _, _, _ in }
    search.start(from: present)
    search.seed(present)
    return search
  }

  /// Who may serve in a region: those at work there, and the cheapest for each host.
  private func staff(_ groups: [StaffedGroup], _ region: [Int]) -> [Int] {
    let count = problem.itemCount
    var isWanted = Array(repeating: false, count: problem.staffCount)
    for task in groups.flatMap(\.tasks) {
      for member in task.staff { isWanted[member] = true }
      if let lead = task.lead { isWanted[lead] = true }
    }
    for fixed in problem.fixedSeats { isWanted[fixed.staff] = true }
    for fixed in problem.fixedLeads { isWanted[fixed.staff] = true }
    for host in region {
      for costs in [problem.seatCost, problem.leadCost] {
        let cheapest = (0..<problem.staffCount).map { (costs[$0 * count + host], $0) }
          .sorted { $0 < $1 }.prefix(Self.nearestStaff)
        for (cost, member) in cheapest where cost < StaffedPartition.forbidden {
          isWanted[member] = true
        }
      }
    }
    return isWanted.indices.filter { isWanted[$0] }
  }
}
