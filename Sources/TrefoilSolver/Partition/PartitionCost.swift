/// The cost of a solution recomputed from the problem, without any of the search's own tables.
public struct PartitionCost {
  private let problem: StaffedPartition

  public init(_ problem: StaffedPartition) {
    self.problem = problem
  }

  /// The whole cost; at least ``StaffedPartition/forbidden`` when anything forbidden is in it.
  public func cost(groups: [StaffedGroup], resting: [Int]) -> Int {
    var total = problem.constant
    for group in groups { total += cost(of: group) }
    let awake = problem.itemsThatNeverRest
    for item in resting {
      total += awake.contains(item) ? StaffedPartition.forbidden : problem.restCost[item]
    }
    return total + people(groups.flatMap(\.tasks)) + forbiddenShape(groups, resting)
  }

  /// What falls on one group: members and tasks, without what people's totals cost.
  public func cost(of group: StaffedGroup) -> Int {
    membership(of: group.members) + group.tasks.reduce(0) { $0 + cost(of: $1, in: group.members) }
  }

  /// What the members alone cost.
  public func membership(of members: [Int]) -> Int {
    let count = problem.itemCount
    var total = 0
    for (index, one) in members.enumerated() {
      for other in members[(index + 1)...] { total += problem.pairCost[one * count + other] }
    }
    for term in problem.classTerms {
      let found = members.filter { term.contains[$0] }.count
      switch term.kind {
      case .atMost(let limit): total += max(0, found - limit) * term.charge
      case .atLeastOne: total += found == 0 ? term.charge : 0
      }
    }
    for term in problem.exactTerms where term.members == members { total += term.charge }
    for set in problem.closedSets {
      let inside = members.filter(set.contains).count
      if inside > 0 && (inside != set.count || inside != members.count) {
        total += StaffedPartition.forbidden
      }
    }
    for (one, other) in problem.inseparable where members.contains(one) != members.contains(other) {
      total += StaffedPartition.forbidden
    }
    if members.count == 3, problem.isTooHeavy(members[0], members[1], members[2]) {
      total += StaffedPartition.forbidden
    }
    return total
  }

  /// What one task costs in a group of these members.
  public func cost(of task: StaffedTask, in members: [Int]) -> Int {
    let count = problem.itemCount
    let host = task.host
    var total = 0
    var covered: UInt64 = 0
    for visitor in task.visitors {
      total += problem.visitCost[visitor * count + host]
      covered |= problem.visitCovers[visitor * count + host]
    }
    for staff in task.staff {
      total += problem.seatCost[staff * count + host]
      covered |= problem.seatCovers[staff * count + host]
      if !problem.staffItems[staff].contains(where: members.contains) {
        total += problem.outsideCost[host]
      }
    }
    return total + teamCost(of: task, covered: covered, groupSize: members.count)
      + leadCost(of: task)
  }

  /// What a team leaves uncovered and empty, what its members cost by meeting, and whether it can
  /// be at all.
  private func teamCost(of task: StaffedTask, covered: UInt64, groupSize: Int) -> Int {
    var total = 0
    for (bit, cost) in problem.requirementCosts[task.host].enumerated()
    where covered & (1 << UInt64(bit)) == 0 {
      total += cost
    }
    let empty = Self.seats(problem, host: task.host, groupSize: groupSize) - task.staff.count
    total += empty >= 0 ? empty * problem.emptySeatCost[task.host] : StaffedPartition.forbidden
    return total + leadFit(of: task) + team(of: task)
  }

  static func seats(_ problem: StaffedPartition, host: Int, groupSize: Int) -> Int {
    let seats = problem.seats[host]
    return seats > 0 && groupSize == 2 ? seats + 1 : seats
  }

  /// Those on the team: visitors, then staff, without the lead.
  func persons(of task: StaffedTask) -> [Int] {
    task.visitors.map { problem.itemPerson[$0] } + task.staff.map { problem.staffPerson[$0] }
  }

  /// What its lead costs, or that it has none.
  func leadCost(of task: StaffedTask) -> Int {
    if let lead = task.lead { return problem.leadCost[lead * problem.itemCount + task.host] }
    return problem.wantsLead[task.host] ? problem.noLeadCost[task.host] : 0
  }

  /// Nothing, or forbidden: a lead that is not wanted, not the decided one, or of the team.
  func leadFit(of task: StaffedTask) -> Int {
    let host = task.host
    let fixed = problem.fixedLeads.filter { $0.host == host }
    let isOther = fixed.contains { $0.staff != task.lead }
    guard let lead = task.lead else { return isOther ? StaffedPartition.forbidden : 0 }
    let person = problem.staffPerson[lead]
    let team = persons(of: task)
    let sites = problem.personSites[person]
    let shares = team.contains { problem.personSites[$0].contains(where: sites.contains) }
    let isUnfit =
      isOther || !problem.wantsLead[host] || team.contains(person)
      || (problem.leadFromOtherSite[host] && shares)
    return isUnfit ? StaffedPartition.forbidden : 0
  }

  private func team(of task: StaffedTask) -> Int {
    let team = persons(of: task)
    var total = Set(team).count < team.count ? StaffedPartition.forbidden : 0
    for friction in problem.frictions
    where team.contains(friction.one) && team.contains(friction.other) {
      total += friction.charge
    }
    for fixed in problem.fixedSeats where fixed.host == task.host {
      if !task.staff.contains(fixed.staff) { total += StaffedPartition.forbidden }
    }
    return total + (hasSlot(task, team: team) ? 0 : StaffedPartition.forbidden)
  }

  /// Whether some slot suits the host, everyone on the team, and the lead if there is one.
  func hasSlot(_ task: StaffedTask, team: [Int]) -> Bool {
    let words = problem.slotWords
    if words == 0 { return true }
    let days = problem.taskDays[task.host]
    return (0..<words).contains { word in
      var free = problem.hostSlots[task.host * words + word]
      for person in team {
        free &= problem.personSlots[(days * problem.personCount + person) * words + word]
      }
      if let lead = task.lead {
        free &= problem.leadSlots[(lead * problem.itemCount + task.host) * words + word]
      }
      return free != 0
    }
  }

  /// What everyone's totals over these tasks cost: steps of seats, and limits on duties, days and burdens.
  /// Further tasks never make it less.
  public func people(_ tasks: [StaffedTask]) -> Int {
    var seats = Array(repeating: 0, count: problem.staffCount)
    var duties = Array(repeating: 0, count: problem.personCount)
    var days = Array(repeating: 0, count: problem.personCount)
    for task in tasks {
      for staff in task.staff { seats[staff] += 1 }
      for person in persons(of: task) {
        duties[person] += 1
        days[person] += problem.taskDays[task.host]
      }
      if let lead = task.lead {
        duties[problem.staffPerson[lead]] += 1
        days[problem.staffPerson[lead]] += 1
      }
    }
    var total = 0
    for staff in 0..<problem.staffCount where seats[staff] > 0 {
      for ordinal in 1...seats[staff] { total += problem.seatStep(staff: staff, ordinal: ordinal) }
    }
    var siteDays = Array(repeating: 0, count: problem.siteCount)
    for person in 0..<problem.personCount {
      if let site = problem.personSites[person].first { siteDays[site] += days[person] }
      if duties[person] > problem.dutyLimit[person] { total += StaffedPartition.forbidden }
      if days[person] > problem.dayLimit[person] { total += StaffedPartition.forbidden }
    }
    for site in 0..<problem.siteCount where siteDays[site] > problem.siteDayLimit[site] {
      total += StaffedPartition.forbidden
    }
    return total + overburdened(tasks) * StaffedPartition.forbidden
  }

  /// How many people bear more than they may.
  private func overburdened(_ tasks: [StaffedTask]) -> Int {
    guard let burdens = problem.burdens else { return 0 }
    var borne = Array(repeating: 0, count: problem.personCount)
    for task in tasks {
      for visitor in task.visitors {
        borne[problem.itemPerson[visitor]] += burdens.visit[visitor * problem.itemCount + task.host]
      }
      for staff in task.staff {
        borne[problem.staffPerson[staff]] += burdens.seat[staff * problem.itemCount + task.host]
      }
      if let lead = task.lead {
        borne[problem.staffPerson[lead]] += burdens.lead[lead * problem.itemCount + task.host]
      }
    }
    return zip(borne, burdens.limit).count { $0 > $1 }
  }

  /// Every item once, groups of the sizes wanted, visits as the pattern of their size says.
  private func forbiddenShape(_ groups: [StaffedGroup], _ resting: [Int]) -> Int {
    var times = Array(repeating: 0, count: problem.itemCount)
    for item in groups.flatMap(\.members) + resting { times[item] += 1 }
    var sizes: [Int: Int] = [:]
    for group in groups { sizes[group.members.count, default: 0] += 1 }
    let wanted = problem.groupCounts.filter { $0.value > 0 }
    let isWhole =
      times.allSatisfy { $0 == 1 } && sizes == wanted
      && resting.count == problem.restCount
    let areVisited = groups.allSatisfy { group in
      let visits = min(2, group.members.count - 1)
      return group.tasks.map(\.host) == group.members
        && group.tasks.allSatisfy { task in
          task.visitors.count == visits && !task.visitors.contains(task.host)
            && task.visitors.allSatisfy(group.members.contains)
        }
        && group.members.allSatisfy { member in
          group.tasks.filter { $0.visitors.contains(member) }.count == visits
        }
    }
    return isWhole && areVisited ? 0 : StaffedPartition.forbidden
  }
}
