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
  /// Their costs are with the price of cuts that stand once they are adjusted.
  private let candidates: FlatArray<CandidateList.Candidate>
  /// By candidate; empty where nobody is outside.
  private let outsides: FlatArray<CandidateList.Outside>
  /// What the program's cuts cost a candidate when last asked, with what had fallen for its members.
  private let cutFloors: FlatArray<Int>

  /// - Parameter parts: all candidates, one list after the other.
  init(
    _ problem: WidePartition, _ prices: DualPrices, block: [Int], parts: [CandidateList],
    isOwn: [Bool], threads: Int
  ) async {
    self.problem = problem
    self.prices = prices
    self.block = block
    self.isOwn = isOwn
    isClosed = parts.allSatisfy { !$0.hasOutside }
    let count = parts.reduce(0) { $0 + $1.count }
    candidates = FlatArray(uninitialisedCount: count)
    outsides = FlatArray(uninitialisedCount: isClosed ? 0 : count)
    cutFloors = FlatArray(uninitialisedCount: count)
    var starts: [Int] = []
    var next = 0
    for part in parts {
      starts.append(next)
      next += part.count
    }
    // Memory that is touched for the first time takes longer than what is then written to it.
    _ = await Parallel.map(Array(zip(starts, parts)), threads: threads) { [self] start, part in
      candidates.set(from: start, to: part.candidates)
      outsides.set(from: start, to: part.outsides)
    }
  }

  var count: Int { candidates.count }

  func cost(_ index: Int) -> Int { candidates[index].cost }

  func outside(_ index: Int) -> CandidateList.Outside {
    isClosed ? .nobody : outsides[index]
  }

  /// Positions in the block.
  func members(_ index: Int) -> (TaskPricer.Members, Int) {
    let inside = candidates[index].inside
    let dummy = UInt16(block.count)
    var members = TaskPricer.Members(repeating: -1)
    var size = 0
    for position in [inside.0, inside.1, inside.2] where position != dummy {
      members[size] = Int32(position)
      size += 1
    }
    return (members, size)
  }

  /// From now on it is no longer missing.
  func enter(_ index: Int) {
    adjust(index)
    candidates.base[index].marks.insert(.isEntered)
  }

  // MARK: Looking at all

  /// Ranges of all candidates.
  private var pieces: [Range<Int>] {
    stride(from: 0, to: count, by: Self.pieceSize).map { $0..<min(count, $0 + Self.pieceSize) }
  }

  /// Candidates that have not entered and cost less than a threshold beyond what they earn, in
  /// parts, by index. O(n), and for those that are close the price of their cuts.
  ///
  /// - Parameters:
  ///   - earned: by position, and 0 for nobody.
  ///   - isDone: by position, whether nothing new may hold it.
  func missing(
    _ earned: [Int], below threshold: Int, isDone: [Bool], cuts: CutSet, threads: Int
  ) async -> [[Priced]] {
    await Parallel.map(pieces, threads: threads) { [self] piece in
      var cuts = cuts
      return missing(in: piece, earned, below: threshold, isDone, &cuts)
    }
  }

  /// Parts of what was missing, divided into those up to a value and those beyond, both without
  /// those that hold an item of which there is enough. O(n).
  ///
  /// - Parameter isCrowded: by position, whether there is enough of it; false for nobody.
  func divide(
    _ parts: [[Priced]], at limit: Int, isCrowded: [Bool], threads: Int
  ) async -> [(near: [Priced], far: [Priced])] {
    await Parallel.map(parts, threads: threads) { [self] part in
      var near: [Priced] = []
      var far: [Priced] = []
      for priced in part {
        let inside = candidates[priced.index].inside
        if isCrowded[Int(inside.0)] || isCrowded[Int(inside.1)] || isCrowded[Int(inside.2)] {
          continue
        }
        if priced.value <= limit { near.append(priced) } else { far.append(priced) }
      }
      return (near, far)
    }
  }

  private func missing(
    in piece: Range<Int>, _ earned: [Int], below threshold: Int, _ isDone: [Bool],
    _ cuts: inout CutSet
  ) -> [Priced] {
    let fallen = cuts.fallen + [0]
    var missing: [Priced] = []
    earned.withUnsafeBufferPointer { earned in
      for index in piece {
        let candidate = candidates[index]
        let inside = candidate.inside
        let (one, other, third) = (Int(inside.0), Int(inside.1), Int(inside.2))
        let value = candidate.cost - earned[one] - earned[other] - earned[third]
        if value >= threshold || candidate.marks.contains(.isEntered) { continue }
        let fall = fallen[one] + fallen[other] + fallen[third]
        if candidate.marks.contains(.hasCutFloor), value + cutFloors[index] - fall >= threshold {
          continue
        }
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
        let candidate = candidates[index]
        let inside = candidate.inside
        let sum = earned[Int(inside.0)] + earned[Int(inside.1)] + earned[Int(inside.2)]
        return candidate.cost < sum && exactValue(index, earned, &cuts) < 0
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
    var value = candidates[index].cost + price
    for place in 0..<size {
      floor += cuts.fallen[Int(members[place])]
      value -= earned[Int(members[place])]
    }
    cutFloors[index] = floor
    candidates.base[index].marks.insert(.hasCutFloor)
    return value
  }

  /// Puts the price of cuts that stand, and links so far unknown, into a candidate's cost, once.
  private func adjust(_ index: Int) {
    let candidate = candidates[index]
    guard !candidate.marks.contains(.isAdjusted) else { return }
    candidates.base[index].marks.insert(.isAdjusted)
    let isFloor = candidate.marks.contains(.isFloor)
    if isClosed && !isFloor { return }
    let (positions, size) = members(index)
    let outside = outside(index)
    var all = (0..<size).map { block[Int(positions[$0])] }
    if outside.one >= 0 { all.append(Int(outside.one)) }
    if outside.other >= 0 { all.append(Int(outside.other)) }
    if isFloor {
      var cost = problem.triadCost(all[0], all[1], all[2]) * DualPrices.scale
      for item in all[size...] { cost -= prices.item[item] }
      candidates.base[index].cost = max(cost, candidate.cost)
    }
    if isClosed { return }
    candidates.base[index].cost += prices.cutPrice(all) { isOwn[$0] }
  }
}
