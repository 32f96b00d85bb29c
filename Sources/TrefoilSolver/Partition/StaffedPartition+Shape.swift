extension StaffedPartition {
  /// Whether a group of some other problem has the form of one of this: items, staff, sizes and visits
  /// that there are. What it costs is not looked at. O(items of the group).
  func isShaped(_ group: StaffedGroup) -> Bool {
    let items = 0..<itemCount
    let staff = 0..<staffCount
    let visits = min(2, group.members.count - 1)
    return sizes.contains(group.members.count) && group.members.allSatisfy(items.contains)
      && group.tasks.map(\.host) == group.members
      && group.tasks.allSatisfy { task in
        task.visitors.count == visits && !task.visitors.contains(task.host)
          && task.visitors.allSatisfy(group.members.contains)
          && task.staff.count <= TaskPricer.mostSeats && task.staff.allSatisfy(staff.contains)
          && task.lead.map(staff.contains) ?? true
      }
      && group.members.allSatisfy { member in
        group.tasks.filter { $0.visitors.contains(member) }.count == visits
      }
  }
}
