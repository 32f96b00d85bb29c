import TrefoilModel
import TrefoilSolver

/// The fewest visits that must move at one review, whatever happens elsewhere.
struct RepairFloor {
  private let frame: RepairFrame
  private let calendar: RepairCalendar

  init(_ frame: RepairFrame, _ calendar: RepairCalendar) {
    self.frame = frame
    self.calendar = calendar
  }

  private var numbers: StaffedPartition { frame.model.problem }

  /// Visits that move in all, at the least; nil when a review can be on no day at all.
  var moves: Int? {
    var total = 0
    for part in frame.parts {
      guard let review = moves(ofReview: part) else { return nil }
      total += review + moves(ofWorkshop: part)
    }
    return total
  }

  /// Reviewers' visits that move when a review keeps its days, or does not.
  static func reviewerMoves(
    _ part: RepairFrame.Part, isKept: Bool, _ frame: RepairFrame
  ) -> Int {
    isKept
      ? frame.reviewersMoved(part) : max(part.old?.reviewers.count ?? 0, part.visitors.count)
  }

  /// Nil when the review can be on no day.
  func moves(ofReview part: RepairFrame.Part) -> Int? {
    if part.isReviewFrozen { return 0 }
    return calendar.starts(of: part).map { moves(ofReview: part, from: $0) }.min()
  }

  /// Visits that move when a review begins on a day.
  private func moves(ofReview part: RepairFrame.Part, from start: Int) -> Int {
    let isKept = calendar.isKept(start, part)
    let reviewers = Self.reviewerMoves(part, isKept: isKept, frame)
    guard isKept else { return reviewers + part.oldChampionCount }
    let able = part.oldChampions.filter { staff in
      calendar.isFree(numbers.staffPerson[staff], from: start, at: part.host)
        && mayEverJoin(staff, part)
    }.count
    return reviewers + part.oldChampionCount - min(able, frame.seats(of: part))
  }

  /// Whether more visits must move at a review and its workshop together than at each by itself: the
  /// workshop has to follow the review in time.
  func isMoreTogether(_ part: RepairFrame.Part) -> Bool {
    guard !part.isReviewFrozen, !part.isWorkshopFrozen, moves(ofWorkshop: part) == 0,
      let workshop = part.oldWorkshop.flatMap({ calendar.day($0) }), part.oldLead != nil,
      let least = moves(ofReview: part)
    else { return false }
    let window = calendar.window(at: part.host)
    return calendar.starts(of: part).allSatisfy { start in
      let last = calendar.day(calendar.run(from: start, at: part.host).upperBound - 1)
      let follows = last.map { workshop > $0 && workshop - $0 <= window } ?? true
      return !follows || moves(ofReview: part, from: start) > least
    }
  }

  func moves(ofWorkshop part: RepairFrame.Part) -> Int {
    guard part.old?.workshopLead != nil else { return 0 }
    guard !part.isWorkshopFrozen else { return 0 }
    guard let lead = part.oldLead, let day = part.oldWorkshop,
      numbers.wantsLead[part.host], mayEverLead(lead, part),
      calendar.workshopDays(of: part, lead: numbers.staffPerson[lead]).contains(day)
    else { return 1 }
    return 0
  }

  /// Whether a champion may be on the team of a review at all, beside its reviewers.
  func mayEverJoin(_ staff: Int, _ part: RepairFrame.Part) -> Bool {
    let person = numbers.staffPerson[staff]
    let visitors = frame.visitorPersons(of: part)
    let isInside = numbers.staffItems[staff].contains(where: part.members.contains)
    if !isInside, numbers.outsideCost[part.host] >= StaffedPartition.forbidden { return false }
    if !isLeft(numbers.taskDays[part.host], to: person) { return false }
    return numbers.seatCost[staff * numbers.itemCount + part.host] < StaffedPartition.forbidden
      && !visitors.contains(person)
      && !numbers.frictions.contains { friction in
        friction.charge >= StaffedPartition.forbidden
          && ((friction.one == person && visitors.contains(friction.other))
            || (friction.other == person && visitors.contains(friction.one)))
      }
  }

  /// Whether a champion may lead the workshop of a review at all, with those who are certain on its team.
  func mayEverLead(_ staff: Int, _ part: RepairFrame.Part) -> Bool {
    let fixed = numbers.fixedLeads.filter { $0.host == part.host }
    if fixed.contains(where: { $0.staff != staff }) { return false }
    let person = numbers.staffPerson[staff]
    if !isLeft(1, to: person) { return false }
    let team = frame.certainTeam(of: part)
    let sites = numbers.personSites[person]
    let shares = team.contains { numbers.personSites[$0].contains(where: sites.contains) }
    return numbers.leadCost[staff * numbers.itemCount + part.host] < StaffedPartition.forbidden
      && !team.contains(person) && !(numbers.leadFromOtherSite[part.host] && shares)
  }

  /// Whether limits leave somebody a duty of so many days.
  private func isLeft(_ days: Int, to person: Int) -> Bool {
    let limits = frame.limits
    let ofSite = numbers.personSites[person].first.flatMap { limits.siteDays[$0] }
    return limits.duties[person] != 0 && days <= limits.days[person] ?? days
      && days <= ofSite ?? days
  }
}
