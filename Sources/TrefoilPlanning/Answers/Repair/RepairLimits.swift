import TrefoilModel
import TrefoilSolver

/// What limits on duties and days leave to champions, once the reviewers have their visits.
struct RepairLimits: Sendable {
  /// By person: the most seats and leads; nil for no limit.
  private(set) var duties: [Int?]
  /// By person: the most days of them.
  private(set) var days: [Int?]
  /// By site: the most days of all its people.
  private(set) var siteDays: [Int?]

  /// O(people + reviews). What has happened is never over a limit: it cannot be helped.
  init(_ model: ReviewModel, _ parts: [RepairFrame.Part]) {
    let numbers = model.problem
    var least = (
      duties: [Int](repeating: 0, count: numbers.personCount),
      days: [Int](repeating: 0, count: numbers.personCount),
      siteDays: [Int](repeating: 0, count: numbers.siteCount)
    )
    var given = least
    for part in parts {
      let length = numbers.taskDays[part.host]
      for person in Self.reviewers(part, model) {
        given.duties[person] += 1
        given.days[person] += length
        if let site = numbers.personSites[person].first { given.siteDays[site] += length }
      }
      let champions = part.isReviewFrozen ? part.oldChampions.map { ($0, length) } : []
      let lead = part.isWorkshopFrozen ? part.oldLead.map { [($0, 1)] } ?? [] : []
      for (staff, length) in champions + lead {
        let person = numbers.staffPerson[staff]
        least.duties[person] += 1
        least.days[person] += length
        if let site = numbers.personSites[person].first { least.siteDays[site] += length }
      }
    }
    func left(_ limits: [Int], _ given: [Int], _ least: [Int]) -> [Int?] {
      limits.indices.map { limits[$0] == .max ? nil : max(limits[$0] - given[$0], least[$0]) }
    }
    duties = left(numbers.dutyLimit, given.duties, least.duties)
    days = left(numbers.dayLimit, given.days, least.days)
    siteDays = left(numbers.siteDayLimit, given.siteDays, least.siteDays)
  }

  /// Who reviews, or did.
  private static func reviewers(_ part: RepairFrame.Part, _ model: ReviewModel) -> [Int] {
    part.isReviewFrozen
      ? part.old?.reviewers.compactMap { model.personIndex[$0] } ?? []
      : part.visitors.map { model.problem.itemPerson[$0] }
  }
}
