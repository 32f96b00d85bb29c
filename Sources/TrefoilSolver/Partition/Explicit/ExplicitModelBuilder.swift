/// Makes the rows and columns of an ``ExplicitModel``: what all groups share first, then group by
/// group.
struct ExplicitModelBuilder {
  let problem: StaffedPartition
  let cost: PartitionCost
  var model: ExplicitModel
  /// Rows that teams and leads draw on.
  var shared: SharedRows
  private var itemRow: [Int] = []
  private var sizeRow: [Int: Int] = [:]
  private var restingRow: Int?
  private let maySharePeople: Bool

  init(_ problem: StaffedPartition, model: ExplicitModel) {
    self.problem = problem
    self.model = model
    cost = PartitionCost(problem)
    shared = SharedRows(problem)
    maySharePeople = Self.mayShare(problem)
  }

  /// Whether teams of different groups, or a team and a lead, can get into each other's way.
  static func mayShare(_ problem: StaffedPartition) -> Bool {
    let limits = PeopleLimits(problem)
    let areLimited =
      (0..<problem.personCount).contains { limits.dutiesBind($0) || limits.daysBind($0) }
      || (0..<problem.siteCount).contains { limits.siteDaysBind($0) }
    let arePaid = problem.seatSteps.contains { ($0.last ?? 0) > 0 }
    let areLed =
      !problem.fixedLeads.isEmpty || (problem.staffCount > 0 && problem.wantsLead.contains(true))
    return areLimited || arePaid || areLed || problem.burdens != nil
  }

  mutating func build() -> ExplicitModel {
    addItemRows()
    shared.addRows(to: &model)
    addRestColumns()
    addLeadColumns()
    addSeatColumns()
    let walk = GroupWalk(problem)
    for size in problem.sizes {
      let patterns = VisitPattern.patterns(size: size)
      walk.forEach(size: size) { members in
        addGroup(members, patterns)
        return true
      }
    }
    return model
  }

  mutating func addColumn(
    _ choice: ExplicitModel.Choice, cost: Int, upper: Int = 1, _ demands: RowSum
  ) {
    let start = model.entries.count
    model.entries += demands.entries
    model.columns.append(
      .init(choice: choice, cost: cost, upper: upper, entries: start..<model.entries.count))
  }

  // MARK: Items

  private mutating func addItemRows() {
    for item in 0..<problem.itemCount {
      itemRow.append(model.addRow(.item(item), .equal, 1))
    }
    // Where numbers add up, that of the groups of the largest size follows from all others: the
    // row would only be long.
    let sizes = problem.sizes
    let placed = sizes.reduce(problem.restCount) { $0 + $1 * (problem.groupCounts[$1] ?? 0) }
    let follows = placed == problem.itemCount ? sizes.last : nil
    for size in sizes where size != follows {
      sizeRow[size] = model.addRow(.groups(size: size), .equal, problem.groupCounts[size] ?? 0)
    }
    if problem.restCount > 0 {
      restingRow = model.addRow(.resting, .equal, problem.restCount)
    }
  }

  private mutating func addRestColumns() {
    guard let restingRow else { return }
    let awake = problem.itemsThatNeverRest
    for item in 0..<problem.itemCount
    where !awake.contains(item) && problem.restCost[item] < StaffedPartition.forbidden {
      var sum = RowSum()
      sum.add(itemRow[item])
      sum.add(restingRow)
      sum.add(shared.lead[item])
      addColumn(.rest(item), cost: problem.restCost[item], sum)
    }
  }

  // MARK: Leads and seats

  private mutating func addLeadColumns() {
    for host in 0..<problem.itemCount {
      guard let row = shared.lead[host] else { continue }
      for staff in [nil] + shared.leads[host].map({ Optional($0) }) {
        let task = StaffedTask(host: host, visitors: [], staff: [], lead: staff)
        let price = cost.leadCost(of: task)
        if price >= StaffedPartition.forbidden || cost.leadFit(of: task) > 0 { continue }
        var sum = RowSum()
        sum.add(row)
        if let staff { shared.addLead(staff, at: host, to: &sum) }
        addColumn(.lead(host: host, staff: staff), cost: price, sum)
      }
    }
  }

  /// Seats that cost something, one column for each step and one for all after the last.
  private mutating func addSeatColumns() {
    for staff in 0..<problem.staffCount {
      guard let row = shared.seats[staff] else { continue }
      let steps = problem.seatSteps[staff]
      for (index, step) in steps.enumerated()
      where step > 0 && step < StaffedPartition.forbidden && index < problem.itemCount {
        let isLast = index == steps.count - 1
        var sum = RowSum()
        sum.add(row, -1)
        addColumn(
          .seat(staff: staff, ordinal: index + 1), cost: step,
          upper: isLast ? problem.itemCount - index : 1, sum)
      }
    }
  }

  // MARK: Groups

  private mutating func addGroup(_ members: [Int], _ patterns: [[Int]]) {
    let membership = cost.membership(of: members)
    if membership >= StaffedPartition.forbidden / 2 { return }
    let teams = TeamList(members: members, problem, cost)
    if teams.isEmpty { return }
    var group = RowSum()
    for item in members { group.add(itemRow[item]) }
    group.add(sizeRow[members.count])
    if maySharePeople {
      addGroup(members, teams, membership, group)
    } else if let cheapest = teams.cheapest(patterns) {
      addColumn(.group(members), cost: membership + cheapest, group)
    }
  }

  /// A group and its teams, each with what it takes from what is shared.
  private mutating func addGroup(
    _ members: [Int], _ teams: TeamList, _ membership: Int, _ first: RowSum
  ) {
    if teams.areDecided && !teams.decidedKeepPattern { return }
    var group = first
    var price = membership
    let visitRows = addVisitRows(members, teams, &group)
    var rows: [Int?] = []
    for (host, options) in zip(members, teams.options) {
      if options.count == 1 {
        rows.append(nil)
        price += options[0].cost
        addDemands(of: options[0], at: host, members, visitRows, &group)
      } else {
        let row = model.addRow(.team(group: members, host: host), .equal, 0)
        rows.append(row)
        group.add(row, -1)
      }
    }
    addColumn(.group(members), cost: price, group)
    for (index, options) in teams.options.enumerated() {
      guard let row = rows[index] else { continue }
      for team in options {
        var sum = RowSum()
        sum.add(row)
        addDemands(of: team, at: members[index], members, visitRows, &sum)
        addColumn(
          .team(group: members, host: members[index], visitors: team.visitors, staff: team.staff),
          cost: team.cost, sum)
      }
    }
  }

  /// Rows that everyone makes two visits, where who visits whom is left open.
  private mutating func addVisitRows(
    _ members: [Int], _ teams: TeamList, _ group: inout RowSum
  ) -> [Int] {
    if members.count <= 3 || teams.areDecided { return [] }
    var rows: [Int] = []
    for visitor in members {
      let row = model.addRow(.visits(group: members, visitor: visitor), .equal, 0)
      group.add(row, -2)
      rows.append(row)
    }
    return rows
  }

  private func addDemands(
    of team: TeamList.Team, at host: Int, _ members: [Int], _ visitRows: [Int],
    _ sum: inout RowSum
  ) {
    for (row, member) in zip(visitRows, members) where team.visitors.contains(member) {
      sum.add(row)
    }
    let task = StaffedTask(host: host, visitors: team.visitors, staff: team.staff, lead: nil)
    shared.addTeam(task, to: &sum)
  }
}

extension ExplicitModel {
  /// The index of a new row.
  mutating func addRow(_ demand: Demand, _ sense: RowSense, _ rightHandSide: Int) -> Int {
    rows.append(Row(demand: demand, sense: sense, rightHandSide: rightHandSide))
    return rows.count - 1
  }
}
