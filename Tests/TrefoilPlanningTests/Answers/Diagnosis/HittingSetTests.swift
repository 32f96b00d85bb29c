import TestSupport
import Testing
import TrefoilSolver

@testable import TrefoilPlanning

/// The lightest choice against every choice there is.
@Suite struct HittingSetTests {
  private struct Case {
    let weights: [Int]
    let sets: [[Int]]

    init(seed: UInt64) {
      var dice = SeededGenerator(seed: seed, stream: 0x417)
      let count = 1 + dice.below(9)
      weights = (0..<count).map { _ in 1 + dice.below(20) }
      sets = (0..<dice.below(7)).map { _ in
        let some = (0..<count).filter { _ in dice.below(3) == 0 }
        return some.isEmpty ? [dice.below(count)] : some
      }
    }

    func weight(_ choice: [Int]) -> Int { choice.reduce(0) { $0 + weights[$1] } }

    func hits(_ choice: [Int]) -> Bool {
      sets.allSatisfy { $0.contains(where: choice.contains) }
    }

    /// By trying every choice.
    var least: Int {
      let all = weights.indices
      return (0..<(1 << all.count)).map { mask in all.filter { mask >> $0 & 1 == 1 } }
        .filter(hits).map(weight).min() ?? 0
    }
  }

  @Test func `no choice that hits every set is lighter`() {
    for seed in 0..<400 as Range<UInt64> {
      let one = Case(seed: seed)
      let found = HittingSet<Int> { one.weights[$0] }.lightest(hitting: one.sets)
        .elements
      #expect(one.hits(found), "seed \(seed)")
      #expect(one.weight(found) == one.least, "seed \(seed)")
    }
  }

  @Test func `of no sets nothing is chosen, and of equals the first`() {
    let chooser = HittingSet<Int> { _ in 1 }
    #expect(chooser.lightest(hitting: []).elements == [])
    #expect(chooser.lightest(hitting: [[3, 1, 2]]).elements == [3])
  }

  @Test func `the last step that may be taken proves as much as any other`() {
    let chooser = HittingSet<Int>(weight: { _ in 1 }, mostSteps: 2)
    let found = chooser.lightest(hitting: [[1], [2]])
    #expect(found.elements == [1, 2] && found.isLightest)
    let fewer = HittingSet<Int>(weight: { $0 }, mostSteps: 2).lightest(hitting: [[1, 2], [2, 3]])
    #expect(fewer.elements == [1, 2] && !fewer.isLightest)
  }

  @Test func `a stop ends it with a choice that hits every set, and claims nothing`() {
    let stop = StopSignal()
    stop.send()
    let sets = [[1, 2], [2, 3], [1, 3]]
    let found = HittingSet<Int> { $0 }.lightest(hitting: sets, stop: stop)
    #expect(!found.isLightest)
    #expect(sets.allSatisfy { $0.contains(where: found.elements.contains) })
  }

  @Test func `where the steps run out the choice still hits every set, and claims nothing`() {
    var dice = SeededGenerator(seed: 1, stream: 0x418)
    let weights = (0..<60).map { _ in 5 + dice.below(3) }
    let sets = (0..<80).map { _ in (0..<12).map { _ in dice.below(60) } }
    let found = HittingSet<Int>(weight: { weights[$0] }, mostSteps: 500).lightest(hitting: sets)
    #expect(!found.isLightest)
    #expect(sets.allSatisfy { $0.contains(where: found.elements.contains) })
  }
}
