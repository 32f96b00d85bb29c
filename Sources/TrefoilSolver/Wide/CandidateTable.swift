/// The candidates of a block's program and what is known of each so far.
///
/// An object, and unchecked: pieces of the table may be looked at by several threads at once, each of
/// which changes what is known of its own range only.
final class CandidateTable: @unchecked Sendable {
  /// A candidate, and what it costs beyond what its items earn.
  typealias Priced = (value: Int, index: Int)

  private static let pieceSize = 16_384

  private let problem: WidePartition
  private let prices: DualPrices
  private let block: [Int]
  private let isClosed: Bool
  /// By cut, whether it is the program's own.
  private let isOwn: [Bool]
  private let candidates: [BlockCandidates.Candidate]
  /// What each costs, in fine units; with the price of cuts that stand once it is adjusted.
  private var costs = FlatArray<Int>()
  private var isAdjusted = FlatArray<Bool>()
  private var isEntered = FlatArray<Bool>()
  /// What the program's cuts cost a candidate when last asked, with what had fallen for its members.
  private var cutFloors = FlatArray<Int>()

  init(
    _ problem: WidePartition, _ prices: DualPrices, block: [Int],
    candidates: [BlockCandidates.Candidate], isOwn: [Bool], isClosed: Bool
  ) {
    self.problem = problem
    self.prices = prices
    self.block = block
    self.candidates = candidates
    self.isOwn = isOwn
    self.isClosed = isClosed
    costs.resize(to: candidates.count, filledWith: 0)
    for (index, candidate) in candidates.enumerated() { costs[index] = candidate.cost }
    isAdjusted.resize(to: candidates.count, filledWith: false)
    isEntered.resize(to: candidates.count, filledWith: false)
    cutFloors.resize(to: candidates.count, filledWith: 0)
  }

  var count: Int { candidates.count }

  func cost(_ index: Int) -> Int { costs[index] }

  /// The known members outside the block, -1 where there are fewer.
  func outside(_ index: Int) -> (Int32, Int32) { candidates[index].outside }

  /// Positions in the block.
  func members(_ index: Int) -> (TaskPricer.Members, Int) {
    let inside = candidates[index].inside
    let dummy = Int32(block.count)
    var members = TaskPricer.Members(repeating: -1)
    var size = 0
    for position in [inside.0, inside.1, inside.2] where position != dummy {
      members[size] = position
      size += 1
    }
    return (members, size)
  }

  /// From now on it is no longer missing.
  func enter(_ index: Int) {
    adjust(index)
    isEntered[index] = true
  }

  // MARK: Looking at all

  /// Ranges of all candidates.
  private var pieces: [Range<Int>] {
    stride(from: 0, to: count, by: Self.pieceSize).map { $0..<min(count, $0 + Self.pieceSize) }
  }

  /// Candidates that have not entered and cost less than a threshold beyond what they earn, by
  /// index. O(n), and for those that are close the price of their cuts.
  ///
  /// - Parameters:
  ///   - earned: by position, and 0 for nobody.
  ///   - isDone: by position, whether nothing new may hold it.
  func missing(
    _ earned: [Int], below threshold: Int, isDone: [Bool], cuts: CutSet, threads: Int
  ) async -> [Priced] {
    let found = await Parallel.map(pieces, threads: threads) { [self] piece in
      var cuts = cuts
      return missing(in: piece, earned, below: threshold, isDone, &cuts)
    }
    return Array(found.joined())
  }

  private func missing(
    in piece: Range<Int>, _ earned: [Int], below threshold: Int, _ isDone: [Bool],
    _ cuts: inout CutSet
  ) -> [Priced] {
    let fallen = cuts.fallen + [0]
    var missing: [Priced] = []
    earned.withUnsafeBufferPointer { earned in
      for index in piece {
        let inside = candidates[index].inside
        let (one, other, third) = (Int(inside.0), Int(inside.1), Int(inside.2))
        let value = costs[index] - earned[one] - earned[other] - earned[third]
        if value >= threshold || isEntered[index] { continue }
        let fall = fallen[one] + fallen[other] + fallen[third]
        if value + cutFloors[index] - fall >= threshold { continue }
        if isDone[one] || isDone[other] || isDone[third] { continue }
        let exact = exactValue(index, earned, &cuts)
        if exact < threshold { missing.append((exact, index)) }
      }
    }
    return missing
  }

  /// Lowers what items earn until no candidate costs less than its items earn.
  ///
  /// What is lowered makes no other candidate cost too little, so that those are looked at only that
  /// did at first.
  func makeSafe(_ earned: inout [Int], cuts: CutSet, threads: Int) async {
    let first = earned
    let found = await Parallel.map(pieces, threads: threads) { [self] piece in
      var cuts = cuts
      return cheap(in: piece, first, &cuts)
    }
    var cuts = cuts
    for index in found.joined() {
      let value = earned.withUnsafeBufferPointer { exactValue(index, $0, &cuts) }
      guard value < 0 else { continue }
      let (members, size) = members(index)
      let less = (-value + size - 1) / size
      for position in 0..<size { earned[Int(members[position])] -= less }
    }
  }

  /// Candidates that cost less than their items earn.
  private func cheap(in piece: Range<Int>, _ earned: [Int], _ cuts: inout CutSet) -> [Int] {
    earned.withUnsafeBufferPointer { earned in
      piece.filter { index in
        let inside = candidates[index].inside
        let sum = earned[Int(inside.0)] + earned[Int(inside.1)] + earned[Int(inside.2)]
        return costs[index] < sum && exactValue(index, earned, &cuts) < 0
      }
    }
  }

  /// What a candidate costs beyond what its items earn, at the present prices of the program's cuts.
  private func exactValue(
    _ index: Int, _ earned: UnsafeBufferPointer<Int>, _ cuts: inout CutSet
  ) -> Int {
    adjust(index)
    let (members, size) = members(index)
    let price = cuts.price(members, size)
    var floor = price
    var value = costs[index] + price
    for place in 0..<size {
      floor += cuts.fallen[Int(members[place])]
      value -= earned[Int(members[place])]
    }
    cutFloors[index] = floor
    return value
  }

  /// Puts the price of cuts that stand, and links so far unknown, into a candidate's cost, once.
  private func adjust(_ index: Int) {
    guard !isAdjusted[index] else { return }
    isAdjusted[index] = true
    let candidate = candidates[index]
    if isClosed && !candidate.isFloor { return }
    let (positions, size) = members(index)
    var all = (0..<size).map { block[Int(positions[$0])] }
    if candidate.outside.0 >= 0 { all.append(Int(candidate.outside.0)) }
    if candidate.outside.1 >= 0 { all.append(Int(candidate.outside.1)) }
    if candidate.isFloor {
      var cost = problem.triadCost(all[0], all[1], all[2]) * DualPrices.scale
      for item in all[size...] { cost -= prices.item[item] }
      costs[index] = max(cost, candidate.cost)
    }
    if isClosed { return }
    costs[index] += prices.cutPrice(all) { isOwn[$0] }
  }
}
