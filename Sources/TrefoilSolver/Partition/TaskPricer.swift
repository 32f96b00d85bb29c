/// Finds the cheapest way to staff the task of one host, given its visitors and its group.
///
/// Staff are tried in ascending order of their priced cost (for the last seat those at home in the
/// group first), and the trial ends as soon as no later one can be cheaper; in practice a few are
/// looked at. Exact: no staffing of the task is cheaper.
struct TaskPricer: Sendable {
  static let mostSeats = 5

  /// Members of a group; those from `count` on are not used.
  typealias Members = InlineArray<5, Int32>
  typealias SlotMask = InlineArray<5, UInt64>

  /// The cheapest staffing found, in fine units; from ``PricedTables/forbidden`` on there is none.
  struct Choice: Sendable {
    var priced = Int.max
    var staff = InlineArray<5, Int32>(repeating: -1)
    var staffCount = 0
    var lead: Int32 = -1
  }

  let problem: StaffedPartition
  var tables: PricedTables
  /// Visitors, seats and leads that are decided, by host.
  private var fixedVisitors: [[Int32]]
  private var fixedSeats: [[Int32]]
  private var fixedLead: [Int32]
  /// What one more duty, day or seat costs on top just now, in fine units and never below zero;
  /// for a search that keeps count of people's totals.
  var extraDuty: [Int]
  var extraDay: [Int]
  var extraSeat: [Int]
  private let seatOrders: StaffOrders
  private let leadOrders: StaffOrders
  private let requirementCosts: [[Int]]
  private let sharesSite: [Bool]
  let frictions: [StaffedPartition.Friction]
  /// [staff * mostHomes + index], -1 beyond the last.
  private let staffHome: [Int32]
  private let mostHomes: Int
  /// The requirements of a host that some member of staff covers, by host.
  private let coverable: [UInt64]
  /// Staff at home at an item, by item.
  let staffAt: [[Int32]]
  /// Whether a task is its visits and what they leave uncovered, and nothing else.
  private let isBare: Bool

  init(_ problem: StaffedPartition, prices: Prices, decisions: TaskDecisions) {
    self.problem = problem
    seatOrders = StaffOrders(problem, costs: problem.seatCost)
    leadOrders = StaffOrders(problem, costs: problem.leadCost)
    tables = PricedTables(
      problem, prices: prices, decisions: decisions, seatOrders: seatOrders,
      leadOrders: leadOrders)
    fixedVisitors = decisions.fixedVisitors
    fixedSeats = decisions.fixedSeats
    fixedLead = decisions.fixedLead
    isBare =
      problem.staffCount == 0 && problem.slotWords == 0 && problem.frictions.isEmpty
      && Set(problem.itemPerson).count == problem.itemCount
    extraDuty = Array(repeating: 0, count: problem.personCount)
    extraDay = extraDuty
    extraSeat = Array(repeating: 0, count: problem.staffCount)
    requirementCosts = problem.requirementCosts.map { $0.map { $0 * PricedTables.scale } }
    frictions = problem.frictions
    var shares = Array(repeating: false, count: problem.staffCount * problem.personCount)
    for staff in 0..<problem.staffCount {
      let sites = problem.personSites[problem.staffPerson[staff]]
      for person in 0..<problem.personCount {
        shares[staff * problem.personCount + person] =
          problem.personSites[person].contains(where: sites.contains)
      }
    }
    sharesSite = shares
    mostHomes = problem.staffItems.map(\.count).max() ?? 0
    var homes = Array(repeating: Int32(-1), count: problem.staffCount * mostHomes)
    for staff in 0..<problem.staffCount {
      for (index, item) in problem.staffItems[staff].enumerated() {
        homes[staff * mostHomes + index] = Int32(item)
      }
    }
    staffHome = homes
    var at = Array(repeating: [Int32](), count: problem.itemCount)
    for staff in 0..<problem.staffCount {
      for item in problem.staffItems[staff] { at[item].append(Int32(staff)) }
    }
    staffAt = at
    coverable = (0..<problem.itemCount).map { host in
      (0..<problem.staffCount).reduce(0) { covers, staff in
        covers | problem.seatCovers[staff * problem.itemCount + host]
      }
    }
  }

  /// The same pricer under other prices and decisions; see ``PricedTables/update``.
  mutating func reprice(_ prices: Prices, decisions: TaskDecisions) {
    tables.update(
      problem, prices: prices, decisions: decisions, seatOrders: seatOrders,
      leadOrders: leadOrders)
    fixedVisitors = decisions.fixedVisitors
    fixedSeats = decisions.fixedSeats
    fixedLead = decisions.fixedLead
  }

  /// What a task of this pricer's choice costs by itself, in units of cost: the priced cost less
  /// every price and extra that is in it.
  func ownCost(_ choice: Choice, of task: TaskState) -> Int {
    let host = Int(task.host)
    let items = problem.itemCount
    var added = 0
    func visit(_ visitor: Int) {
      let index = visitor * items + host
      added += visitCost(visitor, host) - problem.visitCost[index] * PricedTables.scale
    }
    visit(Int(task.first))
    if task.second >= 0 { visit(Int(task.second)) }
    for seat in 0..<choice.staffCount {
      let staff = Int(choice.staff[seat])
      let person = problem.staffPerson[staff]
      let index = staff * items + host
      added +=
        tables.seat[index] - problem.seatCost[index] * PricedTables.scale + extraDuty[person]
        + extraSeat[staff] + problem.taskDays[host] * extraDay[person]
    }
    if choice.lead >= 0 {
      let lead = Int(choice.lead)
      let person = problem.staffPerson[lead]
      let index = lead * items + host
      added +=
        tables.lead[index] - problem.leadCost[index] * PricedTables.scale + extraDuty[person]
        + extraDay[person]
    }
    return (choice.priced - added) / PricedTables.scale
  }

  /// The state of one search for a staffing.
  private struct Trial {
    let host: Int
    let members: Members
    let memberCount: Int
    let seats: Int
    var persons = InlineArray<7, Int32>(repeating: -1)
    var personCount = 0
    var chosen = InlineArray<5, Int32>(repeating: -1)
    var chosenCount = 0
    var best = Choice()
  }

  /// The cheapest staffing of the host's task.
  ///
  /// - Parameters:
  ///   - second: the second visitor, or -1 in a pair.
  ///   - limit: staffings at or above this are of no interest; the answer then may be any such.
  func best(
    host: Int, first: Int, second: Int, members: Members, count: Int, limit: Int = .max
  ) -> Choice {
    let items = problem.itemCount
    if isBare { return bare(host: host, first: first, second: second) }
    let base = problem.seats[host]
    var trial = Trial(
      host: host, members: members, memberCount: count,
      seats: base > 0 && count == 2 ? base + 1 : base)
    trial.best.priced = limit
    var cost = visitCost(first, host)
    var covered = problem.visitCovers[first * items + host]
    trial.persons[0] = Int32(truncatingIfNeeded: problem.itemPerson[first])
    trial.personCount = 1
    if second >= 0 {
      cost += visitCost(second, host)
      covered |= problem.visitCovers[second * items + host]
      trial.persons[1] = Int32(truncatingIfNeeded: problem.itemPerson[second])
      trial.personCount = 2
      if trial.persons[0] == trial.persons[1] { cost += PricedTables.forbidden }
    }
    for visitor in fixedVisitors[host] where Int(visitor) != first && Int(visitor) != second {
      cost += PricedTables.forbidden
    }
    var slots = SlotMask(repeating: 0)
    for word in 0..<problem.slotWords {
      slots[word] = problem.hostSlots[host * problem.slotWords + word]
    }
    for index in 0..<trial.personCount { narrow(&slots, to: trial.persons[index], host: host) }
    start(&trial, cost: cost, covered: covered, slots: slots)
    if trial.best.priced == .max { trial.best.priced = cost + PricedTables.forbidden }
    return trial.best
  }

  /// The task of a host without staff.
  @inline(__always)
  private func bare(host: Int, first: Int, second: Int) -> Choice {
    let items = problem.itemCount
    var cost = visitCost(first, host)
    var covered = problem.visitCovers[first * items + host]
    if second >= 0 {
      cost += visitCost(second, host)
      covered |= problem.visitCovers[second * items + host]
    }
    cost += uncovered(covered, host: host)
    for visitor in fixedVisitors[host] where Int(visitor) != first && Int(visitor) != second {
      cost += PricedTables.forbidden
    }
    if problem.seats[host] > 0 { cost += emptySeats(host, isPair: second < 0) }
    if problem.wantsLead[host] { cost += problem.noLeadCost[host] * PricedTables.scale }
    var choice = Choice()
    choice.priced = cost
    return choice
  }

  private func emptySeats(_ host: Int, isPair: Bool) -> Int {
    (problem.seats[host] + (isPair ? 1 : 0)) * problem.emptySeatCost[host] * PricedTables.scale
  }

  @inline(__always)
  private func visitCost(_ visitor: Int, _ host: Int) -> Int {
    let person = problem.itemPerson[visitor]
    return tables.visit[visitor * problem.itemCount + host] + extraDuty[person]
      + problem.taskDays[host] * extraDay[person]
  }

  /// What two visits cost a host with everything priced.
  @inline(__always)
  func visits(_ first: Int, _ second: Int, host: Int) -> Int {
    visitCost(first, host) + visitCost(second, host)
  }

  /// Puts decided seats in place, then searches the rest.
  private func start(_ trial: inout Trial, cost: Int, covered: UInt64, slots: SlotMask) {
    let decided = fixedSeats[trial.host]
    if decided.isEmpty {
      extend(&trial, rank: 0, cost: cost, covered: covered, slots: slots)
      return
    }
    var (cost, covered, slots) = (cost, covered, slots)
    if decided.count > trial.seats { cost += PricedTables.forbidden }
    for staff in decided.prefix(Self.mostSeats) {
      guard take(&trial, Int(staff)) else {
        cost += PricedTables.forbidden
        continue
      }
      cost += seatCost(&trial, Int(staff))
      covered |= problem.seatCovers[Int(staff) * problem.itemCount + trial.host]
      narrow(
        &slots, to: Int32(truncatingIfNeeded: problem.staffPerson[Int(staff)]), host: trial.host)
    }
    extend(&trial, rank: 0, cost: cost, covered: covered, slots: slots)
  }

  /// Tries the staffing as it stands, then with each further member of staff.
  private func extend(
    _ trial: inout Trial, rank: Int, cost: Int, covered: UInt64, slots: SlotMask
  ) {
    let empty = trial.seats - trial.chosenCount
    finish(&trial, cost: cost, empty: empty, covered: covered, slots: slots)
    guard empty > 0, trial.chosenCount < Self.mostSeats else { return }
    if empty == 1 {
      fillLast(&trial, rank: rank, cost: cost, covered: covered, slots: slots)
      return
    }
    let order = trial.host * problem.staffCount
    var rank = rank
    while rank < tables.seatOrderCount[trial.host] {
      let staff = Int(tables.seatOrder[order + rank])
      rank += 1
      let table = tables.seat[staff * problem.itemCount + trial.host]
      // Everyone from here on costs at least this, and what else is added never lowers it below
      // the cheapest way to fill the other seats.
      if cost + min(table, table * empty) + leadFloor(trial.host) >= trial.best.priced { return }
      seat(&trial, staff, rank: rank, cost: cost, covered: covered, slots: slots)
    }
  }

  /// Tries a member of staff in a seat, and all that may follow.
  private func seat(
    _ trial: inout Trial, _ staff: Int, rank: Int, cost: Int, covered: UInt64, slots: SlotMask
  ) {
    guard take(&trial, staff) else { return }
    let added = seatCost(&trial, staff)
    var narrowed = slots
    let person = Int32(truncatingIfNeeded: problem.staffPerson[staff])
    narrow(&narrowed, to: person, host: trial.host)
    extend(
      &trial, rank: rank, cost: cost + added,
      covered: covered | problem.seatCovers[staff * problem.itemCount + trial.host],
      slots: narrowed)
    release(&trial)
  }

  /// Tries staff for the last seat: those at home in the group one by one, of the others only as
  /// many as can still be cheaper with what it costs to come from outside.
  private func fillLast(
    _ trial: inout Trial, rank: Int, cost: Int, covered: UInt64, slots: SlotMask
  ) {
    let host = trial.host
    let outside = problem.outsideCost[host] * PricedTables.scale
    let floor = cost + leadFloor(host)
    for index in 0..<trial.memberCount {
      for staff in staffAt[Int(trial.members[index])] {
        let place = Int(staff) * problem.itemCount + host
        let table = tables.seat[place]
        if table >= PricedTables.forbidden / 2 { continue }
        let left = uncovered(covered | problem.seatCovers[place], host: host)
        if floor + table + left >= trial.best.priced { continue }
        seat(&trial, Int(staff), rank: rank, cost: cost, covered: covered, slots: slots)
      }
    }
    let least = floor + outside + uncovered(covered | coverable[host], host: host)
    let order = host * problem.staffCount
    var rank = rank
    while rank < tables.seatOrderCount[host] {
      let staff = Int(tables.seatOrder[order + rank])
      rank += 1
      let place = staff * problem.itemCount + host
      let table = tables.seat[place]
      if least + table >= trial.best.priced { return }
      let left = uncovered(covered | problem.seatCovers[place], host: host)
      if floor + outside + table + left >= trial.best.priced { continue }
      if isHome(staff, trial.members, trial.memberCount) { continue }
      seat(&trial, staff, rank: rank, cost: cost, covered: covered, slots: slots)
    }
  }

  /// The least that the lead of this host adds; decided leads may be dearer, never cheaper.
  @inline(__always)
  func leadFloor(_ host: Int) -> Int {
    guard problem.wantsLead[host] else { return 0 }
    let none = problem.noLeadCost[host] * PricedTables.scale
    guard tables.leadOrderCount[host] > 0 else { return none }
    let cheapest = Int(tables.leadOrder[host * problem.staffCount])
    return min(none, tables.lead[cheapest * problem.itemCount + host])
  }

  /// Adds a member of staff to the trial's team, unless the person is on it.
  private func take(_ trial: inout Trial, _ staff: Int) -> Bool {
    let person = Int32(truncatingIfNeeded: problem.staffPerson[staff])
    for index in 0..<trial.personCount where trial.persons[index] == person { return false }
    trial.persons[trial.personCount] = person
    trial.personCount += 1
    trial.chosen[trial.chosenCount] = Int32(truncatingIfNeeded: staff)
    trial.chosenCount += 1
    return true
  }

  private func release(_ trial: inout Trial) {
    trial.personCount -= 1
    trial.chosenCount -= 1
  }

  private func seatCost(_ trial: inout Trial, _ staff: Int) -> Int {
    let person = problem.staffPerson[staff]
    var cost =
      tables.seat[staff * problem.itemCount + trial.host] + extraDuty[person] + extraSeat[staff]
      + problem.taskDays[trial.host] * extraDay[person]
    if !isHome(staff, trial.members, trial.memberCount) {
      cost += problem.outsideCost[trial.host] * PricedTables.scale
    }
    return cost
  }

  /// Whether a home of the member of staff is in the group.
  private func isHome(_ staff: Int, _ members: Members, _ count: Int) -> Bool {
    for home in 0..<mostHomes {
      let item = staffHome[staff * mostHomes + home]
      if item < 0 { return false }
      for index in 0..<count where members[index] == item { return true }
    }
    return false
  }

  /// What the requirements of a host cost that are not covered.
  @inline(__always)
  private func uncovered(_ covered: UInt64, host: Int) -> Int {
    let costs = requirementCosts[host]
    var total = 0
    for bit in 0..<costs.count where covered & (1 << UInt64(truncatingIfNeeded: bit)) == 0 {
      total += costs[bit]
    }
    return total
  }

  /// Completes a team with what it leaves uncovered and with its lead, and keeps it if it is best.
  private func finish(
    _ trial: inout Trial, cost: Int, empty: Int, covered: UInt64, slots: SlotMask
  ) {
    let host = trial.host
    var total = cost
    if empty > 0 { total += empty * problem.emptySeatCost[host] * PricedTables.scale }
    if total + leadFloor(host) >= trial.best.priced { return }
    total += uncovered(covered, host: host)
    if !frictions.isEmpty { total += frictionCost(trial) }
    if isEmpty(slots) { total += PricedTables.forbidden }
    if total + leadFloor(host) >= trial.best.priced { return }
    guard problem.wantsLead[host] else {
      // A lead that is decided where none is wanted cannot be had.
      if fixedLead[host] >= 0 { total += PricedTables.forbidden }
      if total < trial.best.priced { keep(&trial, total, lead: -1) }
      return
    }
    chooseLead(&trial, cost: total, slots: slots)
  }

  private func chooseLead(_ trial: inout Trial, cost: Int, slots: SlotMask) {
    let host = trial.host
    let decided = fixedLead[host]
    if decided < 0 {
      let none = cost + problem.noLeadCost[host] * PricedTables.scale
      if none < trial.best.priced { keep(&trial, none, lead: -1) }
    }
    let order = host * problem.staffCount
    for rank in 0..<tables.leadOrderCount[host] {
      let staff = Int(tables.leadOrder[order + rank])
      let table = tables.lead[staff * problem.itemCount + host]
      if cost + table >= trial.best.priced { return }
      if decided >= 0 && decided != staff { continue }
      let person = problem.staffPerson[staff]
      let total = cost + table + extraDuty[person] + extraDay[person]
      guard total < trial.best.priced, canLead(trial, staff),
        hasDay(slots, lead: staff, host: host)
      else { continue }
      keep(&trial, total, lead: Int32(truncatingIfNeeded: staff))
    }
  }

  private func canLead(_ trial: Trial, _ staff: Int) -> Bool {
    let person = Int32(truncatingIfNeeded: problem.staffPerson[staff])
    let strict = problem.leadFromOtherSite[trial.host]
    for index in 0..<trial.personCount {
      let member = trial.persons[index]
      if member == person { return false }
      if strict && sharesSite[staff * problem.personCount + Int(member)] { return false }
    }
    return true
  }

  private func keep(_ trial: inout Trial, _ priced: Int, lead: Int32) {
    trial.best.priced = priced
    trial.best.staff = trial.chosen
    trial.best.staffCount = trial.chosenCount
    trial.best.lead = lead
  }

  private func frictionCost(_ trial: Trial) -> Int {
    var total = 0
    for friction in frictions {
      var found = 0
      for index in 0..<trial.personCount {
        let person = Int(trial.persons[index])
        if person == friction.one || person == friction.other { found += 1 }
      }
      if found >= 2 { total += friction.charge * PricedTables.scale }
    }
    return total
  }

  // MARK: Slots

  @inline(__always)
  private func narrow(_ slots: inout SlotMask, to person: Int32, host: Int) {
    let words = problem.slotWords
    let start = (problem.taskDays[host] * problem.personCount + Int(person)) * words
    for word in 0..<words { slots[word] &= problem.personSlots[start + word] }
  }

  @inline(__always)
  private func isEmpty(_ slots: SlotMask) -> Bool {
    if problem.slotWords == 0 { return false }
    var any: UInt64 = 0
    for word in 0..<problem.slotWords { any |= slots[word] }
    return any == 0
  }

  @inline(__always)
  private func hasDay(_ slots: SlotMask, lead: Int, host: Int) -> Bool {
    let words = problem.slotWords
    if words == 0 { return true }
    let start = (lead * problem.itemCount + host) * words
    var any: UInt64 = 0
    for word in 0..<words { any |= slots[word] & problem.leadSlots[start + word] }
    return any != 0
  }
}
