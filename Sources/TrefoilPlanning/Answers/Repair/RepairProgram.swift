import TrefoilModel
import TrefoilSolver

/// A repair as a choice among columns, with the way back.
struct RepairProgram {
  /// What one column means.
  enum Choice: Hashable {
    case start(part: Int, day: Int)
    case champion(part: Int, staff: Int, day: Int)
    case workshop(part: Int, day: Int)
    case lead(part: Int, staff: Int, day: Int)
    /// What only adds up: empty seats, what is not covered, steps of load.
    case other
  }

  /// What is asked for.
  enum Aim: Hashable {
    /// As few visits moved as can be.
    case fewestMoves
    /// The least cost of those that move at most so many.
    case leastCost(moves: Int)
  }

  struct Column {
    let choice: Choice
    /// Visits that move.
    let moves: Int
    /// Minutes, without dislikes of days.
    let minutes: Int
    let dislike: Int
    let upper: Int
  }

  let frame: RepairFrame
  let problem: SelectionProblem
  let columns: [Column]
  /// Whether everything that may be is among the columns, however much it moves.
  let isComplete: Bool

  /// The plan of a choice: groups as in the frame, dates and people as chosen. O(columns).
  func reviews(_ values: [Int], calendar: RepairCalendar) -> [Review] {
    var starts = [Int](repeating: 0, count: frame.parts.count)
    var champions = [[Int]](repeating: [], count: frame.parts.count)
    var leads = [Int?](repeating: nil, count: frame.parts.count)
    var workshops = [Int?](repeating: nil, count: frame.parts.count)
    for (column, value) in zip(columns, values) where value > 0 {
      switch column.choice {
      case .start(let part, let day): starts[part] = day
      case .champion(let part, let staff, _): champions[part].append(staff)
      case .workshop(let part, let day): workshops[part] = day
      case .lead(let part, let staff, _): leads[part] = staff
      case .other: break
      }
    }
    return frame.parts.indices.map { index in
      let part = frame.parts[index]
      var review =
        if part.isReviewFrozen, let old = part.old {
          old
        } else {
          made(part, start: starts[index], champions: champions[index].sorted(), calendar)
        }
      if part.isWorkshopFrozen {
        review.workshopLead = part.old?.workshopLead
        review.workshopDate = part.old?.workshopDate
      } else {
        review.workshopLead = leads[index].map { frame.model.staff[$0].id }
        review.workshopDate =
          leads[index] == nil ? nil : workshops[index].flatMap { calendar.day($0) }
      }
      return review
    }
  }

  /// A review with its team and days, without its workshop.
  private func made(
    _ part: RepairFrame.Part, start: Int, champions: [Int], _ calendar: RepairCalendar
  ) -> Review {
    let reviewers = part.visitors.map { frame.reviewer($0).id }
    let team = champions.map { frame.model.staff[$0].id }
    let days = calendar.run(from: start, at: part.host).compactMap { calendar.day($0) }
    return Review(
      host: frame.model.items[part.host].id, reviewers: reviewers, champions: team,
      lead: lead(part, of: reviewers + team),
      dates: calendar.isKept(start, part) ? part.old?.dates ?? days : days,
      dataDue: calendar.hasDays ? calendar.dataDue(start, part) : nil)
  }

  /// Who led, or in place of one who is not on the team any more the principal who reviews for the same
  /// school, otherwise the first of the team; who led before where nobody is on it.
  private func lead(_ part: RepairFrame.Part, of team: [PersonID]) -> PersonID {
    let lead = part.old?.lead
    if let lead, team.contains(lead) { return lead }
    let reviewers = part.old?.reviewers ?? []
    if let lead, let seat = reviewers.firstIndex(of: lead), reviewers.count == part.visitors.count {
      return team[seat]
    }
    return team.first ?? lead ?? frame.reviewer(part.host).id
  }
}
