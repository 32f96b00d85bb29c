/// Branch and price: a search tree whose bounds come from ``ColumnGeneration``.
///
/// Nodes are taken in the order of their bounds. A node whose program is whole gives a solution;
/// others are split on a pair of items, then on who visits, sits and leads where.
struct BranchAndPrice {
  private struct Node {
    let decisions: [BranchDecision]
    let bound: Int
  }

  /// How often cuts are looked for at the root, from dive to dive, and at other nodes.
  private static let rootRounds = [6, 4, 4, 60]
  private static let nodeRounds = 2

  private let problem: StaffedPartition
  private let neighbours: [[Int32]]
  private let check: PartitionSolver.Check?
  private let threads: Int
  private let stop: StopSignal
  private let workLimit: Int
  private let report: (_ cost: Int?, _ bound: Int?, _ share: Double) -> Void

  private var pricing: ColumnGeneration
  private var feasibility: ColumnGeneration?
  private var penalty: Double
  private var open: [Node] = []
  /// Until a dive's solution is turned down: the next would come out the same.
  private var mayDive = true

  private(set) var best: PartitionSolution?
  /// Every solution costs at least this; `Int.max` once it is proven that there is none.
  private(set) var bound: Int
  /// The least cost of a solution that was turned down without proof.
  private var doubtful = Int.max

  init(
    _ problem: StaffedPartition, neighbours: [[Int32]], best: PartitionSolution?,
    floor: Int, workLimit: Int, check: PartitionSolver.Check?, threads: Int,
    stop: StopSignal, report: @escaping (Int?, Int?, Double) -> Void
  ) {
    self.problem = problem
    self.neighbours = neighbours
    self.best = best
    self.check = check
    self.threads = threads
    self.stop = stop
    self.workLimit = workLimit
    self.report = report
    bound = floor
    pricing = ColumnGeneration(problem, neighbours: neighbours, threads: threads, stop: stop)
    penalty = 10_000
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
  mutating func run() async {
    open = [Node(decisions: [], bound: bound)]
    while let index = next() {
      let node = open.remove(at: index)
      if node.bound >= cutoff { continue }
      if pricing.work > workLimit || stop.isSent {
        open.append(node)
        break
      }
      await process(node)
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

  private mutating func process(_ node: Node) async {
    let isRoot = node.decisions.isEmpty
    let state = BranchState(problem, node.decisions)
    var bound = node.bound
    var outcome = ColumnGeneration.Outcome(kind: .unfinished, bound: bound)
    // A first look at the root and a dive from there for a good solution, and again: against a good
    // solution most groups are out of the question.
    for rounds in isRoot ? Self.rootRounds : [Self.nodeRounds] {
      guard let relaxed = await relax(state, rounds: rounds, isRoot) else { return }
      outcome = relaxed
      bound = max(bound, outcome.bound)
      if isRoot {
        self.bound = max(self.bound, min(bound, cutoff, doubtful))
        report(best?.cost, self.bound, min(1, Double(pricing.work) / Double(workLimit)))
      }
      if outcome.kind == .closed || bound >= cutoff { return }
      guard isRoot, !Self.isWhole(outcome), outcome.kind == .solved else { break }
      let before = cutoff
      await dive(outcome)
      if bound >= cutoff { return }
      if cutoff < before { await pricing.fix(cutoff: cutoff) }
    }
    if isRoot, outcome.kind == .solved, !Self.isWhole(outcome) {
      // The dive has moved the program.
      guard let again = await relax(state, rounds: 0, isRoot) else { return }
      outcome = again
      bound = max(bound, outcome.bound)
      if outcome.kind == .closed || bound >= cutoff { return }
    }
    settle(outcome, state, node, bound)
  }

  /// Solves the program of a node; nil when no solution keeps its decisions.
  private mutating func relax(
    _ state: BranchState, rounds: Int, _ isRoot: Bool
  ) async -> ColumnGeneration.Outcome? {
    while true {
      let outcome = await pricing.solve(
        state, cutoff: cutoff, penalty: penalty, rounds: rounds, mode: isRoot ? .root : .node,
        workLimit: workLimit)
      guard outcome.kind == .solved && outcome.isUncovered else { return outcome }
      if await isImpossible(state) { return nil }
      guard penalty < 1e9, pricing.work <= workLimit, !stop.isSent else { return outcome }
      penalty *= 10
    }
  }

  /// Takes, splits or puts back a node whose program is solved.
  private mutating func settle(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState, _ node: Node, _ bound: Int
  ) {
    let isWhole = Self.isWhole(outcome)
    if isWhole, take(outcome, state, node, bound) { return }
    if isWhole {
      // Whole and yet not a solution: the program lost its footing. Its bound holds.
      doubtful = min(doubtful, bound)
      return
    }
    if outcome.kind == .unfinished && (pricing.work > workLimit || stop.isSent) {
      open.append(Node(decisions: node.decisions, bound: bound))
      return
    }
    guard let split = split(outcome, state, node.decisions) else {
      // Nothing left to decide and yet not whole: the program lost its footing. Its bound holds.
      doubtful = min(doubtful, bound)
      return
    }
    branch(node, on: split, bound: bound)
  }

  private static func isWhole(_ outcome: ColumnGeneration.Outcome) -> Bool {
    !outcome.isUncovered && !outcome.groups.isEmpty
      && (outcome.groups.map(\.value) + outcome.rests.map(\.value)).allSatisfy { $0 > 1 - 1e-6 }
  }

  /// Decides what the program is surest of, again and again, to come upon a good solution early.
  ///
  /// (Sadykov and others, "Primal heuristics for branch and price: the assets of diving methods",
  /// INFORMS Journal on Computing 31 (2019), doi:10.1287/ijoc.2018.0822.)
  private mutating func dive(_ start: ColumnGeneration.Outcome) async {
    guard mayDive else { return }
    var decisions: [BranchDecision] = []
    var outcome = start
    for _ in 0..<(4 * problem.itemCount + 20) {
      guard pricing.work <= workLimit, !stop.isSent else { return }
      let state = BranchState(problem, decisions)
      let surest = surest(outcome, state)
      guard !surest.isEmpty else { return }
      decisions += surest
      let next = BranchState(problem, decisions)
      outcome = await pricing.solve(
        next, cutoff: cutoff, penalty: penalty, rounds: Self.nodeRounds, mode: .dive,
        workLimit: workLimit)
      guard outcome.kind == .solved, !outcome.isUncovered else { return }
      if Self.isWhole(outcome) {
        if case .rejected = offer(outcome, isOptional: true)?.verdict { mayDive = false }
        return
      }
    }
  }

  /// The pairs of the groups that the program takes almost whole and are not decided, or of the one
  /// it takes most of; with all pairs decided, the same of seats, leads and visits.
  private func surest(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState
  ) -> [BranchDecision] {
    let count = problem.itemCount
    var shares = DecisionShares()
    for (index, value) in outcome.groups {
      let group = pricing.pool[index]
      for one in 0..<group.size {
        for other in (one + 1)..<max(group.size, one + 1) {
          shares.add(
            .pair(Int(group.members[one]), Int(group.members[other]), together: true), value)
        }
      }
    }
    let pairs = shares.surest { decision in
      guard case .pair(let one, let other, _) = decision else { return false }
      return state.pairs[one * count + other] == 0
    }
    if !pairs.isEmpty { return pairs }
    shares = DecisionShares()
    for (index, value) in outcome.groups {
      let group = pricing.pool[index]
      for position in 0..<group.size { shares.add(group.tasks[position], value) }
    }
    return shares.surest { decision in
      switch decision {
      case .seat(let staff, let host, _): !state.tasks.fixedSeats[host].contains(Int32(staff))
      case .lead(_, let host, _): state.tasks.fixedLead[host] < 0
      case .visit(let visitor, let host, _):
        !state.tasks.fixedVisitors[host].contains(Int32(visitor))
      case .pair, .rest: false
      }
    }
  }

  private mutating func branch(_ node: Node, on split: BranchDecision, bound: Int) {
    open.append(Node(decisions: node.decisions + [split.opposite], bound: bound))
    open.append(Node(decisions: node.decisions + [split], bound: bound))
  }

  /// Whether it is proven that no solution keeps the node's decisions, costs aside.
  private mutating func isImpossible(_ state: BranchState) async -> Bool {
    var feasibility =
      self.feasibility
      ?? ColumnGeneration(
        problem.withoutCosts(), neighbours: neighbours, threads: threads, stop: stop)
    let outcome = await feasibility.solve(
      state, cutoff: 1, penalty: 1, rounds: 0, mode: .node,
      workLimit: feasibility.work + workLimit)
    // What was found feasible helps the program with costs on its way.
    for (index, _) in outcome.groups {
      pricing.add(self.state(of: feasibility.pool[index].group))
    }
    self.feasibility = feasibility
    return outcome.kind == .closed
  }

  // MARK: Solutions

  /// The solution of a whole program with the owner's verdict; nil when it is none.
  private mutating func offer(
    _ outcome: ColumnGeneration.Outcome, isOptional: Bool = false
  ) -> (cost: Int, verdict: PartitionSolver.Verdict)? {
    let groups = outcome.groups.map { pricing.pool[$0.index].group }
    let resting = outcome.rests.map(\.item)
    let cost = PartitionCost(problem).cost(groups: groups, resting: resting)
    guard cost < StaffedPartition.forbidden / 2 else { return nil }
    // The owner is not asked about what is no better anyhow.
    if isOptional && cost >= cutoff { return nil }
    let solution = PartitionSolution(groups: groups, resting: resting, cost: cost)
    let verdict = check?(solution) ?? .accepted
    if case .accepted = verdict, cost < cutoff { best = solution }
    return (cost, verdict)
  }

  /// Takes a whole solution; false when it is turned down and the node has to be split.
  private mutating func take(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState, _ node: Node, _ bound: Int
  ) -> Bool {
    guard let (cost, verdict) = offer(outcome) else { return false }
    switch verdict {
    case .accepted:
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

  /// The decision nearest to an even split: a pair of items first, then a rest, a visit, a seat, a
  /// lead.
  private func split(
    _ outcome: ColumnGeneration.Outcome, _ state: BranchState, _ decisions: [BranchDecision]
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
    let decided = Set(decisions + decisions.map(\.opposite))
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
