import TestSupport
import Testing

@testable import TrefoilSolver

@Suite struct RankOneCutTests {
  /// Every way to part items into groups of the sizes given.
  private static func partitions(_ items: [Int32], sizes: [Int]) -> [[[Int32]]] {
    guard let first = items.first else { return [[]] }
    var found: [[[Int32]]] = []
    for size in Set(sizes).sorted() where size <= items.count {
      var left = sizes
      left.remove(at: left.firstIndex(of: size) ?? 0)
      for others in choices(of: Array(items.dropFirst()), count: size - 1) {
        let group = [first] + others
        let rest = items.filter { !group.contains($0) }
        found += partitions(rest, sizes: left).map { [group] + $0 }
      }
    }
    return found
  }

  private static func choices(of list: [Int32], count: Int) -> [[Int32]] {
    if count == 0 { return [[]] }
    guard list.count >= count else { return [] }
    let rest = Array(list.dropFirst())
    return choices(of: rest, count: count - 1).map { [list[0]] + $0 }
      + choices(of: rest, count: count)
  }

  private static func count(_ cut: RankOneCut, in groups: [[Int32]]) -> Int {
    groups.reduce(0) { total, group in
      let sum = zip(cut.items, cut.weights).reduce(Int32(0)) {
        $0 + (group.contains($1.0) ? $1.1 : 0)
      }
      return total + Int(sum / cut.divisor)
    }
  }

  private static let shapes = [[3, 3, 3], [3, 3, 2], [4, 3], [2, 3, 3], [3, 4, 2]]

  /// A mixture of a few partitions, most of its groups in part.
  private static func mixture(
    _ all: [[[Int32]]], _ random: inout SeededGenerator
  ) -> [(members: [Int32], value: Double)] {
    // Groups of different partitions need not fit together: what is sought from is any solution of
    // the program, not only mixtures of whole ones.
    var groups: [(members: [Int32], value: Double)] = []
    for _ in 0..<3 {
      groups += all[random.below(all.count)].map { (members: $0, value: 1.0 / 3) }
    }
    return groups
  }

  @Test(arguments: 0..<10)
  func `no cut cuts off a partition`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let shape = Self.shapes[random.below(Self.shapes.count)]
    let items = (0..<shape.reduce(0, +)).map { Int32($0) }
    let all = Self.partitions(items, sizes: shape)
    for _ in 0..<10 {
      // Half-taken groups of a random walk between partitions break cuts; mixtures break none.
      var taken = Self.mixture(all, &random)
      #expect(
        CutSeparator.found(in: FractionalGroups(itemCount: items.count, taken)).isEmpty,
        "a mixture of partitions breaks a cut, seed \(seed)")
      for item in items where random.below(2) == 0 {
        let others = items.filter { $0 != item }
        let pair = [others[random.below(others.count)], others[random.below(others.count)]]
        if Set(pair).count == 2 { taken.append((([item] + pair).sorted(), 0.5)) }
      }
      for cut in CutSeparator.found(in: FractionalGroups(itemCount: items.count, taken)) {
        for partition in all {
          #expect(
            Self.count(cut, in: partition) <= cut.rightHandSide, "seed \(seed), cut \(cut)")
        }
      }
    }
  }

  @Test func `five items half in triads of a pentagon break a cut`() {
    // Ten triads on five items and a sixth; what a program without cuts might take.
    let taken = (0..<5).map { item in
      (members: [item, (item + 1) % 5, (item + 2) % 5].map { Int32($0) }.sorted(), value: 1.0 / 3)
    }
    let cuts = CutSeparator.found(in: FractionalGroups(itemCount: 5, taken))
    #expect(cuts.contains { $0.items == [0, 1, 2, 3, 4] && $0.divisor == 3 })
  }

  @Test func `four items one triad and a bit break a cut at two thirds`() {
    // At one third it holds: of four items one may go out with two who stay.
    var taken: [(members: [Int32], value: Double)] = [([0, 1, 2], 0.7), ([3, 7, 8], 0.1)]
    for item: Int32 in 0..<3 { taken.append(([item, 3, 4 + item], 0.3)) }
    let cuts = CutSeparator.found(in: FractionalGroups(itemCount: 9, taken))
    #expect(cuts.contains(RankOneCut((0..<4).map { (Int32($0), 2) }, divisor: 3)))
    #expect(!cuts.contains(RankOneCut((0..<4).map { (Int32($0), 1) }, divisor: 3)))
  }

  @Test(arguments: 0..<10)
  func `cuts found on several threads are those found on one`(seed: UInt64) async {
    var random = SeededGenerator(seed: seed)
    let taken = (0..<80).map { _ in
      var members: Set<Int32> = []
      while members.count < 3 { members.insert(Int32(random.below(30))) }
      return (members: members.sorted(), value: 0.25)
    }
    let separator = CutSeparator(FractionalGroups(itemCount: 30, taken))
    let known = CutSet(itemCount: 30)
    let cuts = separator.cuts(most: 60, known: known)
    #expect(!cuts.isEmpty, "seed \(seed)")
    for threads in [2, 5] {
      let again = await separator.cuts(most: 60, known: known, threads: threads)
      #expect(again == cuts, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20)
  func `prices and counts of a set of cuts are those of its cuts`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var set = CutSet(itemCount: 12)
    for _ in 0..<8 {
      let divisor = Int32(2 + random.below(4))
      var chosen: [(item: Int32, weight: Int32)] = []
      for item in 0..<12 where random.below(2) == 0 {
        chosen.append((Int32(item), Int32(1 + random.below(Int(divisor) - 1))))
      }
      set.add(RankOneCut(chosen, divisor: divisor))
    }
    let prices = set.cuts.map { _ in random.below(3) * 100 }
    set.reprice(prices)
    for _ in 0..<50 {
      let size = 2 + random.below(4)
      var list: [Int32] = []
      while list.count < size {
        let item = Int32(random.below(12))
        if !list.contains(item) { list.append(item) }
      }
      list.sort()
      var members = TaskPricer.Members(repeating: -1)
      for (position, item) in list.enumerated() { members[position] = item }
      let wanted = set.cuts.map { Self.count($0, in: [list]) }
      let counts = set.counts(members, size)
      for index in set.cuts.indices {
        #expect(
          counts.first { $0.cut == index }?.count ?? 0 == wanted[index], "seed \(seed)")
      }
      #expect(
        set.price(members, size) == zip(wanted, prices).reduce(0) { $0 + $1.0 * $1.1 },
        "seed \(seed)")
    }
  }
}

extension CutSeparator {
  fileprivate static func found(in solution: FractionalGroups) -> [RankOneCut] {
    CutSeparator(solution).cuts(most: 200, known: CutSet(itemCount: solution.itemCount))
  }
}
