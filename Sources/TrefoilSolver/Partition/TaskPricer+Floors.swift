/// What staffing costs at least, known before any group is looked at: what lets groups be passed by.
extension TaskPricer {
  /// No staffing of the host's task costs less, whoever visits, in fine units. O(seats).
  func leastStaffing(_ host: Int) -> Int {
    let base = problem.seats[host]
    let outside = min(0, problem.outsideCost[host]) * PricedTables.scale
    let empty = problem.emptySeatCost[host] * PricedTables.scale
    // In a pair there is one seat more.
    let most = base > 0 && problem.sizes.contains(2) ? base + 1 : base
    var least = base * empty
    var filled = 0
    for rank in 0..<min(most, tables.seatOrderCount[host]) {
      let staff = Int(tables.seatOrder[host * problem.staffCount + rank])
      filled += tables.seat[staff * problem.itemCount + host] + outside
      for seats in base...most where seats > rank {
        least = min(least, filled + (seats - rank - 1) * empty)
      }
    }
    let frictions = frictions.reduce(0) { $0 + min(0, $1.charge) } * PricedTables.scale
    return least + leadFloor(host) + frictions
  }

  /// How much more than ``leastStaffing(_:)`` a seat costs at least: for everyone from outside by
  /// host, and for those at home at an item by [host * itemCount + item]; nothing where that says
  /// nothing, as with several seats. O(items x (items + staff)).
  func seatFloors() -> (outside: [Int], home: [Int]) {
    let count = problem.itemCount
    var outside = Array(repeating: 0, count: count)
    var home = Array(repeating: 0, count: count * count)
    for host in 0..<count where problem.seats[host] == 1 && !problem.sizes.contains(2) {
      let empty = problem.emptySeatCost[host] * PricedTables.scale
      let extra = problem.outsideCost[host] * PricedTables.scale
      guard tables.seatOrderCount[host] > 0, extra > 0 else { continue }
      let first = Int(tables.seatOrder[host * problem.staffCount])
      let cheapest = tables.seat[first * count + host]
      let least = min(empty, cheapest)
      outside[host] = min(empty, cheapest + extra) - least
      for item in 0..<count {
        var best = empty
        for staff in staffAt[item] { best = min(best, tables.seat[Int(staff) * count + host]) }
        home[host * count + item] = max(0, best - least)
      }
    }
    return (outside, home)
  }
}
