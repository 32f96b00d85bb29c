import Testing

@testable import TrefoilSolver

/// The cheapest choice, held against trying all.
@Suite struct SelectionSolverTests {
  @Test(arguments: 0..<8) func `small random choices equal brute force`(part: UInt64) {
    for seed in (500 * part)..<(500 * part + 500) {
      let problem = RandomSelections.problem(seed: seed)
      let outcome = SelectionSolver(problem).solve()
      #expect(outcome.cost == RandomSelections.leastCost(problem), "seed \(seed)")
      if let values = outcome.values {
        #expect(problem.allows(values) && problem.cost(of: values) == outcome.cost, "seed \(seed)")
        #expect(outcome.isOptimal, "seed \(seed)")
      } else {
        #expect(outcome.isInfeasible, "seed \(seed)")
      }
    }
  }

  @Test func `a search that is cut short proves no more than is true`() {
    var ends: Set<String> = []
    for seed in UInt64(0)..<300 {
      let problem = RandomSelections.problem(seed: seed, columns: 6...10)
      let least = RandomSelections.leastCost(problem)
      // From no step at all to enough for the root and a few nodes.
      for workLimit in [1, 3, 6, 10, 20] {
        var search = SelectionSearch(problem, workLimit: workLimit, stop: StopSignal())
        search.run { _ in }
        if let bound = search.bound { #expect(bound <= least ?? .max, "seed \(seed)") }
        if let cost = search.bestCost { #expect(cost >= least ?? .max, "seed \(seed)") }
        let isProven = search.isClosed || search.bound == .max
        ends.insert(isProven ? "proven" : search.best == nil ? "nothing found" : "found, open")
      }
    }
    #expect(ends == ["proven", "nothing found", "found, open"])
  }

  @Test func `a stop before the search gives back what it began with`() {
    var problem = SelectionProblem()
    let row = problem.addRow(.atMost, 1)
    for cost in [-3, -5] {
      problem.addColumn(cost: cost, entries: [SelectionProblem.Entry(row: row, coefficient: 1)])
    }
    let stop = StopSignal()
    stop.send()
    let outcome = SelectionSolver(problem).solve(from: [1, 0], stop: stop)
    #expect(outcome.values == [1, 0])
    #expect(outcome.bound ?? .min <= -5)
  }

  @Test func `columns enter as they pay, and the answer is the same each time`() {
    var problem = SelectionProblem()
    var random = SeededGenerator(seed: 3, stream: 0)
    let count = 60
    for _ in 0..<(2 * count) { problem.addRow(.equal, 1) }
    for first in 0..<count {
      for second in 0..<count {
        problem.addColumn(
          cost: abs(first - second) * 10 + Int.random(in: 0...9, using: &random),
          entries: [first, count + second].map { .init(row: $0, coefficient: 1) })
      }
    }
    let one = SelectionSolver(problem).solve()
    let other = SelectionSolver(problem).solve()
    #expect(one.values == other.values && one.bound == other.bound)
    #expect(one.isOptimal)
    let diagonal = (0..<count).reduce(0) { $0 + problem.costs[$1 * count + $1] }
    #expect((0...diagonal).contains(one.cost ?? -1))
  }
}
