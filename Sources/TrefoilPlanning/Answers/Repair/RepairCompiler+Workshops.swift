import TrefoilModel
import TrefoilSolver

/// The workshop of a review: its day, its lead, and that it follows the review.
extension RepairCompiler {
  mutating func addWorkshop(_ index: Int) {
    let part = frame.parts[index]
    if part.isWorkshopFrozen { return }
    guard numbers.wantsLead[part.host] else {
      certainMoves += floor.moves(ofWorkshop: part)
      return
    }
    rows.need(.oneWorkshop(part: index), .equal, 1)
    var days: [Int] = []
    for (staff, possible) in leads(index) {
      for day in possible {
        let isOld = staff == part.oldLead && day == part.oldWorkshop
        let lead = add(
          .lead(part: index, staff: staff, day: day), moves: isOld ? 0 : 1,
          minutes: numbers.leadCost[staff * numbers.itemCount + part.host])
        rows.add(lead, to: .workshopDay(part: index, day: day), .equal, 0)
        days.append(day)
        addLead(lead, staff: staff, day: day, index)
      }
    }
    for day in Set(days).sorted() { addWorkshopDay(day, index) }
    addNoLead(index)
  }

  /// Visits of the workshop that must move, or may have to.
  private func leastMoves(ofWorkshop index: Int) -> Int {
    floor.moves(ofWorkshop: frame.parts[index]) + excess.near(workshop: index)
  }

  /// Who may lead, and on which days, as far as the allowance goes.
  private mutating func leads(_ index: Int) -> [(staff: Int, days: [Int])] {
    let part = frame.parts[index]
    let least = leastMoves(ofWorkshop: index)
    let mayMove = allows(1, least: least)
    return (0..<numbers.staffCount).compactMap { staff in
      guard floor.mayEverLead(staff, part) else { return nil }
      let days = calendar.workshopDays(of: part, lead: numbers.staffPerson[staff])
        .filter { day in
          (staff == part.oldLead && day == part.oldWorkshop)
            || (mayMove && calendar.mayBegin(calendar.day(day)))
        }
      return days.isEmpty ? nil : (staff, days)
    }
  }

  private mutating func addLead(_ lead: Int, staff: Int, day: Int, _ index: Int) {
    let part = frame.parts[index]
    let person = numbers.staffPerson[staff]
    let run = calendar.hasDays ? day..<(day + 1) : day..<day
    addDuty(lead, person: person, run, days: 1)
    let seats = frame.seats(of: part)
    guard seats > 0, !part.isReviewFrozen else { return }
    rows.add(lead, to: .leadOffTeam(part: index, person: person), times: seats, .atMost, seats)
    if numbers.leadFromOtherSite[part.host] {
      for site in numbers.personSites[person] {
        rows.add(
          lead, to: .leadFromElsewhere(part: index, site: site), times: seats, .atMost, seats)
      }
    }
  }

  /// The day of the workshop, whoever leads: it keeps the host's principal at home.
  private mutating func addWorkshopDay(_ day: Int, _ index: Int) {
    let part = frame.parts[index]
    let isOld = day == part.oldWorkshop
    let column = add(
      .workshop(part: index, day: day), minutes: isOld ? 0 : options.schoolCost,
      dislike: calendar.dislike(day, at: part.host))
    rows.add(column, to: .workshopDay(part: index, day: day), times: -1, .equal, 0)
    rows.add(column, to: .oneWorkshop(part: index), .equal, 1)
    guard calendar.hasDays else { return }
    rows.add(
      column, to: .place(person: numbers.itemPerson[part.host], day: day), .atMost, 1)
    if part.isReviewFrozen { return }
    for other in frame.workshopDays[part.host] where other >= day {
      rows.add(column, to: .workshopAfter(part: index, day: other), .atMost, 1)
    }
    for other in frame.workshopDays[part.host] where other <= day {
      rows.add(column, to: .workshopWithin(part: index, day: other), .atMost, 1)
    }
  }

  /// Keeps a review that ends on a day away from workshops by then, and from those too long after.
  mutating func addWorkshopLinks(_ column: Int, _ index: Int, end: Int) {
    let part = frame.parts[index]
    guard calendar.hasDays, numbers.wantsLead[part.host], !part.isWorkshopFrozen,
      let last = calendar.day(end)
    else { return }
    let window = calendar.window(at: part.host)
    for day in frame.workshopDays[part.host] {
      if day <= end {
        rows.add(column, to: .workshopAfter(part: index, day: day), .atMost, 1)
      } else if let then = calendar.day(day), then - last > window {
        rows.add(column, to: .workshopWithin(part: index, day: day), .atMost, 1)
      }
    }
  }

  private mutating func addNoLead(_ index: Int) {
    let part = frame.parts[index]
    let minutes = numbers.noLeadCost[part.host]
    let had = part.old?.workshopLead != nil
    guard minutes < StaffedPartition.forbidden,
      !numbers.fixedLeads.contains(where: { $0.host == part.host })
    else { return }
    let isAllowed = !had || allows(1, least: leastMoves(ofWorkshop: index))
    guard isAllowed else { return }
    let column = add(
      .other, moves: had ? 1 : 0, minutes: minutes + (had ? options.schoolCost : 0))
    rows.add(column, to: .oneWorkshop(part: index), .equal, 1)
  }
}
