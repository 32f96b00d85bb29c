/// Solves the linear program of one node of the search by generating columns and cuts, and bounds it.
///
/// Groups are priced with their cheapest staffing under the present multipliers; those that would
/// lower the program's value enter it. Groups of near items are priced first, all groups before
/// anything is concluded, so the bound counts every possibility. (Barnhart and others,
/// "Branch-and-price: column generation for solving huge integer programs", Operations Research 46
/// (1998), doi:10.1287/opre.46.3.316.) One program serves many nodes: what a node does not allow is
/// closed, and the next solve starts from the last basis.
struct ColumnGeneration {
  enum Mode {
    /// Nothing is decided: groups too dear for any better solution leave for good.
    case root
    case node
    /// Only a solution is wanted: groups of near items must do, and there is no bound.
    case dive
  }

  struct Outcome: Sendable {
    enum Kind: Sendable {
      /// The bound reached the cutoff, or nothing can be.
      case closed
      /// All of a solution or a mixture of groups; `bound` holds.
      case solved
      /// The effort ran out, or the program lost its footing; `bound` holds all the same.
      case unfinished
    }

    var kind: Kind
    /// No solution of the node costs less.
    var bound: Int
    /// Groups with their values, those above zero, in the order they entered.
    var groups: [(group: GroupState, value: Double)] = []
    var rests: [(item: Int, value: Double)] = []
    /// Whether some item is left out in part: the penalty was too low, or nothing can be.
    var isUncovered = false

    /// The groups as a solution, costed anew; nil when they are none.
    func solution(of problem: StaffedPartition) -> PartitionSolution? {
      let groups = groups.map(\.group.group)
      let resting = rests.map(\.item)
      let cost = PartitionCost(problem).cost(groups: groups, resting: resting)
      guard cost < StaffedPartition.forbidden / 2 else { return nil }
      return PartitionSolution(groups: groups, resting: resting, cost: cost)
    }

    /// Whether it is a solution and no mixture.
    var isWhole: Bool {
      !isUncovered && !groups.isEmpty
        && (groups.map(\.value) + rests.map(\.value)).allSatisfy { $0 > 1 - 1e-6 }
    }
  }

  /// Multipliers, and for each size a value that no group's reduced cost under them is below.
  private struct Bounded {
    let prices: Prices
    let least: [Int]
    let cuts: CutSet
    let fine: Int
  }

  /// So many rounds of new cuts that each raise the bound by less than this share end the looking.
  private static let mostStalls = 4
  private static let leastRise = 0.0001
  /// Groups found beyond so many in one pass wait for the next.
  private static let mostEntering = 200_000

  /// All groups are looked at time after time while that takes at most so many times the work of
  /// looking at near ones.
  private static let mostForFull = 8

  /// So many simplex steps try one side of a split.
  private static let trialIterations = 300

  let problem: StaffedPartition
  private var threads: Int
  let stop: StopSignal
  private let membership: MembershipCost
  private var pricer: GroupPricer
  private let bounding: LagrangianBound
  private var master: MasterProgram
  /// Every staffed group of the program.
  private var pool: [GroupState] = []
  private(set) var known: Set<StaffedGroup> = []
  /// Groups of near items, by size.
  private let near: [GroupList]
  /// Every group that may still be in a better solution, by size; nil while they are too many.
  private var survivors: [GroupList?]
  /// Every cut found so far, in the program or not.
  private var foundCuts: FoundCuts
  private var workLimit = Int.max
  /// What the last pass over all groups took, and the last over those of near items.
  private var fullWork = 0
  private var nearWork = 0
  /// So many groups of the pool others have been told of.
  private var toldGroups = 0
  /// The program's value when slack cuts last left it.
  private var thinnedAt = -Double.infinity
  /// The room that the survivors were last told by.
  private var fixedRoom = Int.max
  /// The best that is known with nothing decided.
  private var root: Bounded?
  /// Groups looked at so far, exact prices counted higher.
  private(set) var work = 0

  init(
    _ problem: StaffedPartition, neighbours: [[Int32]], threads: Int, stop: StopSignal
  ) {
    self.problem = problem
    self.threads = threads
    self.stop = stop
    membership = MembershipCost(problem)
    bounding = LagrangianBound(problem)
    let tasks = TaskPricer(problem, prices: Prices(problem), decisions: TaskDecisions(problem))
    pricer = GroupPricer(tasks, sizes: problem.sizes)
    master = MasterProgram(problem, penalty: 10_000)
    near = problem.sizes.map { GroupList.near(neighbours, size: $0) }
    survivors = problem.sizes.map { _ in nil }
    foundCuts = FoundCuts(itemCount: problem.itemCount)
  }

  /// The same with a program of its own, which is at the same basis and has done no work.
  func twin() -> ColumnGeneration {
    var twin = self
    twin.master = master.twin { pool[$0] }
    twin.work = 0
    return twin
  }

  /// Every staffed group of the program, in the order in which they were found.
  var groups: [StaffedGroup] { pool.map(\.group) }

  private var survivorCount: Int? {
    var total = 0
    for list in survivors {
      guard let list else { return nil }
      total += list.count
    }
    return total
  }

  /// Adds a group unless it is there; returns whether it is new.
  @discardableResult
  mutating func add(_ group: GroupState) -> Bool {
    guard known.insert(group.group).inserted else { return false }
    pool.append(group)
    master.add(group, pool: pool.count - 1)
    return true
  }

  /// What a program has found that another may not know.
  struct News {
    fileprivate var groups: [GroupState]
    fileprivate var cuts: [RankOneCut]
  }

  /// Groups and cuts since this was last asked.
  mutating func takeNews() -> News {
    let news = News(groups: Array(pool[toldGroups...]), cuts: foundCuts.takeNews())
    toldGroups = pool.count
    return news
  }

  /// Takes over what another program has found.
  mutating func learn(_ news: News) {
    for group in news.groups { add(group) }
    foundCuts.learn(news.cuts)
    toldGroups = pool.count
  }

  /// Solves a node.
  ///
  /// - Parameters:
  ///   - cutoff: bounds from here on close the node.
  ///   - penalty: what leaving out an item costs in the program.
  ///   - rounds: how often cuts are looked for.
  ///   - mode: what the answer is for.
  ///   - workLimit: where ``work`` must end.
  mutating func solve(
    _ state: BranchState, cutoff: Int, penalty: Double, rounds: Int, mode: Mode, workLimit: Int
  ) async -> Outcome {
    master.setPenalty(penalty)
    restrict(to: state)
    var outcome = Outcome(kind: .unfinished, bound: .min)
    self.workLimit = workLimit
    thinnedAt = -.infinity
    var looks = 0
    var stalls = 0
    var lastLook = Double(outcome.bound)
    while true {
      var reach: Reach = mode == .dive ? .covering : .all
      if mode != .dive, survivorCount == nil {
        // While the solution breaks cuts found before, there is no need to look beyond near groups.
        _ = await generate(state, &outcome, cutoff, .near, workLimit)
        guard outcome.kind == .solved else { return outcome }
        if !isSettled(outcome), work <= workLimit, addKnownCuts(outcome) > 0 { continue }
        reach = .rest
      }
      let bounded = await generate(state, &outcome, cutoff, reach, workLimit)
      guard outcome.kind == .solved else { return outcome }
      if mode == .root, let bounded {
        root = bounded
        await fix(cutoff: cutoff)
        read(into: &outcome)
      }
      if isSettled(outcome) || work > workLimit || stop.isSent { return outcome }
      if addKnownCuts(outcome) > 0 { continue }
      guard looks < rounds, stalls <= Self.mostStalls, await addNewCuts(outcome) > 0 else {
        return outcome
      }
      let bound = mode == .dive ? master.objective : Double(outcome.bound)
      stalls = bound - lastLook <= Self.leastRise * max(1, abs(bound)) ? stalls + 1 : 0
      lastLook = bound
      looks += 1
    }
  }

  /// Solves the program with nothing decided over groups of near items, on this thread alone, until
  /// so much work is done.
  mutating func warm(workLimit: Int) async {
    let others = threads
    threads = 1
    var outcome = Outcome(kind: .unfinished, bound: .min)
    self.workLimit = workLimit
    _ = await generate(BranchState(problem, []), &outcome, .max, .near, workLimit)
    threads = others
  }

  private mutating func restrict(to state: BranchState) {
    master.restrict { column in
      switch column {
      case .group(let index): state.allows(pool[index])
      case .rest(let item): state.rests[item] != .never
      case .step, .uncovered: true
      }
    }
  }

  /// Whether no cut can change what the program found.
  private func isSettled(_ outcome: Outcome) -> Bool {
    outcome.isUncovered || outcome.groups.allSatisfy { $0.value > 1 - 1e-6 }
  }

  /// How far a generation looks for columns.
  private enum Reach {
    /// Groups of near items.
    case near
    /// The same, unless they leave an item out.
    case covering
    /// Every group; only then is there a bound.
    case all
    /// The same where groups of near items have just been looked at.
    case rest
  }

  /// Generates columns until none is missing, the node is closed or the search must end.
  private mutating func generate(
    _ state: BranchState, _ outcome: inout Outcome, _ cutoff: Int, _ reach: Reach,
    _ workLimit: Int
  ) async -> Bounded? {
    var best: Bounded?
    var isNearDone = survivorCount != nil || reach == .rest
    outcome.kind = .unfinished
    while true {
      // Every program counts as work, so that one that fails at once cannot be tried for ever.
      work += problem.itemCount
      guard master.solve() else { return nil }
      let prices = master.prices()
      let isFull = isNearDone
      let before = work
      let found = await price(isFull, pass(prices, master.cuts, state))
      if isFull { fullWork = work - before } else { nearWork = work - before }
      // A search that was cut short has not looked at every group.
      if stop.isSent || work > workLimit {
        read(into: &outcome)
        return nil
      }
      if isFull {
        let fine = bounding.fine(
          prices, least: found.least, rests: state.rests, cuts: master.cuts.cuts)
        let bound = fine == .max ? Int.max : LagrangianBound.whole(fine)
        if best == nil || fine > best?.fine ?? 0 {
          best = Bounded(prices: prices, least: found.least, cuts: master.cuts, fine: fine)
        }
        outcome.bound = max(bound, outcome.bound)
        if outcome.bound >= cutoff {
          outcome.kind = .closed
          return nil
        }
      }
      let added = enter(found.entering)
      if added == 0 {
        if isFull || reach == .near || (reach == .covering && !master.isUncovered) {
          let cost = master.objective + Double(problem.constant)
          let isTooDear = reach == .covering && cost > Double(cutoff) - 0.5
          outcome.kind = isTooDear ? .closed : .solved
          read(into: &outcome)
          return best
        }
        isNearDone = true
      } else {
        isNearDone = survivorCount != nil || isFull && fullWork <= Self.mostForFull * nearWork
      }
      if work > workLimit || stop.isSent {
        read(into: &outcome)
        return nil
      }
    }
  }

  // MARK: Splitting

  /// Of decisions that would split the node just solved the one that raises the program's value
  /// most on both sides, without any new column.
  mutating func strongest(
    of candidates: [BranchDecision], decisions: [BranchDecision], cutoff: Int
  ) -> BranchDecision? {
    let start = master.objective
    let basis = master.basis
    let most = max(1, Double(cutoff) - Double(problem.constant) - start)
    var best: (score: Double, decision: BranchDecision)?
    for candidate in candidates {
      if stop.isSent { break }
      var score = 1.0
      for side in [candidate, candidate.opposite] {
        restrict(to: BranchState(problem, decisions + [side]))
        work += problem.itemCount
        let value = master.solve(iterationLimit: Self.trialIterations) ? master.objective : start
        score *= max(1e-3, min(most, value - start))
        master.basis = basis
      }
      if score > best?.score ?? 0 { best = (score, candidate) }
    }
    restrict(to: BranchState(problem, decisions))
    return best?.decision ?? candidates.first
  }

  // MARK: Pricing

  private struct Priced {
    /// For each size no more than the least reduced cost of a group, or what its number earns.
    var least: [Int] = []
    var entering: [(size: Int, group: GroupPass.Found)] = []
  }

  /// A pass over groups under these multipliers.
  private mutating func pass(_ prices: Prices, _ cuts: CutSet, _ state: BranchState) -> GroupPass {
    pricer.tasks.reprice(prices, decisions: state.tasks)
    var cuts = cuts
    cuts.reprice(prices.cut)
    return GroupPass(
      problem, prices: prices, state: state, membership: membership, pricer: pricer, cuts: cuts,
      stop: stop)
  }

  private mutating func price(_ isFull: Bool, _ pass: GroupPass) async -> Priced {
    var priced = Priced()
    for (position, size) in problem.sizes.enumerated() {
      // Nothing above what a group of the size earns is told apart: the bound needs no more.
      let earned = master.sizePrice(size)
      let list = isFull ? survivors[position] : near[position]
      let result = await pass.look(
        at: list.map { .list($0) } ?? .all, size: size, below: earned,
        // A hundredth of a unit: less is the rounding of the multipliers.
        keeping: earned - PricedTables.scale / 100, most: Self.mostEntering, countsExact: true,
        work: workLimit - work, threads: threads)
      work += result.work
      priced.least.append(result.least)
      priced.entering += result.found.map { (size, $0) }
    }
    return priced
  }

  /// Lets the most promising groups in, each item in a few of them only.
  private mutating func enter(_ found: [(size: Int, group: GroupPass.Found)]) -> Int {
    let order = found.indices.sorted {
      (found[$0].group.reducedCost, $0) < (found[$1].group.reducedCost, $1)
    }
    var times = Array(repeating: 0, count: problem.itemCount)
    var added = 0
    let most = 3 * problem.itemCount + 20
    for index in order {
      let (members, size) = (found[index].group.members, found[index].size)
      var isCrowded = false
      for item in 0..<size where times[Int(members[item])] >= 8 { isCrowded = true }
      if isCrowded { continue }
      var group = pricer.staffed(members, size)
      group.cost += membership.cost(members, size)
      guard add(group) else { continue }
      for item in 0..<size { times[Int(members[item])] += 1 }
      added += 1
      if added >= most { break }
    }
    return added
  }

  private func read(into outcome: inout Outcome) {
    outcome.groups = []
    outcome.rests = []
    outcome.isUncovered = false
    for (index, column) in master.columns.enumerated() {
      let value = master.value(index)
      guard value > 1e-7 else { continue }
      switch column {
      case .group(let index): outcome.groups.append((pool[index], value))
      case .rest(let item): outcome.rests.append((item, value))
      case .uncovered: outcome.isUncovered = true
      case .step: break
      }
    }
  }

  // MARK: Cuts and fixing

  private func fractional(_ outcome: Outcome) -> FractionalGroups {
    FractionalGroups(
      itemCount: problem.itemCount,
      outcome.groups.map { group, value in
        ((0..<group.size).map { group.members[$0] }, value)
      })
  }

  /// So many cuts are added at a time.
  private var mostCuts: Int { problem.itemCount + 20 }

  /// Adds cuts found before that the program's solution breaks, and returns their number.
  private mutating func addKnownCuts(_ outcome: Outcome) -> Int {
    let broken = foundCuts.broken(by: fractional(outcome), outside: master.cuts, most: mostCuts)
    if !broken.isEmpty { add(broken) }
    return broken.count
  }

  /// Looks for cuts that the program's solution breaks, adds them, and returns their number.
  private mutating func addNewCuts(_ outcome: Outcome) async -> Int {
    let separator = CutSeparator(fractional(outcome))
    let broken = await separator.cuts(most: mostCuts, known: master.cuts, threads: threads)
    foundCuts.add(broken)
    add(broken)
    return broken.count
  }

  /// Cuts that do not bind make room only when the program has moved on since: otherwise a few
  /// could take turns for ever.
  private mutating func add(_ cuts: [RankOneCut]) {
    if master.objective > thinnedAt + 1e-6 {
      thinnedAt = master.objective
      master.removeSlackCuts()
    }
    master.add(cuts) { pool[$0] }
  }

  /// Groups that cannot be in a better solution leave for good (Nemhauser and Wolsey, "Integer and
  /// Combinatorial Optimization", 1988, II.1.4: variables are fixed by their reduced costs).
  mutating func fix(cutoff: Int) async {
    guard let bounded = root, cutoff < .max else { return }
    let room = (cutoff - 1) * PricedTables.scale - bounded.fine
    guard room >= 0, room < fixedRoom - fixedRoom / 8 else { return }
    fixedRoom = room
    let pass = pass(bounded.prices, bounded.cuts, BranchState(problem, []))
    var lists: [GroupList?] = []
    for (position, size) in problem.sizes.enumerated() {
      let limit = bounded.least[position] + room + 1
      let groups: GroupPass.Groups = survivors[position].map { .list($0) } ?? .all
      let isShort = await pass.isWithin(
        GroupList.most, groups, size: size, below: limit, threads: threads)
      work += isShort.work
      guard isShort.answer else {
        lists.append(survivors[position])
        continue
      }
      let result = await pass.look(
        at: groups, size: size, below: limit, keeping: limit, most: .max, countsExact: false,
        work: .max, threads: threads)
      work += result.work
      if stop.isSent { return }
      var kept = GroupList(size: size)
      for found in result.found { kept.append(found.members) }
      lists.append(kept)
    }
    survivors = lists
    dropDearColumns(room)
  }

  /// Columns too dear for a better solution leave by what they cost with nothing decided.
  private mutating func dropDearColumns(_ room: Int) {
    restrict(to: BranchState(problem, []))
    guard master.solve() else { return }
    let left = master.removeGroups(dearerThan: Double(room) / Double(PricedTables.scale) + 1)
    pool = left.map { pool[$0] }
    known = Set(pool.map(\.group))
    toldGroups = left.count { $0 < toldGroups }
  }
}
