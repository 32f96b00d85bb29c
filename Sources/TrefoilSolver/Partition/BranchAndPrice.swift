/// Branch and price: a search tree whose bounds come from ``ColumnGeneration``.
///
/// Nodes are taken in the order of their bounds. A node whose program is whole gives a solution;
/// others are split on a pair of items, then on who visits, sits and leads where.
struct BranchAndPrice {
  private struct Node {
    let decisions: [BranchDecision]
    let bound: Int
  }

  private let problem: StaffedPartition
  private let candidates: CandidateGroups
  private let check: PartitionSolver.Check?
  private let stop: StopSignal
  private let workLimit: Int
  private let report: (_ cost: Int?, _ bound: Int?, _ share: Double) -> Void

  private var pricing: ColumnGeneration
  private var feasibility: ColumnGeneration?
  private var survivors: ColumnGeneration.Lists
  private var penalty: Double
  private var open: [Node] = []

  private(set) var best: PartitionSolution?
  /// Every solution costs at least this; `Int.max` once it is proven that there is none.
  private(set) var bound: Int
  /// The least cost of a solution that was turned down without proof.
  private var doubtful = Int.max

  init(
    _ problem: StaffedPartition, candidates: CandidateGroups, neighbours: [[Int32]],
    best: PartitionSolution?, floor: Int, workLimit: Int, check: PartitionSolver.Check?,
    stop: StopSignal, report: @escaping (Int?, Int?, Double) -> Void
  ) {
    self.problem = problem
    self.candidates = candidates
    self.best = best
    self.check = check
    self.stop = stop
    self.workLimit = workLimit
    self.report = report
    bound = floor
    pricing = ColumnGeneration(problem, candidates: candidates)
    survivors = Self.lists(candidates, neighbours: neighbours, itemCount: problem.itemCount)
    penalty = 10_000
  }

  /// All groups, and of them those in which everyone is near somebody.
  private static func lists(
    _ candidates: CandidateGroups, neighbours: [[Int32]], itemCount: Int
  ) -> ColumnGeneration.Lists {
    var isNear = Array(repeating: false, count: itemCount * itemCount)
    for (item, list) in neighbours.enumerated() {
      for other in list {
        isNear[item * itemCount + Int(other)] = true
        isNear[Int(other) * itemCount + item] = true
      }
    }
    let all = candidates.tables.map { Array(0..<Int32($0.count)) }
    let near = candidates.tables.map { table in
      (0..<Int32(table.count)).filter { index in
        let members = table.group(Int(index))
        for one in 0..<table.size {
          for other in (one + 1)..<max(table.size, one + 1)
          where !isNear[Int(members[one]) * itemCount + Int(members[other])] { return false }
        }
        return true
      }
    }
    return ColumnGeneration.Lists(all: all, near: near)
  }

  /// Groups of a known solution, to start the programs from.
  mutating func seed(_ solution: PartitionSolution) {
    for group in solution.groups { pricing.add(state(of: group)) }
    penalty = max(penalty, Double(solution.cost))
  }

  private func state(of group: StaffedGroup) -> GroupState {
    var state = GroupState(group.members)
    for (position, task) in group.tasks.enumerated() {
      var made = TaskState()
      made.host = Int32(task.host)
      made.first = Int32(task.visitors[0])
      made.second = task.visitors.count > 1 ? Int32(task.visitors[1]) : -1
      for (seat, staff) in task.staff.enumerated() { made.staff[seat] = Int32(staff) }
      made.staffCount = task.staff.count
      made.lead = task.lead.map { Int32($0) } ?? -1
      state.tasks[position] = made
    }
    state.cost = PartitionCost(problem).cost(of: group)
    return state
  }

  /// Searches until everything is proven, the effort is used, or the search is stopped.
  mutating func run() {
    open = [Node(decisions: [], bound: bound)]
    while let index = next() {
      let node = open.remove(at: index)
      if node.bound >= cutoff { continue }
      if pricing.work > workLimit || stop.isSent {
        open.append(node)
        break
      }
      process(node)
      bound = max(bound, min(cutoff, doubtful, open.map(\.bound).min() ?? .max))
      report(best?.cost, bound, min(1, Double(pricing.work) / Double(workLimit)))
    }
    let left = open.map(\.bound).min() ?? .max
    bound = max(bound, min(left, doubtful, best?.cost ?? .max))
  }

  private var cutoff: Int { best?.cost ?? .max }

  /// The node with the least bound; of several the one that was made last.
  private func next() -> Int? {
    var found: Int?
    for index in open.indices where open[index].bound <= open[found ?? index].bound {
      found = index
    }
    return found
  }

  private mutating func process(_ node: Node) {
    let state = BranchState(problem, node.decisions)
    let lists = ColumnGeneration.Lists(
      all: allowed(survivors.all, state), near: allowed(survivors.near, state))
    var outcome = pricing.solve(
      state, lists: lists, cutoff: cutoff, penalty: penalty, workLimit: workLimit, stop: stop)
    while outcome.kind == .solved && outcome.isUncovered {
      if isImpossible(state, lists) { return }
      penalty *= 10
      guard penalty < 1e10, pricing.work <= workLimit, !stop.isSent else { break }
      outcome = pricing.solve(
        state, lists: lists, cutoff: cutoff, penalty: penalty, workLimit: workLimit, stop: stop)
    }
    let bound = max(node.bound, outcome.bound)
    if outcome.kind == .closed || bound >= cutoff { return }
    let isWhole =
      !outcome.isUncovered && !outcome.groups.isEmpty
      && (outcome.groups.map(\.value) + outcome.rests.map(\.value)).allSatisfy { $0 > 1 - 1e-6 }
    if isWhole, take(outcome, state, node, bound) { return }
    if node.decisions.isEmpty { fixByReducedCost(outcome, state) }
    if isWhole {
      // Whole and yet not a solution: the program lost its footing. Its bound holds.
      doubtful = min(doubtful, bound)
      return
    }
    if outcome.kind == .unfinished && (pricing.work > workLimit || stop.isSent) {
      open.append(Node(decisions: node.decisions, bound: bound))
      return
    }
    guard let split = split(outcome, state, node) else {
      // Nothing left to decide and yet not whole: the program lost its footing. Its bound holds.
      doubtful = min(doubtful, bound)
      return
    }
    branch(node, on: split, bound: bound)
  }

  private mutating func branch(_ node: Node, on split: BranchDecision, bound: Int) {
    open.append(Node(decisions: node.decisions + [split.opposite], bound: bound))
    open.append(Node(decisions: node.decisions + [split], bound: bound))
  }

  private func allowed(_ lists: [[Int32]], _ state: BranchState) -> [[Int32]] {
    zip(candidates.tables, lists).map { table, list in
      list.filter { state.allows(table.group(Int($0)), table.size) }
    }
  }

  /// Whether it is proven that no solution keeps the node's decisions, costs aside.
  private mutating func isImpossible(
    _ state: BranchState, _ lists: ColumnGeneration.Lists
  ) -> Bool {
    var feasibility =
      self.feasibility
      ?? ColumnGeneration(problem.withoutCosts(), candidates: candidates, costWeight: 0)
    let outcome = feasibility.solve(
      state, lists: lists, cutoff: 1, penalty: 1, workLimit: feasibility.work + workLimit,
      stop: stop)
    // What was found feasible helps the program with costs on its way.
    for (index, _) in outcome.groups {
      pricing.add(self.state(of: feasibility.pool[index].group))
    }
    self.feasibility = feasibility
    return outcome.kind == .closed
  }

  // MARK: Solutions

  /// Takes a whole solution; false when it is turned down and the node has to be split.
  private mutating func take(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState, _ node: Node, _ bound: Int
  ) -> Bool {
    let groups = outcome.groups.map { pricing.pool[$0.index].group }
    let resting = outcome.rests.map(\.item)
    let cost = PartitionCost(problem).cost(groups: groups, resting: resting)
    guard cost < StaffedPartition.forbidden / 2 else { return false }
    let solution = PartitionSolution(groups: groups, resting: resting, cost: cost)
    switch check?(solution) ?? .accepted {
    case .accepted:
      if cost < cutoff { best = solution }
      // Nothing more to price in, but the bound in whole numbers is all that is proven.
      if bound < cost { doubtful = min(doubtful, bound) }
    case .rejected(let tasks, let isProven):
      if let split = undecided(tasks, state) {
        branch(node, on: split, bound: bound)
      } else if !isProven {
        doubtful = min(doubtful, bound)
      }
    }
    return true
  }

  /// Something about these tasks that the node has not decided.
  private func undecided(_ tasks: [StaffedTask], _ state: BranchState) -> BranchDecision? {
    let hasOnlyTriads = problem.sizes.allSatisfy { $0 <= 3 }
    for task in tasks {
      let host = task.host
      for lead in task.lead.map({ [$0] }) ?? [] where state.tasks.fixedLead[host] != Int32(lead) {
        return .lead(staff: lead, host: host, true)
      }
      for staff in task.staff where !state.tasks.fixedSeats[host].contains(Int32(staff)) {
        return .seat(staff: staff, host: host, true)
      }
      for visitor in task.visitors {
        if hasOnlyTriads {
          if state.pairs[visitor * problem.itemCount + host] != 1 {
            return .pair(min(visitor, host), max(visitor, host), together: true)
          }
        } else if !state.tasks.fixedVisitors[host].contains(Int32(visitor)) {
          return .visit(visitor: visitor, host: host, true)
        }
      }
    }
    return nil
  }

  // MARK: Splitting

  /// Groups that cannot be in a better solution leave the search for good.
  private mutating func fixByReducedCost(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState
  ) {
    guard let prices = outcome.prices, let best, outcome.least.allSatisfy({ $0 != nil }) else {
      return
    }
    let fine = LagrangianBound(problem).fine(prices, least: outcome.least, rests: state.rests)
    let room = (best.cost - 1) * PricedTables.scale - fine
    let values = pricing.reducedCosts(survivors.all, prices, decisions: state.tasks)
    for position in survivors.all.indices {
      let least = outcome.least[position] ?? 0
      let kept = zip(survivors.all[position], values[position])
        .filter { $0.1 - least <= room }.map(\.0)
      survivors.all[position] = kept
      let set = Set(kept)
      survivors.near[position] = survivors.near[position].filter(set.contains)
    }
  }

  /// The decision nearest to an even split: a pair of items first, then a rest, a visit, a seat, a
  /// lead.
  private func split(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState, _ node: Node
  ) -> BranchDecision? {
    var shares = DecisionShares()
    let count = problem.itemCount
    for (item, value) in outcome.rests { shares.add(.rest(item, true), value) }
    for (index, value) in outcome.groups {
      let group = pricing.pool[index]
      for one in 0..<group.size {
        for other in (one + 1)..<max(group.size, one + 1) {
          shares.add(
            .pair(Int(group.members[one]), Int(group.members[other]), together: true), value)
        }
      }
    }
    let decided = Set(node.decisions + node.decisions.map(\.opposite))
    if let pair = shares.most({ decision in
      guard case .pair(let one, let other, _) = decision else { return !decided.contains(decision) }
      return state.pairs[one * count + other] == 0
    }) {
      return pair
    }
    shares = DecisionShares()
    for (index, value) in outcome.groups {
      let group = pricing.pool[index]
      for position in 0..<group.size { shares.add(group.tasks[position], value) }
    }
    return shares.most { !decided.contains($0) }
  }
}
