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
  /// Choices that cost so much or more are of no use.
  private(set) var ceiling = Int.max
  /// No choice costs less; `Int.max` when there is none, nil when nothing is known.
  private(set) var bound: Int?
  private var open = Heap<Node>()
  private var order = 0
  /// The least bound of nodes that could not be settled.
  private var unsettled = Int.max
  private var root: SelectionProgram.Proof?
  /// Work done until the cuts at the root came to an end.
  private var rootWork = 0
  /// How many rows the program had then.
  private var rootRows = 0

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
  private var workAStep: Int { 1 + program.rowAtPlace.count / 100 }
  var work: Int { workOfParts + program.program.iterations * workAStep }
  var stepsLeft: Int { max(1, (workLimit - work) / workAStep) }
  var isOver: Bool { stop.isSent || work >= workLimit }
  /// Whether the best is as good as proven.
  var isClosed: Bool { ceiling <= bound ?? .min }

  /// Takes a choice that keeps every row, if it is the best so far.
  mutating func offer(_ values: [Int]) {
    let cost = problem.cost(of: values)
    guard cost < ceiling else { return }
    (best, bestCost) = (values, cost)
    ceiling = cost
    shutOutTheDear()
  }

  /// Shuts out the columns without which every better choice is (reduced-cost fixing).
  private mutating func shutOutTheDear() {
    guard let root, ceiling < .max else { return }
    program.shutOut(
      (0..<problem.columnCount).filter { column in
        !program.isOut[column] && root.reducedCosts[column] > 0
          && root.bound.exceeds(ceiling - 1, with: root.reducedCosts[column])
      })
  }

  /// Searches until the best is proven or the limit of work is met.
  mutating func run(progress: (SearchProgress) -> Void) {
    guard solveRoot() else { return progress(shown) }
    progress(shown)
    if best == nil { dive([]) }
    raiseRoot(progress: progress)
    rootWork = work
    rootRows = program.rowAtPlace.count
    if isClosed { return progress(shown) }
    dive([])
    progress(shown)
    if isClosed { return progress(shown) }
    while !searchParts(progress: progress), settleAll(progress: progress) == .wantsParts {
      // Cuts of the tree are kept, and what was proven stands.
      program.decide([])
      let status = program.solve(stepLimit: stepsLeft, stop: stop)
      // What was shut out costs too much; where nothing else is left, the best is proven.
      if status == .infeasible { raiseBound(to: .max) }
      if status != .solved { break }
      noteRoot()
      if isClosed { break }
    }
    progress(shown)
  }

  private enum TreeEnd {
    case settled
    /// So much was shut out meanwhile that parts are small enough to be searched.
    case wantsParts
  }

  /// The tree is given up for parts once shut-out columns leave so much of those that it began with.
  private static let shareLeft = 0.6

  private var shown: SearchProgress {
    SearchProgress(
      stage: .proving, cost: bestCost, bound: bound, share: min(1, Double(work) / Double(workLimit))
    )
  }

  /// Raises the bound to what is proven of every choice that is better than the best.
  private mutating func raiseBound(to proven: Int) {
    bound = max(bound ?? .min, min(proven, ceiling))
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
  private static let leastRise = 0.00002

  /// Rounds of cuts, until they no longer raise the bound.
  private mutating func raiseRoot(progress: (SearchProgress) -> Void) {
    var bounds: [Int] = []
    while !isOver, !isClosed {
      program.decide([])
      program.dropIdleCuts()
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

  // MARK: Parts

  /// So many searches of parts lie in one another at most.
  private static let mostDepth = 4
  /// A part that has more of the columns than this is no smaller problem.
  private static let mostShare = 0.75
  /// The first gap that is looked into, as a share of the bound, and how much wider each is than the one
  /// before.
  private static let firstGap = 0.0002
  private static let mostSteps = 8
  private static let widening = 3

  /// Looks for choices that cost little more than the bound, then for dearer ones, each time in a
  /// smaller problem: a column whose reduced cost is above a gap is in no choice within that gap, so
  /// that the best within it is proven without the column. False when the whole has to be searched.
  private mutating func searchParts(progress: (SearchProgress) -> Void) -> Bool {
    guard depth < Self.mostDepth, let root else { return false }
    let base = root.bound.value
    var gap = max(1, Int(Double(base.magnitude) * Self.firstGap))
    if ceiling < .max { gap = max(gap, (ceiling - base) / Self.mostSteps) }
    // Choices of these columns alone have been searched to the end.
    var settled: [Bool]?
    while !isOver, !isClosed {
      let open = ceiling == .max ? Int.max : ceiling - 1 - base
      let within = min(gap, open)
      let isKept = root.reducedCosts.map { !root.bound.exceeds(base + within, with: $0) }
      let part = SelectionReduction(
        program, isKept: { isKept[$0] },
        isWanted: settled.map { settled in { !settled[$0] } })
      if part.share > Self.mostShare { return false }
      let isLast = within == open
      let left = workLimit - work
      let found = search(part, workLimit: isLast ? left : left / 4, progress: progress)
      // What was left out costs more than the gap.
      raiseBound(to: min(found ?? .min, isLast ? .max : base + within + 1))
      if isLast { return true }
      if found ?? .min >= ceiling { settled = isKept }
      gap = min(gap, 1 << 50) * Self.widening
    }
    return true
  }

  /// Searches a part; no choice of the part that is better than the best costs less than what is given
  /// back.
  private mutating func search(
    _ part: SelectionReduction, workLimit: Int, progress: (SearchProgress) -> Void
  ) -> Int? {
    var search = SelectionSearch(
      part.problem, workLimit: max(1, workLimit), depth: depth + 1, stop: stop)
    if let best, let start = part.part(of: best) { search.offer(start) }
    search.ceiling = min(search.ceiling, ceiling)
    search.run { _ in }
    workOfParts += search.work
    if let values = search.best { offer(part.whole(values)) }
    progress(shown)
    return search.bound
  }

  // MARK: Nodes

  private mutating func settleAll(progress: (SearchProgress) -> Void) -> TreeEnd {
    open = Heap()
    open.insert(Node(bound: bound ?? .min, order: 0, decisions: []))
    let left = Self.shareLeft * Double(program.isOut.count { !$0 })
    var settled = 0
    while let node = open.popLeast() {
      raiseBound(to: min(node.bound, unsettled))
      if node.bound >= ceiling || isOver { return .settled }
      let before = ceiling
      follow(node)
      settled += 1
      if settled % 16 == 0 { progress(shown) }
      if ceiling < before, depth < Self.mostDepth, unsettled == .max,
        Double(program.isOut.count { !$0 }) < left
      {
        return .wantsParts
      }
    }
    raiseBound(to: unsettled)
    return .settled
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
      if bound >= ceiling { return }
      let impossible = program.impossible()
      if !impossible.isEmpty {
        decisions += impossible.map { .column($0, 0) }
        continue
      }
      if let choice = program.wholeChoice(decisions) {
        offer(choice)
        if bound >= ceiling { return }
      }
      if rounds < Self.roundsOfNode, program.rowAtPlace.count < 3 * rootRows + 200, !isOver,
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
