import TrefoilModel
import TrefoilSolver

/// What limits on duties and days leave to champions, once what has happened is counted and the reviewers
/// have their visits.
struct RepairLimits: Sendable {
  /// By person: the most seats and leads; nil for no limit.
  private(set) var duties: [Int?]
  /// By person: the most days of them.
  private(set) var days: [Int?]
  /// By site: the most days of all its people.
  private(set) var siteDays: [Int?]

  /// O(people + reviews). Nothing is left where a limit is passed already.
  init(_ model: ReviewModel, _ parts: [RepairFrame.Part], _ past: RepairPast) {
    let numbers = model.problem
    var duties = [Int](repeating: 0, count: numbers.personCount)
    var days = [Int](repeating: 0, count: numbers.personCount)
    var siteDays = [Int](repeating: 0, count: numbers.siteCount)
    func count(_ person: Int, _ length: Int) {
      duties[person] += 1
      days[person] += length
      if let site = numbers.personSites[person].first { siteDays[site] += length }
    }
    for duty in past.duties { count(duty.person, duty.counted) }
    for part in parts where !part.isReviewFrozen {
      for visitor in part.visitors {
        count(numbers.itemPerson[visitor], numbers.taskDays[part.host])
      }
    }
    func left(_ limits: [Int], _ given: [Int]) -> [Int?] {
      zip(limits, given).map { $0 == .max ? nil : max($0 - $1, 0) }
    }
    self.duties = left(numbers.dutyLimit, duties)
    self.days = left(numbers.dayLimit, days)
    self.siteDays = left(numbers.siteDayLimit, siteDays)
  }
}
