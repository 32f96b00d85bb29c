/// Solves the linear program of one node of the search by generating columns, and bounds it.
///
/// Groups are priced with their cheapest staffing under the present multipliers; those that would
/// lower the program's value enter it. Groups of near items are priced first, all groups before
/// anything is concluded, so the bound counts every possibility. (Barnhart and others,
/// "Branch-and-price: column generation for solving huge integer programs", Operations Research 46
/// (1998), doi:10.1287/opre.46.3.316.)
struct ColumnGeneration {
  /// The groups of a node: indices into the table of each size.
  struct Lists {
    var all: [[Int32]]
    var near: [[Int32]]
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
    /// Multipliers of the best bound, and for each size the least reduced cost there.
    var prices: Prices?
    var least: [Int?] = []
  }

  private let problem: StaffedPartition
  private let candidates: CandidateGroups
  /// 1, or 0 when costs do not count.
  private let costWeight: Int
  private var pricer: GroupPricer
  private let bounding: LagrangianBound
  /// Every staffed group met so far.
  private(set) var pool: [GroupState] = []
  private var known: Set<StaffedGroup> = []
  /// Groups priced so far, each size counted by its tasks.
  private(set) var work = 0

  init(_ problem: StaffedPartition, candidates: CandidateGroups, costWeight: Int = 1) {
    self.problem = problem
    self.candidates = candidates
    self.costWeight = costWeight
    bounding = LagrangianBound(problem)
    let tasks = TaskPricer(problem, prices: Prices(problem), decisions: TaskDecisions(problem))
    pricer = GroupPricer(tasks, sizes: problem.sizes)
  }

  /// Adds a group to the pool unless it is there; returns whether it is new.
  @discardableResult
  mutating func add(_ group: GroupState) -> Bool {
    guard known.insert(group.group).inserted else { return false }
    pool.append(group)
    return true
  }

  /// Solves a node.
  ///
  /// - Parameters:
  ///   - cutoff: bounds from here on close the node.
  ///   - penalty: what leaving out an item costs in the program.
  ///   - workLimit: where ``work`` must end.
  mutating func solve(
    _ state: BranchState, lists: Lists, cutoff: Int, penalty: Double, workLimit: Int,
    stop: StopSignal
  ) -> Outcome {
    var master = MasterProgram(problem, penalty: penalty) { state.rests[$0] != .never }
    for index in pool.indices where state.allows(pool[index]) {
      master.add(pool[index], pool: index)
    }
    var outcome = Outcome(kind: .unfinished, bound: .min)
    var isNearDone = false
    while true {
      // Every program counts as work, so that one that fails at once cannot be tried for ever.
      work += problem.itemCount
      guard master.solve() else { return outcome }
      let prices = master.prices()
      pricer.tasks.reprice(prices, decisions: state.tasks)
      let isFull = isNearDone
      let scan = price(isFull ? lists.all : lists.near, prices, master)
      if isFull {
        let fine = bounding.fine(prices, least: scan.least, rests: state.rests)
        let bound = fine == .max ? Int.max : LagrangianBound.whole(fine)
        if bound > outcome.bound || outcome.prices == nil {
          outcome.bound = max(bound, outcome.bound)
          outcome.prices = prices
          outcome.least = scan.least
        }
        if outcome.bound >= cutoff {
          outcome.kind = .closed
          return outcome
        }
      }
      let added = enter(scan.entering, into: &master)
      if added == 0 {
        if isFull {
          outcome.kind = .solved
          break
        }
        isNearDone = true
      } else {
        isNearDone = false
      }
      if work > workLimit || stop.isSent { break }
    }
    read(master, into: &outcome)
    return outcome
  }

  // MARK: Pricing

  private struct Entering {
    let reducedCost: Int
    let table: Int
    let index: Int32
  }

  private struct Scan {
    var least: [Int?]
    var entering: [Entering] = []
  }

  private mutating func price(
    _ lists: [[Int32]], _ prices: Prices, _ master: MasterProgram
  ) -> Scan {
    var scan = Scan(least: Array(repeating: nil, count: candidates.tables.count))
    for (position, table) in candidates.tables.enumerated() {
      let size = table.size
      // A hundredth of a unit: less is the rounding of the multipliers.
      let threshold = master.sizePrice(size) - PricedTables.scale / 100
      var least = Int.max
      for index in lists[position] {
        let members = table.group(Int(index))
        var value = table.membership[Int(index)] * costWeight * PricedTables.scale
        value += pricer.price(members, size)
        if value >= PricedTables.forbidden / 2 { continue }
        for item in 0..<size { value -= prices.item[Int(members[item])] }
        if value < least { least = value }
        if value < threshold {
          scan.entering.append(
            Entering(reducedCost: value - threshold, table: position, index: index))
        }
      }
      work += lists[position].count * size
      scan.least[position] = least == .max ? nil : least
    }
    return scan
  }

  /// Lets the most promising groups in, each item in a few of them only.
  private mutating func enter(_ found: [Entering], into master: inout MasterProgram) -> Int {
    let sorted = found.sorted {
      ($0.reducedCost, $0.table, $0.index) < ($1.reducedCost, $1.table, $1.index)
    }
    var times = Array(repeating: 0, count: problem.itemCount)
    var added = 0
    let most = 3 * problem.itemCount + 20
    for entering in sorted {
      let table = candidates.tables[entering.table]
      let members = table.group(Int(entering.index))
      var isCrowded = false
      for item in 0..<table.size where times[Int(members[item])] >= 8 { isCrowded = true }
      if isCrowded { continue }
      var group = pricer.staffed(members, table.size)
      group.cost += table.membership[Int(entering.index)] * costWeight
      guard add(group) else { continue }
      master.add(group, pool: pool.count - 1)
      for item in 0..<table.size { times[Int(members[item])] += 1 }
      added += 1
      if added >= most { break }
    }
    return added
  }

  private func read(_ master: MasterProgram, into outcome: inout Outcome) {
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

  /// The reduced cost of every group of a list under the multipliers of an outcome, in fine units.
  mutating func reducedCosts(
    _ lists: [[Int32]], _ prices: Prices, decisions: TaskDecisions
  ) -> [[Int]] {
    pricer.tasks.reprice(prices, decisions: decisions)
    return candidates.tables.enumerated().map { position, table in
      work += lists[position].count * table.size
      return lists[position].map { index in
        let members = table.group(Int(index))
        var value = table.membership[Int(index)] * costWeight * PricedTables.scale
        value += pricer.price(members, table.size)
        if value >= PricedTables.forbidden / 2 { return Int.max / 2 }
        for item in 0..<table.size { value -= prices.item[Int(members[item])] }
        return value
      }
    }
  }
}
