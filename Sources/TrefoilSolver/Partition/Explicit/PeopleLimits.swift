/// Which limits of people can be reached at all.
struct PeopleLimits {
  private let problem: StaffedPartition
  /// The most duties that a person could have, by person: nobody is twice in one task, and who is
  /// not of the staff only makes the two visits of each item stood for.
  private var mostDuties: [Int]
  private let longest: Int

  init(_ problem: StaffedPartition) {
    self.problem = problem
    mostDuties = Array(repeating: 0, count: problem.personCount)
    for person in problem.itemPerson { mostDuties[person] += 2 }
    for person in problem.staffPerson { mostDuties[person] = problem.itemCount }
    longest = max(1, problem.taskDays.max() ?? 1)
  }

  func dutiesBind(_ person: Int) -> Bool { problem.dutyLimit[person] < mostDuties[person] }

  func daysBind(_ person: Int) -> Bool {
    // Divided rather than multiplied, so that no limit is too large.
    problem.dayLimit[person] / longest < mostDuties[person]
  }

  func siteDaysBind(_ site: Int) -> Bool {
    if problem.siteDayLimit[site] == .max { return false }
    let most = (0..<problem.personCount).reduce(0) {
      $0 + (problem.personSites[$1].first == site ? mostDuties[$1] : 0)
    }
    return problem.siteDayLimit[site] / longest < most
  }
}
