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
  /// What a unit of a person's burden costs on top, at least 0, in parts of a fine unit so small that a
  /// burden of hundreds loses no more than one by rounding.
  var burden: [Int]
  /// What a group costs on top for every time that it counts in a cut, at least 0.
  var cut: [Int] = []

  init(_ problem: StaffedPartition) {
    item = Array(repeating: 0, count: problem.itemCount)
    duty = Array(repeating: 0, count: problem.personCount)
    day = Array(repeating: 0, count: problem.personCount)
    siteDay = Array(repeating: 0, count: problem.siteCount)
    seat = Array(repeating: 0, count: problem.staffCount)
    burden = Array(repeating: 0, count: problem.personCount)
  }

  /// Parts of a fine unit in which burdens are priced, as a power of two.
  static let burdenParts = 10

  /// What a duty of this burden costs on top, in fine units, rounded down.
  @inline(__always)
  static func charge(_ price: Int, _ burden: Int) -> Int { (price * burden) >> burdenParts }

  /// What all that a person bears can cost on top at most, in fine units, rounded up.
  static func most(_ price: Int, _ limit: Int) -> Int {
    (price * limit + (1 << burdenParts) - 1) >> burdenParts
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

  /// Whether the same visits, seats and leads are banned.
  func bans(likeThose other: TaskDecisions) -> Bool {
    bannedVisits == other.bannedVisits && bannedSeats == other.bannedSeats
      && bannedLeads == other.bannedLeads
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

  /// What these tables were made for.
  private var prices: Prices
  private var bans: TaskDecisions
  /// By person, what a day costs on top.
  private var dayPrice: [Int]
  /// Whether prices alone keep somebody out of an order.
  private var leavesOut: Bool

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
    self.prices = prices
    bans = decisions
    dayPrice = Self.dayPrice(problem, prices)
    visit = Array(repeating: 0, count: count * count)
    seat = Array(repeating: 0, count: staffCount * count)
    lead = Array(repeating: 0, count: staffCount * count)
    seatOrder = Array(repeating: 0, count: staffCount * count)
    leadOrder = seatOrder
    seatOrderCount = Array(repeating: 0, count: count)
    leadOrderCount = seatOrderCount
    leavesOut = false
    for visitor in 0..<count { writeVisits(of: visitor, problem) }
    for staff in 0..<staffCount {
      writeSeats(of: staff, problem)
      writeLeads(of: staff, problem)
    }
    let isLeadPriced = problem.staffPerson.map {
      prices.duty[$0] != 0 || dayPrice[$0] != 0 || prices.burden[$0] != 0
    }
    let isSeatPriced = zip(isLeadPriced, prices.seat).map { $0 || $1 != 0 }
    let hasSeats = seatOrders.write(
      seat, isPriced: isSeatPriced, isBanned: decisions.bannedSeats, into: &seatOrder,
      counts: &seatOrderCount)
    let hasLeads = leadOrders.write(
      lead, isPriced: isLeadPriced, isBanned: decisions.bannedLeads, into: &leadOrder,
      counts: &leadOrderCount)
    leavesOut = !hasSeats || !hasLeads
  }

  private static func dayPrice(_ problem: StaffedPartition, _ prices: Prices) -> [Int] {
    (0..<problem.personCount).map { person in
      prices.day[person] + (problem.personSites[person].first.map { prices.siteDay[$0] } ?? 0)
    }
  }

  // MARK: Rows

  private mutating func writeVisits(of visitor: Int, _ problem: StaffedPartition) {
    let person = problem.itemPerson[visitor]
    let (duty, day, count) = (prices.duty[person], dayPrice[person], problem.itemCount)
    for host in 0..<count {
      let index = visitor * count + host
      visit[index] =
        bans.bannedVisits[index]
        ? Self.forbidden
        : problem.visitCost[index] * Self.scale + duty + problem.taskDays[host] * day
    }
    let price = prices.burden[person]
    guard price > 0, let burdens = problem.burdens else { return }
    for index in (visitor * count)..<(visitor * count + count) where !bans.bannedVisits[index] {
      visit[index] += Prices.charge(price, burdens.visit[index])
    }
  }

  private mutating func writeSeats(of staff: Int, _ problem: StaffedPartition) {
    let person = problem.staffPerson[staff]
    let (added, day) = (prices.duty[person] + prices.seat[staff], dayPrice[person])
    let count = problem.itemCount
    for host in 0..<count {
      let index = staff * count + host
      seat[index] =
        bans.bannedSeats[index]
        ? Self.forbidden
        : problem.seatCost[index] * Self.scale + added + problem.taskDays[host] * day
    }
    let price = prices.burden[person]
    guard price > 0, let burdens = problem.burdens else { return }
    for index in (staff * count)..<(staff * count + count) where !bans.bannedSeats[index] {
      seat[index] += Prices.charge(price, burdens.seat[index])
    }
  }

  private mutating func writeLeads(of staff: Int, _ problem: StaffedPartition) {
    let person = problem.staffPerson[staff]
    let (added, count) = (prices.duty[person] + dayPrice[person], problem.itemCount)
    for host in 0..<count {
      let index = staff * count + host
      lead[index] =
        bans.bannedLeads[index] ? Self.forbidden : problem.leadCost[index] * Self.scale + added
    }
    let price = prices.burden[person]
    guard price > 0, let burdens = problem.burdens else { return }
    for index in (staff * count)..<(staff * count + count) where !bans.bannedLeads[index] {
      lead[index] += Prices.charge(price, burdens.lead[index])
    }
  }

  // MARK: Other prices

  /// The same tables under other prices, where only what has changed is written: between two
  /// solutions of a program that is few people.
  ///
  /// O((people changed + 1) x items), and where staff have changed O(items x staff). Where somebody
  /// is priced out of everything or other bans hold all is written anew.
  mutating func update(
    _ problem: StaffedPartition, prices: Prices, decisions: TaskDecisions,
    seatOrders: StaffOrders, leadOrders: StaffOrders
  ) {
    let days = Self.dayPrice(problem, prices)
    let isPerson = days.indices.map {
      days[$0] != dayPrice[$0] || prices.duty[$0] != self.prices.duty[$0]
        || prices.burden[$0] != self.prices.burden[$0]
    }
    let isLead = problem.staffPerson.map { isPerson[$0] }
    let isSeat = isLead.indices.map { isLead[$0] || prices.seat[$0] != self.prices.seat[$0] }
    let isHopeless = leavesOut || !bans.bans(likeThose: decisions)
    (self.prices, bans, dayPrice) = (prices, decisions, days)
    if !isHopeless {
      for visitor in 0..<problem.itemCount where isPerson[problem.itemPerson[visitor]] {
        writeVisits(of: visitor, problem)
      }
      for staff in isSeat.indices where isSeat[staff] { writeSeats(of: staff, problem) }
      for staff in isLead.indices where isLead[staff] { writeLeads(of: staff, problem) }
      if seatOrders.rewrite(&seatOrder, counts: seatOrderCount, seat, isChanged: isSeat),
        leadOrders.rewrite(&leadOrder, counts: leadOrderCount, lead, isChanged: isLead)
      {
        return
      }
    }
    self = PricedTables(
      problem, prices: prices, decisions: decisions, seatOrders: seatOrders,
      leadOrders: leadOrders)
  }
}
