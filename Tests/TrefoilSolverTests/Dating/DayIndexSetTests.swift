import Testing
import TrefoilSolver

@Suite struct DaySetTests {
  @Test(arguments: [UInt64](1...20))
  func `a day set does what a set of numbers does`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var set = DayIndexSet()
    var model: Set<Int> = []
    for _ in 0..<200 {
      let day = generator.below(150)
      if generator.below(2) == 0 {
        set.insert(day)
        model.insert(day)
      } else {
        set.remove(day)
        model.remove(day)
      }
      #expect(set.contains(day) == model.contains(day), "seed \(seed)")
    }
    #expect(set.days == model.sorted(), "seed \(seed)")
    #expect(set.count == model.count && set.isEmpty == model.isEmpty, "seed \(seed)")
    #expect(set == DayIndexSet(model.shuffled(using: &generator)), "seed \(seed)")
    let other = Set((0..<60).map { _ in generator.below(150) })
    set.formIntersection(DayIndexSet(other))
    #expect(set.days == model.intersection(other).sorted(), "seed \(seed)")
  }

  @Test func `empty words at the end make no difference`() {
    #expect(DayIndexSet(words: [5, 0, 0]) == DayIndexSet([0, 2]))
    #expect(DayIndexSet(words: [0, 0]).isEmpty)
    #expect(!DayIndexSet([1]).contains(-1))
  }
}
