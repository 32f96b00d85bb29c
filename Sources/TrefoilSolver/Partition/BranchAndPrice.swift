/// Branch and price: a search tree whose bounds come from ``ColumnGeneration``.
///
/// Nodes are taken in the order of their bounds, two at a time, each by a program of its own. A node
/// whose program is whole gives a solution; others are split on a pair of items, then on who visits,
/// sits and leads where. While the root is bounded, large neighbourhoods better the solution.
struct BranchAndPrice {
  struct Node: Sendable {
    let decisions: [BranchDecision]
    var bound: Int
  }

  /// How often cuts are looked for at the root, from dive to dive, and at other nodes.
  private static let rootRounds = [6, 4, 4, 60]
  private static let nodeRounds = 2
  /// How often neighbourhoods go over all items beside each of the root's programs.
  private static let sweeps = [2, 1, 1, 1]
  /// So many nodes are bounded at a time, however many threads there are.
  private static let mostBeside = 2
  /// Nodes are dived from at every so many turns.
  private static let diveTurns = 4

  let problem: StaffedPartition
  private let neighbours: [[Int32]]
  private let neighbourhoods: NeighbourhoodSearch?
  let check: PartitionSolver.Check?
  private let threads: Int
  private let stop: StopSignal
  private let workLimit: Int
  private let report: (_ cost: Int?, _ bound: Int?, _ share: Double) -> Void

  /// Programs that take nodes; all begin with the first, which has the root.
  private var programs: [NodeProgram]
  private var feasibility: ColumnGeneration?
  private var penalty: Double
  private var open: [Node] = []
  /// How often nodes were taken.
  private var turns = 0
  /// Until a dive's solution is turned down: the next would come out the same.
  private var mayDive = true
  /// Until too many of the neighbourhoods' solutions are turned down.
  private var mayImprove = true
  /// What neighbourhoods took.
  private var neighbourhoodWork = 0

  var best: PartitionSolution?
  /// Every solution costs at least this; `Int.max` once it is proven that there is none.
  private(set) var bound: Int
  /// The least cost of a solution that was turned down without proof.
  var doubtful = Int.max

  /// - Parameter neighbourhoods: what betters the solution while the root is bounded, if anything.
  init(
    _ problem: StaffedPartition, neighbours: [[Int32]], best: PartitionSolution?,
    floor: Int, workLimit: Int, check: PartitionSolver.Check?,
    neighbourhoods: NeighbourhoodSearch? = nil, threads: Int, stop: StopSignal,
    report: @escaping (Int?, Int?, Double) -> Void
  ) {
    self.problem = problem
    self.neighbours = neighbours
    self.neighbourhoods = neighbourhoods
    self.best = best
    self.check = check
    self.threads = threads
    self.stop = stop
    self.workLimit = workLimit
    self.report = report
    bound = floor
    programs = [
      NodeProgram(
        ColumnGeneration(problem, neighbours: neighbours, threads: threads, stop: stop))
    ]
    penalty = 10_000
  }

  /// The program that has the root.
  private var root: NodeProgram { programs[0] }

  /// Groups looked at so far, exact prices counted higher.
  var work: Int { programs.reduce(neighbourhoodWork) { $0 + $1.pricing.work } }

  /// Where the root's program must end its work.
  private var rootLimit: Int { workLimit - work + root.pricing.work }

  private var share: Double { min(1, Double(work) / Double(workLimit)) }

  /// Groups of a known solution, to start the programs from.
  mutating func seed(_ solution: PartitionSolution) {
    for group in solution.groups { root.pricing.add(state(of: group)) }
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
    open = []
    await processRoot()
    while !open.isEmpty, work <= workLimit, !stop.isSent {
      await process(nextNodes())
      raiseBound()
      report(best?.cost, bound, share)
    }
    raiseBound()
  }

  private mutating func raiseBound() {
    bound = max(bound, min(cutoff, doubtful, open.map(\.bound).min() ?? .max))
  }

  var cutoff: Int { best?.cost ?? .max }

  /// The nodes with the least bounds; of several the ones that were made last.
  private mutating func nextNodes() -> [Node] {
    let cutoff = cutoff
    open.removeAll { $0.bound >= cutoff }
    let order = open.indices.sorted { (open[$0].bound, -$0) < (open[$1].bound, -$1) }
    let chosen = order.prefix(Self.mostBeside)
    let nodes = chosen.map { open[$0] }
    for index in chosen.sorted(by: >) { open.remove(at: index) }
    return nodes
  }

  // MARK: The root

  /// A first look at the root and a dive from there for a good solution, and again: against a good
  /// solution most groups are out of the question.
  private mutating func processRoot() async {
    let state = BranchState(problem, [])
    var node = Node(decisions: [], bound: bound)
    var outcome = ColumnGeneration.Outcome(kind: .unfinished, bound: bound)
    for turn in Self.rootRounds.indices {
      guard let relaxed = await relaxRoot(state, turn: turn) else { return }
      outcome = relaxed
      node.bound = max(node.bound, outcome.bound)
      bound = max(bound, min(node.bound, cutoff))
      report(best?.cost, bound, share)
      if outcome.kind == .closed || node.bound >= cutoff { return }
      guard !outcome.isWhole, outcome.kind == .solved else { break }
      let before = cutoff
      await dive(outcome)
      if node.bound >= cutoff { return }
      if cutoff < before { await root.pricing.fix(cutoff: cutoff) }
    }
    if outcome.kind == .solved, !outcome.isWhole {
      // The dive has moved the program.
      guard let again = await relax(state, rounds: 0, isRoot: true) else { return }
      outcome = again
      node.bound = max(node.bound, outcome.bound)
      if outcome.kind == .closed || node.bound >= cutoff { return }
    }
    let split = root.split(outcome, state, decisions: [], cutoff: cutoff)
    settle(NodeProgram.Answer(outcome: outcome, split: split), state, node, node.bound)
  }

  private mutating func dive(_ outcome: ColumnGeneration.Outcome) async {
    guard mayDive else { return }
    let found = await root.dive(
      from: outcome, decisions: [], cutoff: cutoff, penalty: penalty, rounds: Self.nodeRounds,
      workLimit: rootLimit)
    takeDived(found)
  }

  /// Offers what a dive has come upon.
  private mutating func takeDived(_ found: ColumnGeneration.Outcome?) {
    guard mayDive, let found else { return }
    if case .rejected = offer(found, isOptional: true)?.verdict { mayDive = false }
  }

  /// The root's program with further cuts, while neighbourhoods better the solution; where they do,
  /// solved again without the groups that are too dear now.
  private mutating func relaxRoot(
    _ state: BranchState, turn: Int
  ) async -> ColumnGeneration.Outcome? {
    let rounds = Self.rootRounds[turn]
    guard let neighbourhoods, let best, mayImprove, work <= workLimit else {
      return await relax(state, rounds: rounds, isRoot: true)
    }
    let better: @Sendable () async -> NeighbourhoodSearch.Outcome = { [workLimit] in
      await neighbourhoods.better(
        best, sweeps: Self.sweeps[turn], turn: turn, workLimit: workLimit / 4)
    }
    let relaxed: ColumnGeneration.Outcome?
    let found: NeighbourhoodSearch.Outcome
    if threads > 1 {
      async let beside = better()
      relaxed = await relax(state, rounds: rounds, isRoot: true)
      found = await beside
    } else {
      relaxed = await relax(state, rounds: rounds, isRoot: true)
      found = await better()
    }
    neighbourhoodWork += found.work
    mayImprove = found.turnedDown < NeighbourhoodSearch.mostTurnedDown
    guard let relaxed, found.solution.cost < cutoff else { return relaxed }
    self.best = found.solution
    bound = max(bound, min(relaxed.bound, cutoff))
    report(cutoff, bound, share)
    guard relaxed.kind == .solved, bound < cutoff else { return relaxed }
    seed(found.solution)
    await root.pricing.fix(cutoff: cutoff)
    guard var again = await relax(state, rounds: 0, isRoot: true) else { return nil }
    again.bound = max(again.bound, relaxed.bound)
    return again
  }

  // MARK: Nodes

  /// Bounds nodes side by side, each by a program of its own, then splits them in their order.
  private mutating func process(_ nodes: [Node]) async {
    while programs.count < nodes.count { programs.append(root.twin()) }
    let states = nodes.map { BranchState(problem, $0.decisions) }
    let (cutoff, penalty, left) = (cutoff, penalty, workLimit - work)
    let dives = mayDive && turns % Self.diveTurns == Self.diveTurns - 1
    turns += 1
    let answers = await Parallel.map(Array(nodes.indices), threads: threads) { [programs] index in
      let program = programs[index]
      return await program.bound(
        states[index], decisions: nodes[index].decisions, cutoff: cutoff, penalty: penalty,
        rounds: Self.nodeRounds, workLimit: program.pricing.work + left, dives: dives)
    }
    NodeProgram.share(programs)
    for answer in answers { takeDived(answer.dived) }
    for (index, node) in nodes.enumerated() {
      await finish(answers[index], states[index], node)
    }
    if self.cutoff < cutoff {
      for program in programs { await program.pricing.fix(cutoff: self.cutoff) }
    }
  }

  private mutating func finish(
    _ found: NodeProgram.Answer, _ state: BranchState, _ node: Node
  ) async {
    var answer = found
    var bound = max(node.bound, found.outcome.bound)
    if found.outcome.kind == .solved && found.outcome.isUncovered {
      guard let again = await relax(state, rounds: Self.nodeRounds, isRoot: false) else { return }
      bound = max(bound, again.bound)
      answer.outcome = again
      answer.split = root.split(again, state, decisions: node.decisions, cutoff: cutoff)
    }
    if answer.outcome.kind == .closed || bound >= cutoff { return }
    settle(answer, state, node, bound)
  }

  /// Solves the program of a node; nil when no solution keeps its decisions.
  private mutating func relax(
    _ state: BranchState, rounds: Int, isRoot: Bool
  ) async -> ColumnGeneration.Outcome? {
    while true {
      let outcome = await root.pricing.solve(
        state, cutoff: cutoff, penalty: penalty, rounds: rounds, mode: isRoot ? .root : .node,
        workLimit: rootLimit)
      guard outcome.kind == .solved && outcome.isUncovered else { return outcome }
      if await isImpossible(state) { return nil }
      guard penalty < 1e9, work <= workLimit, !stop.isSent else { return outcome }
      penalty *= 10
    }
  }

  /// Takes, splits or puts back a node whose program is solved.
  private mutating func settle(
    _ answer: NodeProgram.Answer, _ state: BranchState, _ node: Node, _ bound: Int
  ) {
    let outcome = answer.outcome
    let isWhole = outcome.isWhole
    if isWhole, take(outcome, state, node, bound) { return }
    if isWhole {
      // Whole and yet not a solution: the program lost its footing. Its bound holds.
      doubtful = min(doubtful, bound)
      return
    }
    if outcome.kind == .unfinished && (work > workLimit || stop.isSent) {
      open.append(Node(decisions: node.decisions, bound: bound))
      return
    }
    guard let split = answer.split else {
      // Nothing left to decide and yet not whole: the program lost its footing. Its bound holds.
      doubtful = min(doubtful, bound)
      return
    }
    branch(node, on: split, bound: bound)
  }

  mutating func branch(_ node: Node, on split: BranchDecision, bound: Int) {
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
    for (group, _) in outcome.groups {
      root.pricing.add(self.state(of: group.group))
    }
    self.feasibility = feasibility
    return outcome.kind == .closed
  }
}
