/// Branch and bound over the choices of a ``SelectionProblem``, best bound first, each node followed
/// down until it is settled.
struct SelectionSearch {
  let problem: SelectionProblem
  let stop: StopSignal
  /// Simplex steps allowed, each counted with the rows it works on.
  let workLimit: Int
  /// How deep searches of parts lie in one another.
  let depth: Int
  var program: SelectionProgram
  /// Work done by searches of parts.
  var workOfParts = 0
  private(set) var best: [Int]?
  private(set) var bestCost: Int?
  /// No choice costs less; `Int.max` when there is none, nil when nothing is known.
  private(set) var bound: Int?
  private var open = Heap<Node>()
  private var order = 0
  /// The least bound of nodes that could not be settled.
  private var unsettled = Int.max
  private var root: SelectionProgram.Proof?
  /// Work done until the cuts at the root came to an end.
  private var rootWork = 0

  private struct Node: Comparable {
    let bound: Int
    let order: Int
    let decisions: [SelectionDecision]

    static func < (left: Node, right: Node) -> Bool {
      (left.bound, -left.order) < (right.bound, -right.order)
    }
  }

  init(_ problem: SelectionProblem, workLimit: Int, depth: Int = 0, stop: StopSignal) {
    self.problem = problem
    self.stop = stop
    self.workLimit = workLimit
    self.depth = depth
    program = SelectionProgram(problem)
  }

  /// Steps count with the rows of the program, over a hundred.
  private var workAStep: Int { 1 + problem.rows.count / 100 }
  var work: Int { workOfParts + program.program.iterations * workAStep }
  var stepsLeft: Int { max(1, (workLimit - work) / workAStep) }
  var isOver: Bool { stop.isSent || work >= workLimit }
  /// Whether the best is as good as proven.
  var isClosed: Bool { bestCost ?? .max <= bound ?? .min }

  /// Takes a choice that keeps every row, if it is the best so far.
  mutating func offer(_ values: [Int]) {
    let cost = problem.cost(of: values)
    guard cost < bestCost ?? .max else { return }
    (best, bestCost) = (values, cost)
    shutOutTheDear()
  }

  /// Shuts out the columns without which every better choice is (reduced-cost fixing).
  private mutating func shutOutTheDear() {
    guard let root, let bestCost else { return }
    program.shutOut(
      (0..<problem.columnCount).filter { column in
        !program.isOut[column] && root.reducedCosts[column] > 0
          && root.bound.exceeds(bestCost - 1, with: root.reducedCosts[column])
      })
  }

  /// Searches until the best is proven or the limit of work is met.
  mutating func run(progress: (SearchProgress) -> Void) {
    guard solveRoot() else { return progress(shown) }
    progress(shown)
    if best == nil { dive([]) }
    raiseRoot(progress: progress)
    rootWork = work
    if isClosed { return progress(shown) }
    dive([])
    progress(shown)
    if !isClosed { searchNear(progress: progress) }
    if isClosed { return progress(shown) }
    if !searchRest(progress: progress) { settleAll(progress: progress) }
    progress(shown)
  }

  private var shown: SearchProgress {
    SearchProgress(
      stage: .proving, cost: bestCost, bound: bound, share: min(1, Double(work) / Double(workLimit))
    )
  }

  /// Raises the bound to what is proven of every choice that is better than the best.
  private mutating func raiseBound(to proven: Int) {
    bound = max(bound ?? .min, min(proven, bestCost ?? .max))
  }

  // MARK: The root

  /// The program with nothing decided; false when that settles everything.
  private mutating func solveRoot() -> Bool {
    program.decide([])
    switch program.solve(stepLimit: stepsLeft, stop: stop) {
    case .infeasible:
      bound = .max
      return false
    case .unfinished:
      // Prices prove something wherever the search for better ones ended.
      bound = program.proof().bound.value
      return false
    case .solved:
      noteRoot()
      return !isClosed
    }
  }

  /// Takes what the program with nothing decided proves, and the choice it may hold.
  private mutating func noteRoot() {
    let proof = program.proof()
    raiseBound(to: proof.bound.value)
    root = proof
    if let choice = program.wholeChoice([]) { offer(choice) }
    shutOutTheDear()
  }

  /// So many rounds of cuts at each node, while there are not too many.
  private static let roundsOfNode = 2

  /// So many rounds of cuts are looked at together, and have to raise the bound by a share.
  private static let patience = 5
  private static let leastRise = 0.0002

  /// Rounds of cuts, until they no longer raise the bound.
  private mutating func raiseRoot(progress: (SearchProgress) -> Void) {
    var bounds: [Int] = []
    while !isOver, !isClosed {
      program.decide([])
      let status = program.solve(stepLimit: stepsLeft, stop: stop)
      if status == .infeasible { raiseBound(to: .max) }
      if status != .solved { return }
      noteRoot()
      if isClosed { return }
      let now = bound ?? 0
      bounds.append(now)
      if bounds.count > Self.patience {
        let before = bounds[bounds.count - 1 - Self.patience]
        if Double(now - before) < Self.leastRise * Double(max(1, now.magnitude)) { return }
      }
      guard cut() else { return }
      progress(shown)
    }
  }

  /// Adds cuts that what was solved breaks; false where none are found. They hold for every choice,
  /// whatever is decided.
  private mutating func cut() -> Bool {
    let most = max(20, problem.rows.count / 4)
    let cliques = SelectionCliques(program).cliques(most: most)
    let cuts = SelectionCuts(program).cuts(most: most)
    program.add(cuts)
    for clique in cliques {
      program.addRow(.atMost, 1, entries: clique.map { (column: $0, coefficient: 1) })
    }
    return !cuts.isEmpty || !cliques.isEmpty
  }

  // MARK: Parts

  /// So many searches of parts lie in one another at most.
  private static let mostDepth = 3

  /// Searches near the best and the program: what both agree on stays (relaxation induced
  /// neighbourhoods; Danna, Rothberg and Le Pape, 2005, doi:10.1007/s10107-004-0518-7).
  private mutating func searchNear(progress: (SearchProgress) -> Void) {
    guard depth < Self.mostDepth else { return }
    while !isOver, !isClosed, let best {
      let before = bestCost
      program.decide([])
      guard program.solve(stepLimit: stepsLeft, stop: stop) == .solved else { return }
      var fixed = [Int](repeating: 0, count: problem.columnCount)
      for (column, value) in program.taken() where best[column] > 0 {
        if abs(value - Double(best[column])) < 1e-6 { fixed[column] = best[column] }
      }
      let program = program
      let part = SelectionReduction(program, fixed: fixed) { column in
        best[column] != fixed[column] || program.value(column) > 1e-6
      }
      if part.share > 0.5 { return }
      _ = search(
        part, workLimit: max(1, min((workLimit - work) / 10, 2 * rootWork)), progress: progress)
      if bestCost == before { return }
    }
  }

  /// Goes on in a smaller problem, where much was shut out; false when little was.
  private mutating func searchRest(progress: (SearchProgress) -> Void) -> Bool {
    guard depth < Self.mostDepth else { return false }
    let none = [Int](repeating: 0, count: problem.columnCount)
    let part = SelectionReduction(program, fixed: none) { _ in true }
    if part.share > 0.8 { return false }
    let found = search(part, workLimit: workLimit - work, progress: progress)
    // What was left out costs as much as the best or more.
    raiseBound(to: found ?? .min)
    return true
  }

  /// Searches a part; the bound of the part.
  private mutating func search(
    _ part: SelectionReduction, workLimit: Int, progress: (SearchProgress) -> Void
  ) -> Int? {
    var search = SelectionSearch(
      part.problem, workLimit: workLimit, depth: depth + 1, stop: stop)
    if let best, let start = part.part(of: best) { search.offer(start) }
    search.run { _ in }
    workOfParts += search.work
    if let values = search.best { offer(part.whole(values)) }
    progress(shown)
    return search.bound
  }

  // MARK: Nodes

  private mutating func settleAll(progress: (SearchProgress) -> Void) {
    open.insert(Node(bound: bound ?? .min, order: 0, decisions: []))
    var settled = 0
    while let node = open.popLeast() {
      raiseBound(to: min(node.bound, unsettled))
      if node.bound >= bestCost ?? .max { return }
      if isOver { return }
      follow(node)
      settled += 1
      if settled % 16 == 0 { progress(shown) }
    }
    raiseBound(to: unsettled)
  }

  /// Settles a node, or follows one of its children and keeps the other for later.
  private mutating func follow(_ node: Node) {
    var (decisions, bound) = (node.decisions, node.bound)
    var rounds = 0
    while true {
      program.decide(decisions)
      let status = program.solve(stepLimit: stepsLeft, stop: stop)
      if status == .infeasible { return }
      if status == .unfinished { break }
      bound = max(bound, program.proof().bound.value)
      if bound >= bestCost ?? .max { return }
      let impossible = program.impossible()
      if !impossible.isEmpty {
        decisions += impossible.map { .column($0, 0) }
        continue
      }
      if let choice = program.wholeChoice(decisions) {
        offer(choice)
        if bound >= bestCost ?? .max { return }
      }
      if rounds < Self.roundsOfNode, program.senses.count < 3 * problem.rows.count + 200, !isOver,
        cut()
      {
        rounds += 1
        continue
      }
      rounds = 0
      guard !isOver, let split = bestSplit(decisions) else { break }
      order += 1
      open.insert(Node(bound: bound, order: order, decisions: decisions + [split.other]))
      decisions.append(split.first)
    }
    unsettled = min(unsettled, bound)
  }
}
