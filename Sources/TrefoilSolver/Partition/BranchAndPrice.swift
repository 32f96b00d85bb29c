/// Branch and price: a search tree whose bounds come from ``ColumnGeneration``.
///
/// Nodes are taken in the order of their bounds, a few at a time, each by a program of its own. A
/// node whose program is whole gives a solution; others are split on a pair of items, then on who
/// visits, sits and leads where. While the root is bounded, large neighbourhoods better the solution.
struct BranchAndPrice {
  struct Node: Sendable {
    let decisions: [BranchDecision]
    var bound: Int
  }

  /// How often cuts are looked for at nodes but the root.
  static let nodeRounds = 2
  /// So many nodes are on their way at a time, however many threads there are. One more than two
  /// threads need, so that neither waits for the other.
  private static let mostBeside = 3
  /// One node in so many is dived from.
  private static let diveTurns = 4

  let problem: StaffedPartition
  private let neighbours: [[Int32]]
  let neighbourhoods: NeighbourhoodSearch?
  let check: PartitionSolver.Check?
  let threads: Int
  private let stop: StopSignal
  let workLimit: Int
  let report: (_ cost: Int?, _ bound: Int?, _ share: Double) -> Void

  private var crew: NodeCrew
  private var feasibility: ColumnGeneration?
  var penalty: Double
  private var open: [Node] = []
  /// So many nodes were chosen.
  private var chosen = 0
  /// Until a dive's solution is turned down: the next would come out the same.
  var mayDive = true
  /// Until too many of the neighbourhoods' solutions are turned down.
  var mayImprove = true
  /// Groups looked at so far, exact prices counted higher; of nodes that are on their way nothing.
  var work = 0

  var best: PartitionSolution?
  /// Every solution costs at least this; `Int.max` once it is proven that there is none.
  var bound: Int
  /// The least cost of a solution that was turned down without proof.
  var doubtful = Int.max

  /// - Parameter neighbourhoods: what betters the solution while the root is bounded, if anything.
  init(
    _ problem: StaffedPartition, neighbours: [[Int32]], floor: Int, workLimit: Int,
    check: PartitionSolver.Check?,
    neighbourhoods: NeighbourhoodSearch? = nil, threads: Int, stop: StopSignal,
    report: @escaping (Int?, Int?, Double) -> Void
  ) {
    self.problem = problem
    self.neighbours = neighbours
    self.neighbourhoods = neighbourhoods
    self.check = check
    self.threads = threads
    self.stop = stop
    self.workLimit = workLimit
    self.report = report
    bound = floor
    crew = NodeCrew(
      NodeProgram(
        ColumnGeneration(problem, neighbours: neighbours, threads: threads, stop: stop)))
    penalty = 10_000
  }

  /// The program that has the root.
  var root: NodeProgram { crew.root }

  var share: Double { min(1, Double(work) / Double(workLimit)) }

  /// Begins with a solution, if there is one.
  mutating func start(from solution: PartitionSolution?) {
    best = solution
    bound = min(bound, cutoff)
  }

  /// Groups of a known solution, to start the programs from.
  mutating func seed(_ solution: PartitionSolution) {
    for group in solution.groups { root.pricing.add(state(of: group)) }
    penalty = max(penalty, Double(solution.cost))
  }

  /// Groups that may be in a solution, those of them that can be in one of this problem.
  mutating func seed(_ groups: [StaffedGroup]) {
    for group in groups where problem.isShaped(group) {
      let state = state(of: group)
      if state.cost < StaffedPartition.forbidden / 2 { root.pricing.add(state) }
    }
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
    work += root.takeWork()
    await processRoot()
    await withTaskGroup { (group: inout NodeFlight.Group) in
      var flight = NodeFlight(threads: threads)
      choose(for: &flight)
      while let (job, answer) = await flight.next(&group) {
        work += job.member.program.takeWork()
        await finish(job, answer)
        crew.dismiss(job.member)
        choose(for: &flight)
        raiseBound(flight)
        report(best?.cost, bound, share)
      }
      raiseBound(flight)
    }
  }

  private mutating func raiseBound(_ flight: NodeFlight) {
    let nodes = open + flight.jobs.map(\.node)
    bound = max(bound, min(cutoff, doubtful, nodes.map(\.bound).min() ?? .max))
  }

  var cutoff: Int { best?.cost ?? .max }

  /// The nodes with the least bounds; of several the ones that were made last.
  private mutating func nextNodes(_ count: Int) -> [Node] {
    let cutoff = cutoff
    open.removeAll { $0.bound >= cutoff }
    let order = open.indices.sorted { (open[$0].bound, -$0) < (open[$1].bound, -$1) }
    let chosen = order.prefix(count)
    let nodes = chosen.map { open[$0] }
    for index in chosen.sorted(by: >) { open.remove(at: index) }
    return nodes
  }

  // MARK: Nodes

  /// Chooses nodes to be bounded, as many as may be on their way.
  private mutating func choose(for flight: inout NodeFlight) {
    guard work <= workLimit, !stop.isSent else { return }
    let nodes = nextNodes(Self.mostBeside - flight.jobs.count)
    for (node, member) in zip(nodes, crew.call(nodes.count)) {
      flight.add(
        NodeJob(
          node: node, state: BranchState(problem, node.decisions), member: member, cutoff: cutoff,
          penalty: penalty, rounds: Self.nodeRounds, workLeft: workLimit - work,
          dives: mayDive && chosen % Self.diveTurns == Self.diveTurns - 1))
      chosen += 1
    }
  }

  /// Offers what a dive has come upon.
  private mutating func takeDived(_ found: ColumnGeneration.Outcome?) {
    guard mayDive, let found else { return }
    if case .rejected = offer(found, isOptional: true)?.verdict { mayDive = false }
  }

  private mutating func finish(_ job: NodeJob, _ found: NodeProgram.Answer) async {
    let (node, state, program) = (job.node, job.state, job.member.program)
    takeDived(found.dived)
    var answer = found
    var bound = max(node.bound, found.outcome.bound)
    if found.outcome.kind == .solved && found.outcome.isUncovered {
      let again = await relax(state, program, rounds: Self.nodeRounds, mode: .node)
      guard let again else { return }
      bound = max(bound, again.bound)
      answer.outcome = again
      answer.split = program.split(again, state, decisions: node.decisions, cutoff: cutoff)
    }
    if answer.outcome.kind == .closed || bound >= cutoff { return }
    settle(answer, state, node, bound)
  }

  /// Solves the program of a node; nil when no solution keeps its decisions.
  mutating func relax(
    _ state: BranchState, _ program: NodeProgram, rounds: Int, mode: ColumnGeneration.Mode
  ) async -> ColumnGeneration.Outcome? {
    while true {
      let outcome = await program.pricing.solve(
        state, cutoff: cutoff, penalty: penalty, rounds: rounds, mode: mode,
        workLimit: program.pricing.work + workLimit - work)
      work += program.takeWork()
      guard outcome.kind == .solved && outcome.isUncovered else { return outcome }
      if await isImpossible(state, program) { return nil }
      guard penalty < 1e9, work <= workLimit, !stop.isSent else { return outcome }
      penalty *= 10
    }
  }

  /// Takes, splits or puts back a node whose program is solved.
  mutating func settle(
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
      putBack(node, bound: bound)
      return
    }
    guard let split = answer.split else {
      // Nothing left to decide and yet not whole: the program lost its footing. Its bound holds.
      doubtful = min(doubtful, bound)
      return
    }
    branch(node, on: split, bound: bound)
  }

  /// Leaves a node as it is, with what is known of it.
  mutating func putBack(_ node: Node, bound: Int) {
    open.append(Node(decisions: node.decisions, bound: bound))
  }

  mutating func branch(_ node: Node, on split: BranchDecision, bound: Int) {
    open.append(Node(decisions: node.decisions + [split.opposite], bound: bound))
    open.append(Node(decisions: node.decisions + [split], bound: bound))
  }

  /// Whether it is proven that no solution keeps the node's decisions, costs aside.
  private mutating func isImpossible(_ state: BranchState, _ program: NodeProgram) async -> Bool {
    var feasibility =
      self.feasibility
      ?? ColumnGeneration(
        problem.withoutCosts(), neighbours: neighbours, threads: threads, stop: stop)
    let before = feasibility.work
    let outcome = await feasibility.solve(
      state, cutoff: 1, penalty: 1, rounds: 0, mode: .node,
      workLimit: before + workLimit)
    // What was found feasible helps the program with costs on its way.
    for (group, _) in outcome.groups {
      program.pricing.add(self.state(of: group.group))
    }
    work += feasibility.work - before
    self.feasibility = feasibility
    return outcome.kind == .closed
  }
}
