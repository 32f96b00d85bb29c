/// One look at many groups under fixed multipliers: which of them cost less than a limit beyond what
/// their members earn.
///
/// The groups are looked at in pieces, by as many threads as there are, and what is found is put
/// together in the order of the pieces.
struct GroupPass: Sendable {
  struct Found: Sendable {
    let reducedCost: Int
    let members: TaskPricer.Members
  }

  struct Result: Sendable {
    /// The least reduced cost of the groups looked at, or the limit.
    var least: Int
    /// Groups that were to be kept, in the order of looking.
    var found: [Found] = []
    /// Groups looked at, exact prices counted higher.
    var work = 0
  }

  /// Which groups are looked at.
  enum Groups: Sendable {
    case all
    case list(GroupList)
  }

  private enum Piece: Sendable {
    case firsts(Range<Int>)
    case listed(GroupList, Range<Int>)
    case given([TaskPricer.Members])
  }

  private static let scanPieces = 24
  /// A list is looked at in about so many pieces, none of them smaller or larger than this.
  private static let listPieces = 16
  private static let listPiece = 256...4_096
  private static let exactWork = 8

  private let problem: StaffedPartition
  private let prices: Prices
  private let state: BranchState
  private let membership: MembershipCost
  private let pricer: GroupPricer
  private let scan: GroupScan
  private let cuts: CutSet
  /// Groups of each size that have a charge of their own, or a gain, which is in no sum.
  private let exactGroups: [Int: [TaskPricer.Members]]
  /// What any group might gain that is in no sum, in fine units, at least 0.
  private let slack: Int
  private let stop: StopSignal

  /// - Parameters:
  ///   - pricer: under the same prices and decisions.
  ///   - cuts: with their prices.
  init(
    _ problem: StaffedPartition, prices: Prices, state: BranchState, membership: MembershipCost,
    pricer: GroupPricer, cuts: CutSet, stop: StopSignal
  ) {
    self.problem = problem
    self.prices = prices
    self.state = state
    self.membership = membership
    self.pricer = pricer
    self.cuts = cuts
    self.stop = stop
    scan = GroupScan(problem: problem, tasks: pricer.tasks, earnings: prices.item, stop: stop)
    var exact: [Int: [TaskPricer.Members]] = [:]
    for term in problem.exactTerms {
      var members = TaskPricer.Members(repeating: -1)
      for (position, item) in term.members.enumerated() { members[position] = Int32(item) }
      exact[term.members.count, default: []].append(members)
    }
    exactGroups = exact
    slack = -problem.classTerms.reduce(0) { $0 + min(0, $1.charge) * 5 } * PricedTables.scale
  }

  /// Looks at groups of a size.
  ///
  /// - Parameters:
  ///   - limit: groups at or above it are not told apart.
  ///   - kept: groups below it are kept, at most so many.
  ///   - countsExact: whether groups with a charge of their own, which any limit might pass by, are
  ///     looked at as well.
  ///   - work: about so much may be done; a pass that does more has not looked at every group.
  func look(
    at groups: Groups, size: Int, below limit: Int, keeping kept: Int, most: Int,
    countsExact: Bool, work: Int, threads: Int
  ) async -> Result {
    var pieces = pieces(groups, size)
    if countsExact, let exact = exactGroups[size] { pieces.append(.given(exact)) }
    let results = await Parallel.map(pieces, threads: threads) { piece in
      look(at: piece, size: size, below: limit, keeping: kept, most: most, work: work)
    }
    var joined = Result(least: limit)
    for result in results {
      joined.least = min(joined.least, result.least)
      joined.found += result.found.prefix(most - joined.found.count)
      joined.work += result.work
    }
    return joined
  }

  /// Whether at most so many groups of a size are left below a limit before they are priced.
  func isWithin(
    _ most: Int, _ groups: Groups, size: Int, below limit: Int, threads: Int
  ) async -> (answer: Bool, work: Int) {
    let pieces = pieces(groups, size)
    let counts = await Parallel.map(pieces, threads: threads) { piece in
      var found = 0
      let work = forEachGroup(piece, size, below: limit) { _ in
        found += 1
        return found <= most
      }
      return (found: found, work: work)
    }
    return (counts.reduce(0) { $0 + $1.found } <= most, counts.reduce(0) { $0 + $1.work })
  }

  private func pieces(_ groups: Groups, _ size: Int) -> [Piece] {
    switch groups {
    case .all: return scan.parts(Self.scanPieces, size: size).map { .firsts($0) }
    case .list(let list):
      let wanted = list.count / Self.listPieces
      let length = min(max(wanted, Self.listPiece.lowerBound), Self.listPiece.upperBound)
      let starts = stride(from: 0, to: list.count, by: length)
      return starts.map { .listed(list, $0..<min(list.count, $0 + length)) }
    }
  }

  private func look(
    at piece: Piece, size: Int, below limit: Int, keeping kept: Int, most: Int, work: Int
  ) -> Result {
    var result = Result(least: limit)
    // Asking for a price moves the set's own counters.
    var cuts = cuts
    let walked = forEachGroup(piece, size, below: limit) { members in
      guard state.allows(members, size) else { return true }
      result.work += Self.exactWork
      guard let value = reducedCost(members, size, below: limit, &cuts) else { return true }
      result.least = min(result.least, value)
      if value < kept, result.found.count < most {
        result.found.append(Found(reducedCost: value, members: members))
      }
      return result.work <= work
    }
    result.work += walked
    return result
  }

  /// Every group of a piece that may cost less than a limit, until the body says no; returns the
  /// work of passing over them.
  @inline(__always)
  private func forEachGroup(
    _ piece: Piece, _ size: Int, below limit: Int, _ body: (TaskPricer.Members) -> Bool
  ) -> Int {
    let limit = limit + slack
    switch piece {
    case .given(let groups):
      for members in groups where !body(members) { break }
      return groups.count
    case .listed(let list, let range):
      for index in range {
        let members = list[index]
        let sum = scan.sum(members, size)
        if sum < limit, sum + scan.seatsBeyond(members, size) < limit, !body(members) { break }
      }
      return range.count
    case .firsts(let firsts):
      let steps = scan.groups(of: size, below: limit, firsts: firsts) { members in
        let sum = scan.sum(members, size) + scan.seatsBeyond(members, size)
        return sum < limit ? body(members) : true
      }
      return steps / 8
    }
  }

  /// What a group costs beyond what its items earn, exactly; nil when it may not be, or is not below
  /// the limit.
  private func reducedCost(
    _ members: TaskPricer.Members, _ size: Int, below limit: Int, _ cuts: inout CutSet
  ) -> Int? {
    let company = membership.cost(members, size)
    if company >= StaffedPartition.forbidden / 2 { return nil }
    var value = company * PricedTables.scale + cuts.price(members, size)
    var staffing = InlineArray<5, Int>(repeating: 0)
    for position in 0..<size {
      let item = Int(members[position])
      value -= prices.item[item]
      staffing[position] = scan.staffing(of: item, members, size)
    }
    let left = min(limit - value, PricedTables.forbidden / 2 - company * PricedTables.scale)
    let tasks = pricer.price(members, size, below: left, staffing: staffing)
    return tasks < left ? value + tasks : nil
  }
}
