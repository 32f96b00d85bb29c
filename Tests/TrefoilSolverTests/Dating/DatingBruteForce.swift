import TrefoilSolver

/// Tries every way to date a tiny problem.
struct DatingBruteForce {
  private struct Option {
    let start: Int
    let followUp: Int?
  }

  let problem: DatingProblem
  private let checker: DatingChecker
  private let options: [[Option]]
  /// Whether option i of one job and option j of a later job keep every rule together.
  private var fits: [[[[Bool]]]] = []

  init(_ problem: DatingProblem) {
    self.problem = problem
    let checker = DatingChecker(problem: problem)
    self.checker = checker
    options = problem.jobs.indices.map { index in
      let followUps: [Int?] = problem.jobs[index].followUp.map { $0.days.days } ?? [nil]
      return problem.jobs[index].starts.days.flatMap { start in
        followUps.map { Option(start: start, followUp: $0) }
      }.filter {
        checker.violations(jobs: [index], starts: [$0.start], followUps: [$0.followUp]).isEmpty
      }
    }
    let all = options
    fits = all.indices.map { one in
      (0..<one).map { other in
        all[one].map { a in
          all[other].map { b in
            checker.violations(
              jobs: [other, one], starts: [b.start, a.start],
              followUps: [b.followUp, a.followUp]
            ).isEmpty
          }
        }
      }
    }
  }

  /// Whether some jobs, in ascending order, can be dated together.
  func canDate(_ jobs: [Int]) -> Bool {
    var isFound = false
    visit(jobs, []) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// The least cost of dating all jobs, nil when it cannot be done.
  func leastCost() -> Int? {
    var least: Int?
    visit(Array(problem.jobs.indices), []) { picked in
      let chosen = picked.enumerated().map { options[$0][$1] }
      let cost = checker.cost(starts: chosen.map(\.start), followUps: chosen.map(\.followUp))
      least = min(least ?? cost, cost)
      return true
    }
    return least
  }

  /// Visits complete choices of options until the visitor has had enough.
  @discardableResult
  private func visit(_ jobs: [Int], _ picked: [Int], _ visitor: ([Int]) -> Bool) -> Bool {
    guard picked.count < jobs.count else {
      let chosen = zip(jobs, picked).map { options[$0][$1] }
      // Pairs fit by now; only limits that more than two jobs share can still be broken.
      let isFree =
        jobs.count < 3
        || checker.violations(
          jobs: jobs, starts: chosen.map(\.start), followUps: chosen.map(\.followUp)
        ).isEmpty
      return isFree ? visitor(picked) : true
    }
    let job = jobs[picked.count]
    for index in options[job].indices {
      let isApart = picked.indices.allSatisfy { fits[job][jobs[$0]][index][picked[$0]] }
      if isApart, !visit(jobs, picked + [index], visitor) { return false }
    }
    return true
  }
}
