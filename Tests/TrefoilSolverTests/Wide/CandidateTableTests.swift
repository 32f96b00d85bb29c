import TestSupport
import Testing

@testable import TrefoilSolver

/// Tables of more than one piece, so that threads have something to share.
struct CandidateTableTests {
  private let itemCount = 12

  private struct Made {
    let candidates: [CandidateList.Candidate]
    let table: CandidateTable
    let cuts: CutSet
    let earned: [Int]
  }

  private func make(_ seed: UInt64) async -> Made {
    let towns = await WideTowns.make(seed: seed, items: itemCount...itemCount, listing: 6)
    var random = SeededGenerator(seed: seed, stream: 31)
    let nobody = UInt16(itemCount)
    var list = CandidateList(hasOutside: false)
    for _ in 0..<20_000 {
      let items = (0..<nobody).shuffled(using: &random).prefix(1 + random.below(3)).sorted()
      list.append(
        (items[0], items.count > 1 ? items[1] : nobody, items.count > 2 ? items[2] : nobody),
        cost: items.count * 1_000_000 + random.below(1_000_000))
    }
    var cuts = CutSet(itemCount: itemCount, tracksFalls: true)
    for _ in 0..<6 {
      let items = (0..<nobody).shuffled(using: &random).prefix(4 + random.below(6)).sorted()
      cuts.add(RankOneCut(items.map { (Int32($0), 1) }, divisor: 3))
    }
    cuts.reprice(cuts.cuts.map { _ in random.below(300_000) })
    let table = await CandidateTable(
      towns.lists, DualPrices(towns.lists), block: Array(0..<itemCount), parts: [list], isOwn: [],
      threads: 1)
    let earned = (0..<itemCount).map { _ in 1_050_000 + random.below(100_000) } + [0]
    return Made(candidates: list.candidates, table: table, cuts: cuts, earned: earned)
  }

  private func value(_ index: Int, _ earned: [Int], _ made: Made) -> Int {
    var cuts = made.cuts
    let (members, size) = made.table.members(index)
    let sum = (0..<size).reduce(0) { $0 + earned[Int(members[$1])] }
    return made.candidates[index].cost + cuts.price(members, size) - sum
  }

  @Test(arguments: 0..<4)
  func `whatever costs less than it earns is missing, until it enters`(seed: UInt64) async {
    for threads in [1, 3] {
      let made = await make(seed)
      let isDone = (0...itemCount).map { $0 == 5 }
      let expected = made.candidates.indices.filter { index in
        let inside = made.candidates[index].inside
        return ![inside.0, inside.1, inside.2].contains(5) && value(index, made.earned, made) < 0
      }
      #expect(!expected.isEmpty, "seed \(seed)")
      for _ in 0..<2 {
        let found = await made.table.missing(
          made.earned, below: 0, isDone: isDone, cuts: made.cuts, threads: threads)
        #expect(found.joined().map(\.index) == expected, "seed \(seed), \(threads) threads")
        #expect(found.joined().allSatisfy { $0.value == value($0.index, made.earned, made) })
      }
      for index in expected { made.table.enter(index) }
      let left = await made.table.missing(
        made.earned, below: 0, isDone: isDone, cuts: made.cuts, threads: threads)
      #expect(left.joined().isEmpty, "seed \(seed), \(threads) threads")
    }
  }

  @Test(arguments: 0..<4)
  func `what is missing is divided by value, without what is crowded`(seed: UInt64) async {
    let made = await make(seed)
    let parts = await made.table.missing(
      made.earned, below: 0, isDone: Array(repeating: false, count: itemCount + 1),
      cuts: made.cuts, threads: 1)
    let isCrowded = (0...itemCount).map { $0 == 2 || $0 == 7 }
    let free = parts.joined().filter { priced in
      let (members, size) = made.table.members(priced.index)
      return (0..<size).allSatisfy { !isCrowded[Int(members[$0])] }
    }
    let limit = free.map(\.value).sorted()[free.count / 3]
    for threads in [1, 3] {
      let divided = await made.table.divide(
        parts, at: limit, isCrowded: isCrowded, threads: threads)
      #expect(
        divided.flatMap(\.near).map(\.index) == free.filter { $0.value <= limit }.map(\.index),
        "seed \(seed), \(threads) threads")
      #expect(
        divided.flatMap(\.far).map(\.index) == free.filter { $0.value > limit }.map(\.index),
        "seed \(seed), \(threads) threads")
    }
  }

  @Test(arguments: 0..<4)
  func `made safe, no candidate costs less than it earns, as after one after the other`(
    seed: UInt64
  ) async {
    let made = await make(seed)
    var expected = made.earned
    for index in made.candidates.indices {
      let value = value(index, expected, made)
      guard value < 0 else { continue }
      let (members, size) = made.table.members(index)
      for place in 0..<size { expected[Int(members[place])] -= (-value + size - 1) / size }
    }
    for threads in [1, 3] {
      var earned = made.earned
      await made.table.makeSafe(&earned, cuts: made.cuts, threads: threads)
      #expect(earned == expected, "seed \(seed), \(threads) threads")
      #expect(made.candidates.indices.allSatisfy { value($0, earned, made) >= 0 })
    }
  }
}
