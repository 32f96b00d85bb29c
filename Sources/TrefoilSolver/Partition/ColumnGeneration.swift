/// Solves the linear program of one node of the search by generating columns and cuts, and bounds it.
///
/// Groups are priced with their cheapest staffing under the present multipliers; those that would
/// lower the program's value enter it. Groups of near items are priced first, all groups before
/// anything is concluded, so the bound counts every possibility. (Barnhart and others,
/// "Branch-and-price: column generation for solving huge integer programs", Operations Research 46
/// (1998), doi:10.1287/opre.46.3.316.) One program serves all nodes: what a node does not allow is
/// closed, and the next solve starts from the last basis.
struct ColumnGeneration {
  enum Mode {
    /// Nothing is decided: groups too dear for any better solution leave for good.
    case root
    case node
    /// Only a solution is wanted: groups of near items must do, and there is no bound.
    case dive
  }

  struct Outcome {
    enum Kind {
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
    /// Pool indices with their values, those above zero, in the order they entered.
    var groups: [(index: Int, value: Double)] = []
    var rests: [(item: Int, value: Double)] = []
    /// Whether some item is left out in part: the penalty was too low, or nothing can be.
    var isUncovered = false
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

  private let problem: StaffedPartition
  private let stop: StopSignal
  private let membership: MembershipCost
  private let exactGroups: [[TaskPricer.Members]]
  /// Charges below zero that any group might earn, in fine units.
  private let slack: Int
  private var pricer: GroupPricer
  private let bounding: LagrangianBound
  private var master: MasterProgram
  /// Every staffed group of the program.
  private(set) var pool: [GroupState] = []
  private var known: Set<StaffedGroup> = []
  /// Groups of near items, by size.
  private let near: [GroupList]
  /// Every group that may still be in a better solution, by size; nil while they are too many.
  private var survivors: [GroupList?]
  private var scan: GroupScan
  /// Every cut found so far, in the program or not.
  private var foundCuts: CutSet
  /// The cuts that groups are priced under.
  private var cuts: CutSet
  private var workLimit = Int.max
  /// The program's value when slack cuts last left it.
  private var thinnedAt = -Double.infinity
  /// The room that the survivors were last told by.
  private var fixedRoom = Int.max
  /// The best that is known with nothing decided.
  private var root: Bounded?
  /// Groups looked at so far, exact prices counted higher.
  private(set) var work = 0

  init(_ problem: StaffedPartition, neighbours: [[Int32]], stop: StopSignal) {
    self.problem = problem
    self.stop = stop
    membership = MembershipCost(problem)
    bounding = LagrangianBound(problem)
    exactGroups = problem.sizes.map { size in
      problem.exactTerms.filter { $0.members.count == size }.map { term in
        var members = TaskPricer.Members(repeating: -1)
        for position in 0..<size { members[position] = Int32(term.members[position]) }
        return members
      }
    }
    let gains = problem.classTerms.reduce(0) { $0 + min(0, $1.charge) * 5 }
    slack = -gains * PricedTables.scale
    let tasks = TaskPricer(problem, prices: Prices(problem), decisions: TaskDecisions(problem))
    pricer = GroupPricer(tasks, sizes: problem.sizes)
    scan = GroupScan(
      problem: problem, tasks: tasks, earnings: Array(repeating: 0, count: problem.itemCount),
      stop: stop)
    master = MasterProgram(problem, penalty: 10_000)
    near = problem.sizes.map { GroupList.near(neighbours, size: $0) }
    survivors = problem.sizes.map { _ in nil }
    cuts = CutSet(itemCount: problem.itemCount)
    foundCuts = cuts
  }

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
  ) -> Outcome {
    master.setPenalty(penalty)
    master.restrict { column in
      switch column {
      case .group(let index): state.allows(pool[index])
      case .rest(let item): state.rests[item] != .never
      case .step, .uncovered: true
      }
    }
    var outcome = Outcome(kind: .unfinished, bound: .min)
    self.workLimit = workLimit
    thinnedAt = -.infinity
    var looks = 0
    var stalls = 0
    var lastLook = Double(outcome.bound)
    while true {
      if mode != .dive, survivorCount == nil {
        // While the solution breaks cuts found before, there is no need to look beyond near groups.
        _ = generate(state, &outcome, cutoff, .near, workLimit)
        guard outcome.kind == .solved else { return outcome }
        if !isSettled(outcome), work <= workLimit, addKnownCuts(outcome) > 0 { continue }
      }
      let bounded = generate(state, &outcome, cutoff, mode == .dive ? .covering : .all, workLimit)
      guard outcome.kind == .solved else { return outcome }
      if mode == .root, let bounded {
        root = bounded
        fix(cutoff: cutoff)
        read(into: &outcome)
      }
      if isSettled(outcome) || work > workLimit || stop.isSent { return outcome }
      if addKnownCuts(outcome) > 0 { continue }
      guard looks < rounds, stalls <= Self.mostStalls, addNewCuts(outcome) > 0 else {
        return outcome
      }
      let bound = mode == .dive ? master.objective : Double(outcome.bound)
      stalls = bound - lastLook <= Self.leastRise * max(1, abs(bound)) ? stalls + 1 : 0
      lastLook = bound
      looks += 1
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
  }

  /// Generates columns until none is missing, the node is closed or the search must end.
  private mutating func generate(
    _ state: BranchState, _ outcome: inout Outcome, _ cutoff: Int, _ reach: Reach,
    _ workLimit: Int
  ) -> Bounded? {
    var best: Bounded?
    var isNearDone = survivorCount != nil
    outcome.kind = .unfinished
    while true {
      // Every program counts as work, so that one that fails at once cannot be tried for ever.
      work += problem.itemCount
      guard master.solve() else { return nil }
      let prices = master.prices()
      reprice(prices, master.cuts, state)
      let isFull = isNearDone
      let found = price(isFull, prices, state)
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
        isNearDone = survivorCount != nil
      }
      if work > workLimit || stop.isSent {
        read(into: &outcome)
        return nil
      }
    }
  }

  // MARK: Pricing

  private struct Entering {
    let reducedCost: Int
    let size: Int
    let members: TaskPricer.Members
  }

  private struct Priced {
    var least: [Int]
    var entering: [Entering] = []
  }

  private mutating func reprice(_ prices: Prices, _ cuts: CutSet, _ state: BranchState) {
    pricer.tasks.reprice(prices, decisions: state.tasks)
    self.cuts = cuts
    self.cuts.reprice(prices.cut)
    scan = GroupScan(problem: problem, tasks: pricer.tasks, earnings: prices.item, stop: stop)
  }

  /// What a group costs beyond what its items earn, exactly; nil when it may not be.
  private mutating func reducedCost(
    _ members: TaskPricer.Members, _ size: Int, _ prices: Prices
  ) -> Int? {
    work += 8
    let company = membership.cost(members, size)
    if company >= StaffedPartition.forbidden / 2 { return nil }
    var value = company * PricedTables.scale
    value += pricer.price(members, size)
    if value >= PricedTables.forbidden / 2 { return nil }
    for item in 0..<size { value -= prices.item[Int(members[item])] }
    return value + cuts.price(members, size)
  }

  private mutating func price(
    _ isFull: Bool, _ prices: Prices, _ state: BranchState
  ) -> Priced {
    var priced = Priced(least: Array(repeating: 0, count: problem.sizes.count))
    for (position, size) in problem.sizes.enumerated() {
      // A hundredth of a unit: less is the rounding of the multipliers.
      let earned = master.sizePrice(size)
      let threshold = earned - PricedTables.scale / 100
      // Nothing above what a group of the size earns is told apart: the bound needs no more.
      var least = Int.max
      let list = isFull ? survivors[position] : near[position]
      func look(_ this: inout ColumnGeneration, _ members: TaskPricer.Members) -> Bool {
        guard state.allows(members, size) else { return true }
        guard let value = this.reducedCost(members, size, prices) else { return true }
        if value < least { least = value }
        if value < threshold, priced.entering.count < Self.mostEntering {
          priced.entering.append(Entering(reducedCost: value, size: size, members: members))
        }
        return this.work <= this.workLimit
      }
      forEachGroup(position, list, below: earned, look)
      // Their own charge, or gain, is in no sum.
      for members in exactGroups[position] { _ = look(&self, members) }
      priced.least[position] = min(least, earned)
    }
    return priced
  }

  /// Every group of a size that may cost less than a limit, from a list or, without one, from all;
  /// until the body says no.
  private mutating func forEachGroup(
    _ position: Int, _ list: GroupList?, below limit: Int,
    _ body: (inout ColumnGeneration, TaskPricer.Members) -> Bool
  ) {
    let size = problem.sizes[position]
    let scan = scan
    let limit = limit + slack
    if let list {
      work += list.count
      for index in 0..<list.count {
        let members = list[index]
        let sum = scan.sum(members, size)
        if sum < limit, sum + scan.seatsBeyond(members, size) < limit, !body(&self, members) {
          return
        }
      }
    } else {
      let steps = scan.groups(of: size, below: limit) { members in
        let sum = scan.sum(members, size) + scan.seatsBeyond(members, size)
        return sum < limit ? body(&self, members) : true
      }
      work += steps / 8
    }
  }

  /// Lets the most promising groups in, each item in a few of them only.
  private mutating func enter(_ found: [Entering]) -> Int {
    let order = found.indices.sorted {
      (found[$0].reducedCost, $0) < (found[$1].reducedCost, $1)
    }
    var times = Array(repeating: 0, count: problem.itemCount)
    var added = 0
    let most = 3 * problem.itemCount + 20
    for index in order {
      let (members, size) = (found[index].members, found[index].size)
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
      case .group(let pool): outcome.groups.append((pool, value))
      case .rest(let item): outcome.rests.append((item, value))
      case .uncovered: outcome.isUncovered = true
      case .step: break
      }
    }
  }

  // MARK: Cuts and fixing

  private func fractional(_ outcome: Outcome) -> FractionalGroups {
    var groups = FractionalGroups(itemCount: problem.itemCount)
    for (index, value) in outcome.groups {
      let group = pool[index]
      groups.add((0..<group.size).map { group.members[$0] }, value)
    }
    return groups
  }

  /// So many cuts are added at a time.
  private var mostCuts: Int { problem.itemCount + 20 }

  /// Adds cuts found before that the program's solution breaks, and returns their number.
  private mutating func addKnownCuts(_ outcome: Outcome) -> Int {
    let broken = brokenCuts(fractional(outcome), most: mostCuts)
    if !broken.isEmpty { add(broken) }
    return broken.count
  }

  /// Looks for cuts that the program's solution breaks, adds them, and returns their number.
  private mutating func addNewCuts(_ outcome: Outcome) -> Int {
    var separator = CutSeparator(fractional(outcome))
    let broken = separator.cuts(most: mostCuts, known: master.cuts)
    for cut in broken { foundCuts.add(cut) }
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

  /// Cuts found before that are not in the program and that a solution breaks, the most first.
  private mutating func brokenCuts(_ solution: FractionalGroups, most: Int) -> [RankOneCut] {
    var counts = Array(repeating: 0.0, count: foundCuts.cuts.count)
    for group in solution.groups {
      var members = TaskPricer.Members(repeating: -1)
      for (position, item) in group.members.enumerated() { members[position] = item }
      for (cut, count) in foundCuts.counts(members, group.members.count) {
        counts[cut] += Double(count) * group.value
      }
    }
    var broken: [(violation: Double, cut: Int)] = []
    for (index, cut) in foundCuts.cuts.enumerated() {
      let violation = counts[index] - Double(cut.rightHandSide)
      if violation > CutSeparator.least && !master.cuts.contains(cut) {
        broken.append((violation, index))
      }
    }
    return broken.sorted { ($1.violation, $0.cut) < ($0.violation, $1.cut) }.prefix(most)
      .map { foundCuts.cuts[$0.cut] }
  }

  /// Groups that cannot be in a better solution leave for good (Nemhauser and Wolsey, "Integer and
  /// Combinatorial Optimization", 1988, II.1.4: variables are fixed by their reduced costs).
  mutating func fix(cutoff: Int) {
    guard let bounded = root, cutoff < .max else { return }
    let room = (cutoff - 1) * PricedTables.scale - bounded.fine
    guard room >= 0, room < fixedRoom - fixedRoom / 8 else { return }
    fixedRoom = room
    let open = BranchState(problem, [])
    reprice(bounded.prices, bounded.cuts, open)
    var lists: [GroupList?] = []
    for (position, size) in problem.sizes.enumerated() {
      let least = bounded.least[position]
      var kept = GroupList(size: size)
      var found = 0
      forEachGroup(position, survivors[position], below: least + room + 1) { _, _ in
        found += 1
        return found <= GroupList.most
      }
      guard found <= GroupList.most else {
        lists.append(survivors[position])
        continue
      }
      forEachGroup(position, survivors[position], below: least + room + 1) { this, members in
        if let value = this.reducedCost(members, size, bounded.prices), value - least <= room {
          kept.append(members)
        }
        return true
      }
      if stop.isSent { return }
      lists.append(kept)
    }
    survivors = lists
    dropDearColumns(room)
  }

  private mutating func dropDearColumns(_ room: Int) {
    let left = master.removeGroups(dearerThan: Double(room) / Double(PricedTables.scale) + 1)
    pool = left.map { pool[$0] }
    known = Set(pool.map(\.group))
  }
}
