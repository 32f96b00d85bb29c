import TrefoilModel
import TrefoilSolver

extension ReviewModel {
  /// The groups and teams of a plan as numbers, and who rests; nil where it names what the model does not
  /// have. O(reviews x team).
  func numbers(of plan: TermPlan) -> (groups: [StaffedGroup], resting: [Int])? {
    var groups: [StaffedGroup] = []
    for group in plan.groups {
      let members = group.schools.compactMap { itemIndex[$0] }
      let tasks = group.reviews.compactMap { task(of: $0, members) }
      guard members.count == group.schools.count, tasks.count == members.count else { return nil }
      groups.append(StaffedGroup(members: members, tasks: tasks))
    }
    let resting = plan.resting.compactMap { itemIndex[$0] }
    return resting.count == plan.resting.count ? (groups, resting) : nil
  }

  private func task(of review: Review, _ members: [Int]) -> StaffedTask? {
    guard let host = itemIndex[review.host] else { return nil }
    let visitors = review.reviewers.compactMap { reviewer in
      members.first { $0 != host && people[problem.itemPerson[$0]].id == reviewer }
    }
    let staff = review.champions.compactMap { staffIndex[$0] }
    let lead = review.workshopLead.flatMap { staffIndex[$0] }
    guard visitors.count == review.reviewers.count, staff.count == review.champions.count,
      (lead == nil) == (review.workshopLead == nil)
    else { return nil }
    return StaffedTask(host: host, visitors: visitors, staff: staff, lead: lead)
  }
}
