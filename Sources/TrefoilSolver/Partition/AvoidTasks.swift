extension TaskDecisions {
  /// Bans one thing about each of some tasks, so that a walk goes elsewhere: the lead if there is
  /// one, otherwise a seat, otherwise a visit.
  mutating func avoid(_ tasks: [StaffedTask], _ problem: StaffedPartition) {
    guard let task = tasks.first else { return }
    let count = problem.itemCount
    if let lead = task.lead, fixedLead[task.host] < 0 {
      bannedLeads[lead * count + task.host] = true
    } else if let staff = task.staff.first(where: { !fixedSeats[task.host].contains(Int32($0)) }) {
      bannedSeats[staff * count + task.host] = true
    } else if let visitor = task.visitors.first {
      bannedVisits[visitor * count + task.host] = true
    }
  }
}
