extension StaffedGroup {
  /// The same group with other numbers for its items; the order of the numbers may change.
  func renamed(_ name: (Int) -> Int) -> StaffedGroup {
    StaffedGroup(
      members: members.map(name),
      tasks: tasks.map { task in
        StaffedTask(
          host: name(task.host), visitors: task.visitors.map(name), staff: task.staff,
          lead: task.lead)
      })
  }
}
