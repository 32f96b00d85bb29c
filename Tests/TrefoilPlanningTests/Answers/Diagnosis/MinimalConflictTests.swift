import Synchronization
import TestSupport
import Testing
import TrefoilSolver

@testable import TrefoilPlanning

/// Conflicts found by questions against the sets that are known to be in conflict.
@Suite struct MinimalConflictTests {
  /// Elements are in conflict where they hold one of some sets.
  private struct Oracle: Sendable {
    let count: Int
    let sets: [Set<Int>]

    init(seed: UInt64) {
      var dice = SeededGenerator(seed: seed, stream: 0xC0F)
      let count = 1 + dice.below(24)
      self.count = count
      sets = (0..<(1 + dice.below(4))).map { _ in
        let some = Set((0..<count).filter { _ in dice.below(4) == 0 })
        return some.isEmpty ? [dice.below(count)] : some
      }
    }

    func areInConflict(_ elements: [Int]) -> Bool {
      sets.contains { $0.isSubset(of: elements) }
    }
  }

  @Test func `the part is in conflict and nothing can be left out of it`() async throws {
    for seed in 0..<400 as Range<UInt64> {
      let oracle = Oracle(seed: seed)
      let asked = Mutex(0)
      let search = MinimalConflict<Int> { kept in
        asked.withLock { $0 += 1 }
        return oracle.areInConflict(kept)
      }
      let part = try await search.part(of: Array(0..<oracle.count))
      #expect(part == part.sorted(), "seed \(seed)")
      #expect(oracle.areInConflict(part), "seed \(seed)")
      for element in part {
        #expect(!oracle.areInConflict(part.filter { $0 != element }), "seed \(seed)")
      }
      // Junker's bound: 2k (1 + log2(n / k)) questions.
      let width = (0...).first { oracle.count <= part.count << $0 } ?? 0
      #expect(asked.withLock { $0 } <= 2 * part.count * (1 + width) + 1, "seed \(seed)")
    }
  }

  @Test func `what is found early in the list is preferred`() async throws {
    let search = MinimalConflict<Int> { kept in
      Set([0, 1]).isSubset(of: kept) || Set([2, 3]).isSubset(of: kept)
    }
    #expect(try await search.part(of: [0, 1, 2, 3]) == [0, 1])
    #expect(try await search.part(of: [3, 2, 1, 0]) == [3, 2])
  }

  @Test func `questions without an answer leave more in, but never too little`() async throws {
    for seed in 0..<200 as Range<UInt64> {
      let oracle = Oracle(seed: seed)
      let search = MinimalConflict<Int> { kept in
        // Not known of about a third of all questions.
        var dice = SeededGenerator(seed: seed, stream: kept.reduce(7) { 31 &* $0 &+ UInt64($1) })
        return dice.below(3) > 0 && oracle.areInConflict(kept)
      }
      let part = try await search.part(of: Array(0..<oracle.count))
      #expect(oracle.areInConflict(part), "seed \(seed)")
    }
  }
}
