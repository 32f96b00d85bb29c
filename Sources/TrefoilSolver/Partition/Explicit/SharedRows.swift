/// The rows that all groups draw on: leads, seats that cost more each time, limits of people.
struct SharedRows {
  private let problem: StaffedPartition
  private let cost: PartitionCost
  /// The row of a host's lead; nil where none is asked for. By host.
  private(set) var lead: [Int?]
  /// The staff who may lead, ascending. By host.
  private(set) var leads: [[Int]]
  /// The row of seats that are paid for; nil where all are free. By staff.
  private(set) var seats: [Int?]
  /// [host][place in `leads`]
  private var leadSuits: [[Int]]
  /// Places in `leads` of those who may not lead where this item visits or these staff sit.
  private var clashes: [Team: [Int]] = [:]
  private var duties: [Int?]
  private var days: [Int?]
  private var siteDays: [Int?]
  private var burdens: [Int?]

  /// One member of a team at a host.
  private struct Team: Hashable {
    let host: Int
    let isStaff: Bool
    let member: Int
  }

  init(_ problem: StaffedPartition) {
    self.problem = problem
    cost = PartitionCost(problem)
    lead = Array(repeating: nil, count: problem.itemCount)
    leads = Array(repeating: [], count: problem.itemCount)
    leadSuits = leads
    seats = Array(repeating: nil, count: problem.staffCount)
    duties = Array(repeating: nil, count: problem.personCount)
    days = duties
    siteDays = Array(repeating: nil, count: problem.siteCount)
    burdens = duties
  }

  mutating func addRows(to model: inout ExplicitModel) {
    for host in 0..<problem.itemCount { addLeadRows(of: host, to: &model) }
    for staff in 0..<problem.staffCount {
      let steps = problem.seatSteps[staff]
      if (steps.last ?? 0) == 0 { continue }
      let free = steps.count { $0 == 0 }
      seats[staff] = model.addRow(.seats(staff: staff), .atMost, free)
    }
    let limits = PeopleLimits(problem)
    for person in 0..<problem.personCount {
      if limits.dutiesBind(person) {
        duties[person] = model.addRow(
          .duties(person: person), .atMost, problem.dutyLimit[person])
      }
      if limits.daysBind(person) {
        days[person] = model.addRow(.days(person: person), .atMost, problem.dayLimit[person])
      }
    }
    for (person, limit) in (problem.burdens?.limit ?? []).enumerated() where limit < .max {
      burdens[person] = model.addRow(.burden(person: person), .atMost, limit)
    }
    for site in 0..<problem.siteCount where limits.siteDaysBind(site) {
      siteDays[site] = model.addRow(.siteDays(site: site), .atMost, problem.siteDayLimit[site])
    }
  }

  /// One lead for the host, or none; and for each who may lead that the team suits.
  private mutating func addLeadRows(of host: Int, to model: inout ExplicitModel) {
    let isFixed = problem.fixedLeads.contains { $0.host == host }
    guard problem.wantsLead[host] || isFixed else { return }
    lead[host] = model.addRow(.lead(host: host), .equal, 1)
    leads[host] = (0..<problem.staffCount).filter { staff in
      problem.leadCost[staff * problem.itemCount + host] < StaffedPartition.forbidden
        && cost.leadFit(of: StaffedTask(host: host, visitors: [], staff: [], lead: staff)) == 0
    }
    leadSuits[host] = leads[host].map { staff in
      model.addRow(.leadSuits(host: host, staff: staff), .atMost, 1)
    }
    // A team suits a lead when each of its members does; slots apart.
    for visitor in 0..<problem.itemCount where visitor != host {
      addClashes(StaffedTask(host: host, visitors: [visitor], staff: [], lead: nil))
    }
    for staff in 0..<problem.staffCount {
      addClashes(StaffedTask(host: host, visitors: [], staff: [staff], lead: nil))
    }
  }

  private mutating func addClashes(_ one: StaffedTask) {
    let unfit = leads[one.host].indices.filter { place in
      let task = StaffedTask(
        host: one.host, visitors: one.visitors, staff: one.staff, lead: leads[one.host][place])
      return cost.leadFit(of: task) > 0
    }
    guard let member = one.visitors.first ?? one.staff.first else { return }
    clashes[Team(host: one.host, isStaff: one.visitors.isEmpty, member: member)] = unfit
  }

  // MARK: What is drawn

  /// What a team takes; its own lead is not looked at.
  func addTeam(_ team: StaffedTask, to sum: inout RowSum) {
    for place in unfitLeads(for: team) { sum.add(leadSuits[team.host][place]) }
    for staff in team.staff { sum.add(seats[staff]) }
    for person in cost.persons(of: team) {
      add(person, days: problem.taskDays[team.host], to: &sum)
    }
    guard let weights = problem.burdens else { return }
    for visitor in team.visitors {
      sum.add(
        burdens[problem.itemPerson[visitor]],
        weights.visit[visitor * problem.itemCount + team.host])
    }
    for staff in team.staff {
      sum.add(
        burdens[problem.staffPerson[staff]], weights.seat[staff * problem.itemCount + team.host])
    }
  }

  /// What leading takes.
  func addLead(_ staff: Int, at host: Int, to sum: inout RowSum) {
    if let place = leads[host].firstIndex(of: staff) { sum.add(leadSuits[host][place]) }
    add(problem.staffPerson[staff], days: 1, to: &sum)
    if let weights = problem.burdens {
      sum.add(burdens[problem.staffPerson[staff]], weights.lead[staff * problem.itemCount + host])
    }
  }

  private func add(_ person: Int, days length: Int, to sum: inout RowSum) {
    sum.add(duties[person])
    sum.add(days[person], length)
    if let site = problem.personSites[person].first { sum.add(siteDays[site], length) }
  }

  /// Places in `leads`, ascending.
  private func unfitLeads(for team: StaffedTask) -> [Int] {
    if leads[team.host].isEmpty { return [] }
    var unfit = Set<Int>()
    for visitor in team.visitors {
      unfit.formUnion(clashes[Team(host: team.host, isStaff: false, member: visitor)] ?? [])
    }
    for staff in team.staff {
      unfit.formUnion(clashes[Team(host: team.host, isStaff: true, member: staff)] ?? [])
    }
    if problem.slotWords > 0 {
      let persons = cost.persons(of: team)
      for (place, staff) in leads[team.host].enumerated() {
        let task = StaffedTask(
          host: team.host, visitors: team.visitors, staff: team.staff, lead: staff)
        if !cost.hasSlot(task, team: persons) { unfit.insert(place) }
      }
    }
    return unfit.sorted()
  }
}
