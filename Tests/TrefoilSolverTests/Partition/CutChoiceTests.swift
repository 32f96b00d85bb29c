import Testing

@testable import TrefoilSolver

struct CutChoiceTests {
  @Test func `of large sets that share most items the one broken most is chosen`() {
    let sets: [(items: Range<Int32>, violation: Double)] = [
      (0..<20, 0.3), (1..<20, 0.5), (0..<10, 0.2), (30..<50, 0.1),
    ]
    let cuts = chosen(sets.map { CutGrowth.Found(cut: cut($0.items), violation: $0.violation) })
    // 0..<20 has 19 of its 20 items in common with 1..<20; 0..<10 has 9 of 20.
    #expect(cuts == [cut(1..<20), cut(0..<10), cut(30..<50)])
  }

  @Test func `small sets are told apart, but an item is in twelve of them only`() {
    let found = (1..<30).map { other in
      CutGrowth.Found(
        cut: RankOneCut([(0, 1), (Int32(other), 1), (Int32(other) + 30, 1)], divisor: 2),
        violation: 0.5)
    }
    #expect(chosen(found) == found.prefix(12).map(\.cut))
  }

  @Test func `cuts that stand are left out, and no more are chosen than asked for`() {
    let found = [0, 10, 20, 30].map { (first: Int32) in
      CutGrowth.Found(cut: cut(first..<(first + 10)), violation: 0.5)
    }
    var known = CutSet(itemCount: 60)
    known.add(found[0].cut)
    #expect(chosen(found, most: 2, known: known) == [found[1].cut, found[2].cut])
  }

  private func cut(_ items: Range<Int32>) -> RankOneCut {
    RankOneCut(items.map { ($0, 1) }, divisor: 3)
  }

  private func chosen(
    _ found: [CutGrowth.Found], most: Int = 100, known: CutSet = CutSet(itemCount: 60)
  ) -> [RankOneCut] {
    var choice = CutChoice(itemCount: 60, most: most)
    choice.choose(among: found, known: known)
    return choice.cuts
  }
}
