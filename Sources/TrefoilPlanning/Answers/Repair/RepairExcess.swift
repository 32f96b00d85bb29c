/// Visits that must move although each review and each workshop by itself could stay as it is.
///
/// Where a workshop cannot stay after its review, one of them moves. And a review or workshop that could
/// stay has a floor of no moves: of the duties that a champion has at such ones, as many must move as are
/// beyond what limits leave them, and each is a move of its own, which no floor counts.
struct RepairExcess {
  /// One duty: at the review of a part (twice its index) or at its workshop (one more).
  private struct Held {
    let unit: Int
    let days: Int
  }

  /// Such visits in all.
  let total: Int
  /// By review and workshop, how many of them may be there.
  private let near: [Int]

  /// O(reviews x champions).
  init(_ frame: RepairFrame, _ floor: RepairFloor) {
    let numbers = frame.model.problem
    var held: [Int: [Held]] = [:]
    var total = 0
    var near = [Int](repeating: 0, count: 2 * frame.parts.count)
    for (index, part) in frame.parts.enumerated() {
      if floor.isMoreTogether(part) {
        total += 1
        near[2 * index] += 1
        near[2 * index + 1] += 1
        continue
      }
      if !part.isReviewFrozen, floor.moves(ofReview: part) == 0 {
        for staff in part.oldChampions {
          held[numbers.staffPerson[staff], default: []].append(
            Held(unit: 2 * index, days: numbers.taskDays[part.host]))
        }
      }
      if !part.isWorkshopFrozen, let lead = part.oldLead, floor.moves(ofWorkshop: part) == 0 {
        held[numbers.staffPerson[lead], default: []].append(Held(unit: 2 * index + 1, days: 1))
      }
    }
    for person in held.keys.sorted() {
      let own = held[person] ?? []
      let excess = Self.beyond(own, person, frame.limits)
      if excess == 0 { continue }
      total += excess
      for duty in own {
        let others = own.filter { $0.unit != duty.unit }
        near[duty.unit] += excess - Self.beyond(others, person, frame.limits)
      }
    }
    self.total = total
    self.near = near
  }

  /// How many of the visits that must move may be at the review of a part.
  func near(review part: Int) -> Int { near[2 * part] }

  func near(workshop part: Int) -> Int { near[2 * part + 1] }

  /// The fewest duties that must go so that the rest is within the limits.
  private static func beyond(_ held: [Held], _ person: Int, _ limits: RepairLimits) -> Int {
    let byNumber = limits.duties[person].map { max(0, held.count - $0) } ?? 0
    guard let most = limits.days[person] else { return byNumber }
    var days = held.reduce(0) { $0 + $1.days }
    var gone = 0
    for duty in held.sorted(by: { $0.days > $1.days }) where days > most {
      days -= duty.days
      gone += 1
    }
    return max(byNumber, gone)
  }
}
