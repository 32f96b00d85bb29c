import TestSupport
import Testing

@testable import TrefoilSolver

/// Rounds without repeats: against brute force, against recomputation, and in awkward cases.
@Suite struct RoundsSolverTests {
  private static let quick = Effort(level: 1)

  private static func plain(_ items: Int, _ rounds: Int) -> RoundsProblem {
    RoundsProblem(itemCount: items, rounds: rounds, groupCounts: [3: items / 3])
  }

  /// Whether the groups are what the problem asks for, counted here.
  private static func fits(_ solution: RoundsSolution, _ problem: RoundsProblem) -> Bool {
    zip(solution.rounds, problem.rounds).allSatisfy { round, wanted in
      let present = wanted.isPresent.indices.filter { wanted.isPresent[$0] }
      var sizes: [Int: Int] = [:]
      for group in round.groups { sizes[group.count, default: 0] += 1 }
      return (round.groups.flatMap(\.self) + round.resting).sorted() == present
        && sizes == wanted.groupCounts.filter { $0.value > 0 }
        && round.resting.count == wanted.restCount
        && wanted.fixedGroups.allSatisfy { round.groups.contains($0.sorted()) }
    }
  }

  @Test(arguments: [(3, 1), (6, 1), (9, 4)])
  func `no more rounds are found than there are, and no fewer`(items: Int, most: Int) throws {
    #expect(RoundsOracle.mostRounds(items: items) == most)
    let all = try #require(
      RoundsSolver(Self.plain(items, most), effort: Self.quick).fewestConflicts())
    #expect(all.isClean)
    let more = try #require(
      RoundsSolver(Self.plain(items, most + 1), effort: Self.quick).fewestConflicts())
    #expect(!more.isClean)
  }

  @Test(arguments: [(12, 4), (15, 7), (18, 8), (21, 10), (24, 11)])
  func `the known most rounds are found`(items: Int, rounds: Int) throws {
    let problem = Self.plain(items, rounds)
    let solution = try #require(
      RoundsSolver(problem, effort: Effort(level: 20)).fewestConflicts())
    #expect(solution.isClean && Self.fits(solution, problem))
  }

  @Test func `the limit by counting`() {
    #expect(RoundsLimit(Self.plain(15, 20)).rounds == 7)
    #expect(RoundsLimit(Self.plain(18, 20)).rounds == 8)
    // Two threes cannot be spread over two threes, a four not over three groups.
    #expect(RoundsLimit(Self.plain(6, 3)).rounds == 1)
    let four = RoundsProblem(itemCount: 10, rounds: 3, groupCounts: [3: 2, 4: 1])
    #expect(RoundsLimit(four).rounds == 1)
    var problem = Self.plain(9, 4)
    // 0 may meet two others alone.
    for other in 3..<9 {
      problem.tables[0].pairCost[other] = RoundsProblem.forbidden
      problem.tables[0].pairCost[other * 9] = RoundsProblem.forbidden
    }
    #expect(RoundsLimit(problem).rounds == 1)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `absences and barred pairs`(seed: UInt64) throws {
    let problem = HardRounds.make(items: 15, rounds: 4, seed: seed)
    let solution = try #require(
      RoundsSolver(problem, effort: Effort(level: 5), seed: seed).fewestConflicts())
    #expect(solution.isClean, "seed \(seed): \(solution.repeats) repeats")
    #expect(Self.fits(solution, problem), "seed \(seed)")
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `counts and costs along the way are those of the groups`(seed: UInt64) {
    let problem = Self.random(seed: seed)
    guard problem.isSound else {
      Issue.record("seed \(seed)")
      return
    }
    let random = SeededGenerator(seed: seed, stream: 1)
    var search = RoundsSearch.begin(problem, random: random, stop: StopSignal())
    for _ in 0..<20 {
      search.repair(steps: 50, temperature: 0.5)
      #expect(search.conflicts == search.solution.faults, "seed \(seed)")
      search.cheapen(steps: 50, warm: 20, penalty: 30)
      #expect(search.conflicts == search.solution.faults, "seed \(seed)")
      #expect(search.roundCost.reduce(0, +) == search.solution.cost, "seed \(seed)")
      let isFitting = Self.fits(search.solution, problem)
      #expect(isFitting, "seed \(seed)")
    }
  }

  /// Rounds of every kind: quads, pairs, rests, fixed groups, absences, barred pairs, two tables.
  private static func random(seed: UInt64) -> RoundsProblem {
    var random = SeededGenerator(seed: seed)
    let items = 8 + random.below(6)
    let kind = random.below(3)
    var problem = RoundsProblem(itemCount: items, rounds: 0, groupCounts: [:])
    problem.tables = (0..<2).map { _ in
      var table = RoundsProblem.Table(
        pairCost: Array(repeating: 0, count: items * items),
        restCost: (0..<items).map { _ in random.below(50) })
      for one in 0..<items {
        for other in 0..<one {
          let cost = random.below(8) == 0 ? RoundsProblem.forbidden : random.below(90)
          table.pairCost[one * items + other] = cost
          table.pairCost[other * items + one] = cost
        }
      }
      return table
    }
    for round in 0..<4 {
      let away = random.below(items)
      let present = (0..<items).map { round == 0 || $0 != away }
      let count = present.count { $0 }
      let left = count % 3
      let (counts, rest): ([Int: Int], Int) =
        switch kind {
        case 0: ([3: (count - 4 * left) / 3, 4: left], 0)
        case 1:
          ([3: (count - (left == 0 ? 0 : 2 * (3 - left))) / 3, 2: left == 0 ? 0 : 3 - left], 0)
        default: ([3: count / 3], left)
        }
      let fixed =
        round == 1 && (counts[3] ?? 0) > 0
        ? [Array((0..<items).filter { present[$0] }.prefix(3))] : []
      problem.rounds.append(
        .init(
          isPresent: present, groupCounts: counts, restCount: rest, fixedGroups: fixed,
          table: round % 2))
    }
    return problem
  }

  @Test func `cost falls and nothing else gets worse`() throws {
    var problem = Self.plain(12, 3)
    for one in 0..<12 {
      for other in 0..<12 where other != one {
        problem.tables[0].pairCost[one * 12 + other] = 10 * abs(one - other)
      }
    }
    let solver = RoundsSolver(problem, effort: Effort(level: 10))
    let first = try #require(solver.fewestConflicts())
    let best = try #require(solver.solve())
    #expect(best.isClean && best.cost < first.cost)
    #expect(try #require(solver.solve()) == best)
  }

  @Test func `more rounds than there can be begin anew`() throws {
    let problem = Self.plain(9, 6)
    let solution = try #require(RoundsSolver(problem, effort: Self.quick).fewestConflicts())
    #expect(solution.repeats == 18)
    #expect(solution.rounds[4] == solution.rounds[0] && solution.rounds[5] == solution.rounds[1])
  }

  @Test func `what makes no sense is refused, and a stop is heeded`() throws {
    #expect(RoundsSolver(Self.plain(9, 0)).solve() == nil)
    #expect(
      RoundsSolver(RoundsProblem(itemCount: 9, rounds: 2, groupCounts: [3: 2])).solve() == nil)
    let stop = StopSignal()
    stop.send()
    let stopped = try #require(RoundsSolver(Self.plain(33, 16)).solve(stop: stop))
    #expect(Self.fits(stopped, Self.plain(33, 16)))
  }
}
