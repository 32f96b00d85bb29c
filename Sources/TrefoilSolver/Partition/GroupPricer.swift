/// Finds the cheapest visits and staffing of a whole group under the prices of its task pricer.
struct GroupPricer: Sendable {
  var tasks: TaskPricer
  private let choices: [[[VisitPattern.Visitors]]]
  private let patterns: [[[Int]]]

  init(_ tasks: TaskPricer, sizes: [Int]) {
    self.tasks = tasks
    choices = (0...5).map { size in
      sizes.contains(size) ? (0..<size).map { VisitPattern.choices(size: size, host: $0) } : []
    }
    patterns = (0...5).map { sizes.contains($0) ? VisitPattern.patterns(size: $0) : [] }
  }

  /// What the tasks of a group cost at best, in fine units, where that is below a limit; otherwise
  /// some value that is not below it.
  ///
  /// - Parameter staffing: what the staffing of each member's task costs at least, visits apart.
  func price(
    _ members: TaskPricer.Members, _ size: Int, below limit: Int, staffing: InlineArray<5, Int>
  ) -> Int {
    switch size {
    case 3: return triadPrice(members, below: limit, staffing: staffing)
    case 2:
      let first = task(members, 2, host: 0, choice: 0).priced
      return first + task(members, 2, host: 1, choice: 0).priced
    default:
      var priced = InlineArray<30, Int>(repeating: 0)
      fill(&priced, members, size)
      return bestPattern(priced, size).sum
    }
  }

  /// Task after task, each with what the others leave of the limit.
  @inline(__always)
  private func triadPrice(
    _ members: TaskPricer.Members, below limit: Int, staffing: InlineArray<5, Int>
  ) -> Int {
    let (a, b, c) = (Int(members[0]), Int(members[1]), Int(members[2]))
    let floorB = tasks.visits(a, c, host: b) + staffing[1]
    let floorC = tasks.visits(a, b, host: c) + staffing[2]
    var left = limit - floorB - floorC
    if tasks.visits(b, c, host: a) + staffing[0] >= left { return limit }
    let atA = tasks.best(host: a, first: b, second: c, members: members, count: 3, limit: left)
      .priced
    if atA >= left { return limit }
    left = limit - atA - floorC
    let atB = tasks.best(host: b, first: a, second: c, members: members, count: 3, limit: left)
      .priced
    if atB >= left { return limit }
    left = limit - atA - atB
    let atC = tasks.best(host: c, first: a, second: b, members: members, count: 3, limit: left)
      .priced
    return atA + atB + atC
  }

  /// The pattern with the least sum, and the sum.
  private func bestPattern(
    _ priced: InlineArray<30, Int>, _ size: Int
  ) -> PatternSum {
    var best = PatternSum(index: 0, sum: .max)
    let width = choices[size][0].count
    for (index, pattern) in patterns[size].enumerated() {
      var sum = 0
      for host in 0..<size { sum += priced[host * width + pattern[host]] }
      if sum < best.sum { best = PatternSum(index: index, sum: sum) }
    }
    return best
  }

  private struct PatternSum {
    let index: Int
    let sum: Int
  }

  private func fill(
    _ priced: inout InlineArray<30, Int>, _ members: TaskPricer.Members, _ size: Int
  ) {
    let width = choices[size][0].count
    for host in 0..<size {
      for choice in 0..<width {
        priced[host * width + choice] = task(members, size, host: host, choice: choice).priced
      }
    }
  }

  /// The best staffing of one host with one choice of visitors, both as positions.
  func task(
    _ members: TaskPricer.Members, _ size: Int, host: Int, choice: Int
  ) -> TaskPricer.Choice {
    let visitors = choices[size][host][choice]
    return tasks.best(
      host: Int(members[host]), first: Int(members[visitors.first]),
      second: visitors.second < 0 ? -1 : Int(members[visitors.second]), members: members,
      count: size)
  }

  /// The choice of visitors for every host in the cheapest pattern.
  func pattern(_ members: TaskPricer.Members, _ size: Int) -> InlineArray<5, Int> {
    var chosen = InlineArray<5, Int>(repeating: 0)
    guard size > 3 else { return chosen }
    var priced = InlineArray<30, Int>(repeating: 0)
    fill(&priced, members, size)
    let best = patterns[size][bestPattern(priced, size).index]
    for host in 0..<size { chosen[host] = best[host] }
    return chosen
  }

  /// One task with its cheapest staffing.
  func taskState(
    _ members: TaskPricer.Members, _ size: Int, host: Int, choice: Int
  ) -> TaskState {
    let found = task(members, size, host: host, choice: choice)
    let visitors = choices[size][host][choice]
    var state = TaskState()
    state.host = members[host]
    state.first = members[visitors.first]
    state.second = visitors.second < 0 ? -1 : members[visitors.second]
    state.staff = found.staff
    state.staffCount = found.staffCount
    state.lead = found.lead
    state.cost = tasks.ownCost(found, of: state)
    return state
  }

  /// The group with its cheapest tasks; its cost is that of the tasks alone.
  func staffed(_ members: TaskPricer.Members, _ size: Int) -> GroupState {
    var state = GroupState(members: members, size: size)
    let chosen = pattern(members, size)
    for host in 0..<size {
      let task = taskState(members, size, host: host, choice: chosen[host])
      state.tasks[host] = task
      state.cost += task.cost
    }
    return state
  }
}
