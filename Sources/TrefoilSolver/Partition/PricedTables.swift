/// The multipliers under which groups are priced, in units of 1 / ``PricedTables/scale`` of a cost.
///
/// Whole numbers throughout, so that a bound computed from them is exact.
struct Prices: Sendable {
  /// What the membership of an item earns.
  var item: [Int]
  /// What one duty of a person costs on top, at least 0.
  var duty: [Int]
  /// What one day of a person costs on top, at least 0.
  var day: [Int]
  /// What one day of the people of a site costs on top, at least 0.
  var siteDay: [Int]
  /// What one seat of a member of staff costs on top, at least 0.
  var seat: [Int]
  /// What a group costs on top for every time that it counts in a cut, at least 0.
  var cut: [Int] = []

  init(_ problem: StaffedPartition) {
    item = Array(repeating: 0, count: problem.itemCount)
    duty = Array(repeating: 0, count: problem.personCount)
    day = Array(repeating: 0, count: problem.personCount)
    siteDay = Array(repeating: 0, count: problem.siteCount)
    seat = Array(repeating: 0, count: problem.staffCount)
  }
}

/// The seats and visits that a branch of the search has decided.
struct TaskDecisions: Sendable {
  /// [visitor * itemCount + host]
  var bannedVisits: [Bool]
  /// [staff * itemCount + host]
  var bannedSeats: [Bool]
  var bannedLeads: [Bool]
  /// Items that must visit, by host.
  var fixedVisitors: [[Int32]]
  /// Staff who must have a seat, by host.
  var fixedSeats: [[Int32]]
  /// The lead that must be, by host; -1 for none decided.
  var fixedLead: [Int32]

  init(_ problem: StaffedPartition) {
    let count = problem.itemCount
    bannedVisits = Array(repeating: false, count: count * count)
    bannedSeats = Array(repeating: false, count: problem.staffCount * count)
    bannedLeads = Array(repeating: false, count: problem.staffCount * count)
    fixedVisitors = Array(repeating: [], count: count)
    fixedSeats = Array(repeating: [], count: count)
    fixedLead = Array(repeating: -1, count: count)
    for fixed in problem.fixedSeats where !fixedSeats[fixed.host].contains(Int32(fixed.staff)) {
      fixedSeats[fixed.host].append(Int32(fixed.staff))
    }
    for fixed in problem.fixedLeads { fixedLead[fixed.host] = Int32(fixed.staff) }
  }
}

/// Costs with prices folded in, and for every host its staff in ascending order of them.
struct PricedTables: Sendable {
  /// Fine units in one unit of cost.
  static let scale = 1 << 10
  /// From this on a priced cost holds something forbidden.
  static let forbidden = StaffedPartition.forbidden * scale

  var visit: [Int]
  var seat: [Int]
  var lead: [Int]
  /// [host * staffCount + rank]
  var seatOrder: [Int32]
  var seatOrderCount: [Int]
  var leadOrder: [Int32]
  var leadOrderCount: [Int]

  /// O(items x (items + staff)), and the log of those with a price.
  ///
  /// - Parameters:
  ///   - seatOrders: the orders of the seats' costs, which do not change with prices.
  ///   - leadOrders: the same of the leads'.
  init(
    _ problem: StaffedPartition, prices: Prices, decisions: TaskDecisions,
    seatOrders: StaffOrders, leadOrders: StaffOrders
  ) {
    let count = problem.itemCount
    let staffCount = problem.staffCount
    let dayPrice = (0..<problem.personCount).map { person in
      prices.day[person] + (problem.personSites[person].first.map { prices.siteDay[$0] } ?? 0)
    }
    visit = Array(repeating: 0, count: count * count)
    for visitor in 0..<count {
      let person = problem.itemPerson[visitor]
      for host in 0..<count {
        let index = visitor * count + host
        visit[index] =
          decisions.bannedVisits[index]
          ? Self.forbidden
          : problem.visitCost[index] * Self.scale + prices.duty[person]
            + problem.taskDays[host] * dayPrice[person]
      }
    }
    seat = Array(repeating: 0, count: staffCount * count)
    lead = Array(repeating: 0, count: staffCount * count)
    for staff in 0..<staffCount {
      let person = problem.staffPerson[staff]
      for host in 0..<count {
        let index = staff * count + host
        seat[index] =
          decisions.bannedSeats[index]
          ? Self.forbidden
          : problem.seatCost[index] * Self.scale + prices.duty[person] + prices.seat[staff]
            + problem.taskDays[host] * dayPrice[person]
        lead[index] =
          decisions.bannedLeads[index]
          ? Self.forbidden
          : problem.leadCost[index] * Self.scale + prices.duty[person] + dayPrice[person]
      }
    }
    seatOrder = Array(repeating: 0, count: staffCount * count)
    leadOrder = seatOrder
    seatOrderCount = Array(repeating: 0, count: count)
    leadOrderCount = seatOrderCount
    let isLeadPriced = problem.staffPerson.map { prices.duty[$0] != 0 || dayPrice[$0] != 0 }
    let isSeatPriced = zip(isLeadPriced, prices.seat).map { $0 || $1 != 0 }
    seatOrders.write(
      seat, isPriced: isSeatPriced, isBanned: decisions.bannedSeats, into: &seatOrder,
      counts: &seatOrderCount)
    leadOrders.write(
      lead, isPriced: isLeadPriced, isBanned: decisions.bannedLeads, into: &leadOrder,
      counts: &leadOrderCount)
  }
}
