import Testing

@testable import TrefoilSolver

/// Full cycles of threes from starters: everybody once in each round, no two together twice.
@Suite struct StarterTests {
  @Test(
    arguments: [
      (9, 4), (15, 7), (18, 8), (21, 10), (24, 11), (27, 13), (30, 14), (33, 16), (36, 17),
      (39, 19),
    ])
  func `a cycle has the most rounds that can be`(items: Int, rounds: Int) throws {
    let cycle = try #require(
      StarterSearch.rounds(items: items, steps: 5_000_000, stop: StopSignal()))
    #expect(cycle.count == rounds)
    var met: Set<[Int]> = []
    for round in cycle {
      #expect(round.flatMap(\.self).sorted() == Array(0..<items))
      for group in round {
        #expect(group.count == 3 && group == group.sorted())
        for pair in [[group[0], group[1]], [group[0], group[2]], [group[1], group[2]]] {
          #expect(met.insert(pair).inserted, "\(pair) meet twice")
        }
      }
    }
  }

  @Test(arguments: [0, 3, 6, 10, 12, 16])
  func `where there is no such cycle none is given`(items: Int) {
    #expect(StarterSearch.rounds(items: items, steps: 1_000, stop: StopSignal()) == nil)
  }

  @Test func `a stop ends the search`() {
    let stop = StopSignal()
    stop.send()
    #expect(StarterSearch.rounds(items: 39, steps: 1_000_000, stop: stop) == nil)
  }
}
