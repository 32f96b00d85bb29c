import Testing
import TrefoilSolver

@Suite struct DatingSolverTests {
  private func check(_ dating: Dating, of problem: DatingProblem, seed: UInt64) {
    let checker = DatingChecker(problem: problem)
    let broken = checker.violations(
      jobs: Array(problem.jobs.indices), starts: dating.starts, followUps: dating.followUps)
    #expect(broken.isEmpty, "seed \(seed)")
    let cost = checker.cost(starts: dating.starts, followUps: dating.followUps)
    #expect(dating.cost == cost, "seed \(seed)")
    #expect(dating.bound <= dating.cost, "seed \(seed)")
  }

  @Test(arguments: [UInt64](1...6))
  func `tiny problems come out as brute force says`(block: UInt64) throws {
    var dated = 0
    var impossible = 0
    for index in 0..<250 {
      let seed = block << 32 | UInt64(index)
      var random = RandomDatingProblems(seed: seed)
      let problem = try random.tiny()
      let brute = DatingBruteForce(problem)
      let least = brute.leastCost()
      switch DatingSolver(problem).solve(effort: 20_000, seed: seed) {
      case .dated(let dating):
        dated += 1
        check(dating, of: problem, seed: seed)
        #expect(dating.cost == least, "seed \(seed)")
        #expect(dating.isLeast, "seed \(seed)")
      case .impossible(let conflict, let irreducible):
        impossible += 1
        #expect(least == nil, "seed \(seed)")
        #expect(irreducible, "seed \(seed)")
        #expect(conflict == conflict.sorted(), "seed \(seed)")
        #expect(!brute.canDate(conflict), "seed \(seed)")
        for job in conflict {
          #expect(brute.canDate(conflict.filter { $0 != job }), "seed \(seed) without \(job)")
        }
      case .gaveUp, .stopped:
        Issue.record("seed \(seed) gave up")
      }
    }
    // Both answers must have been put to the test.
    #expect(dated > 40 && impossible > 40, "\(dated) dated, \(impossible) impossible")
  }

  @Test func `too little effort never makes a false answer`() throws {
    var gaveUp = 0
    for index in 0..<300 {
      let seed = 77 << 32 | UInt64(index)
      var random = RandomDatingProblems(seed: seed)
      let problem = try random.tiny()
      let brute = DatingBruteForce(problem)
      switch DatingSolver(problem).solve(effort: index % 12, seed: seed) {
      case .dated(let dating):
        check(dating, of: problem, seed: seed)
        #expect(dating.bound <= brute.leastCost() ?? -1, "seed \(seed)")
      case .impossible(let conflict, let irreducible):
        #expect(!brute.canDate(conflict), "seed \(seed)")
        let isSo = conflict.allSatisfy { job in brute.canDate(conflict.filter { $0 != job }) }
        #expect(isSo || !irreducible, "seed \(seed)")
      case .gaveUp: gaveUp += 1
      case .stopped: Issue.record("seed \(seed) was stopped by nobody")
      }
    }
    #expect(gaveUp > 10)
  }

  @Test(arguments: [(15, 50, 0), (15, 50, 1), (45, 50, 2), (12, 150, 1)])
  func `tight problems with hidden dates are dated, and always alike`(
    jobs: Int, days: Int, restDays: Int
  ) throws {
    let seed = UInt64(jobs + days + restDays)
    var random = RandomDatingProblems(seed: seed)
    let problem = try random.planted(
      jobs: jobs, dayCount: days, agents: jobs, restDays: restDays, slack: 15)
    let outcome = DatingSolver(problem).solve(effort: 500, seed: seed)
    guard case .dated(let dating) = outcome else {
      Issue.record("seed \(seed): \(outcome)")
      return
    }
    check(dating, of: problem, seed: seed)
    #expect(DatingSolver(problem).solve(effort: 500, seed: seed) == outcome)
  }

  /// Two-day jobs one at a time in five-day weeks: two fit into a week, and a fifth day is lost.
  private func weeksOfPairs(weeks: Int, jobs: Int) throws -> DatingProblem {
    let starts = DayIndexSet((0..<weeks * 5).filter { $0 % 5 < 4 })
    return try DatingProblem(
      dayNumbers: (0..<weeks * 5).map { $0 / 5 * 7 + $0 % 5 },
      weeks: (0..<weeks * 5).map { $0 / 5 }, agentCount: 0, siteCaps: [], jobsPerDayCap: 1,
      spreadCost: 3, jobs: (0..<jobs).map { _ in DatingJob(length: 2, starts: starts) })
  }

  @Test func `weeks that hold exactly two long jobs each are filled to the last`() throws {
    let full = try weeksOfPairs(weeks: 8, jobs: 16)
    guard case .dated(let dating) = DatingSolver(full).solve(effort: 2_000, seed: 1) else {
      Issue.record("16 jobs fit into 8 weeks")
      return
    }
    check(dating, of: full, seed: 1)
    #expect(dating.cost == 0)
    let over = try weeksOfPairs(weeks: 8, jobs: 17)
    #expect(
      DatingSolver(over).solve(effort: 20_000, seed: 1)
        == .impossible(conflict: Array(0..<17), irreducible: true))
  }

  @Test func `an agent with more duties than days is found without any search`() throws {
    let open = DayIndexSet(0..<6)
    let rested = (0..<4).map { _ in DatingJob(length: 1, starts: open, agents: [0]) }
    let free = DatingJob(length: 1, starts: open, agents: [1])
    let problem = try DatingProblem(
      dayNumbers: Array(0..<6), weeks: [0, 0, 0, 1, 1, 1], agentCount: 2, siteCaps: [],
      restDays: 1, jobs: [free] + rested)
    guard
      case .impossible(let conflict, let irreducible) = DatingSolver(problem).solve(
        effort: 0, seed: 1)
    else {
      Issue.record("four duties two days apart do not fit into six days")
      return
    }
    #expect(conflict == [1, 2, 3, 4])
    #expect(!irreducible)
    #expect(
      DatingSolver(problem).solve(effort: 1000, seed: 1)
        == .impossible(conflict: [1, 2, 3, 4], irreducible: true))
  }

  @Test func `a problem without jobs is dated at no cost`() throws {
    for days in [0, 3] {
      let problem = try DatingProblem(
        dayNumbers: Array(0..<days), weeks: Array(0..<days), agentCount: 0, siteCaps: [],
        jobs: [])
      guard case .dated(let dating) = DatingSolver(problem).solve(effort: 0, seed: 0) else {
        Issue.record("nothing to date")
        return
      }
      #expect(dating.starts.isEmpty && dating.followUps.isEmpty)
      #expect(dating.cost == 0 && dating.isLeast)
    }
  }

  @Test func `numbers at the ends of their ranges neither trap nor mislead`() throws {
    let far = DayIndexSet([0, 2, 500])
    let large = (1 << 28) - 1
    let followUp = DatingFollowUp(
      days: far, window: 1 << 40, agents: [0], away: [SiteCount(site: 0, count: large)],
      costs: [
        DayCost(day: 2, cost: 1 << 39), DayCost(day: -5, cost: 1), DayCost(day: 900, cost: 0),
      ])
    let job = DatingJob(
      length: 1, starts: far, away: [SiteCount(site: 0, count: large)],
      startCosts: [DayCost(day: 0, cost: 1 << 40)], followUp: followUp)
    let problem = try DatingProblem(
      dayNumbers: [-(1 << 40), 0, 1 << 40], weeks: [.min, 0, .max], agentCount: 1,
      siteCaps: [large + 1], jobsPerDayCap: .max, restDays: 1, spreadCost: 1 << 40,
      jobs: [job, DatingJob(length: 1, starts: far)])
    // The first job can only start on day 0, but its window does not reach day 2.
    #expect(
      DatingSolver(problem).solve(effort: 100, seed: .max)
        == .impossible(conflict: [0], irreducible: true))
    let tooLong = try DatingProblem(
      dayNumbers: [0], weeks: [0], agentCount: 0, siteCaps: [],
      jobs: [DatingJob(length: .max, starts: far)])
    #expect(
      DatingSolver(tooLong).solve(effort: .max, seed: 0)
        == .impossible(conflict: [0], irreducible: true))
  }
}
