/// For every host its staff in ascending order of what they cost, kept so that under other prices
/// only those who have a price need to be put in order again.
struct StaffOrders: Sendable {
  private let itemCount: Int
  private let staffCount: Int
  /// [host * staffCount + rank], by what they cost without prices; the first `counts[host]`.
  private var order: [Int32]
  private var counts: [Int]

  /// - Parameter costs: [staff * itemCount + host], in units of cost. O(items x staff x log staff).
  init(_ problem: StaffedPartition, costs: [Int]) {
    itemCount = problem.itemCount
    staffCount = problem.staffCount
    order = Array(repeating: 0, count: staffCount * itemCount)
    counts = Array(repeating: 0, count: itemCount)
    for host in 0..<itemCount {
      func cost(_ staff: Int) -> Int { costs[staff * itemCount + host] }
      let able = (0..<staffCount).filter { cost($0) < StaffedPartition.forbidden / 2 }
        .sorted { (cost($0), $0) < (cost($1), $1) }
      for (rank, staff) in able.enumerated() { order[host * staffCount + rank] = Int32(staff) }
      counts[host] = able.count
    }
  }

  /// Writes the order under other costs.
  ///
  /// - Parameters:
  ///   - costs: [staff * itemCount + host], in fine units; those not marked cost what they did.
  ///   - isPriced: which staff may cost more, by staff.
  ///   - isBanned: [staff * itemCount + host], who is left out.
  /// - Returns: false where prices alone keep somebody out.
  func write(
    _ costs: [Int], isPriced: [Bool], isBanned: [Bool], into fresh: inout [Int32],
    counts: inout [Int]
  ) -> Bool {
    var priced: [(cost: Int, staff: Int32)] = []
    var isComplete = true
    for host in 0..<itemCount {
      let row = host * staffCount
      let ranks = row..<(row + self.counts[host])
      priced.removeAll(keepingCapacity: true)
      for rank in ranks where isPriced[Int(order[rank])] {
        let place = Int(order[rank]) * itemCount + host
        if isBanned[place] { continue }
        guard costs[place] < PricedTables.forbidden / 2 else {
          isComplete = false
          continue
        }
        priced.append((costs[place], order[rank]))
      }
      priced.sort { $0 < $1 }
      var (next, end) = (0, row)
      for rank in ranks where !isPriced[Int(order[rank])] {
        let staff = order[rank]
        let place = Int(staff) * itemCount + host
        if isBanned[place] { continue }
        while next < priced.count, priced[next] < (costs[place], staff) {
          fresh[end] = priced[next].staff
          next += 1
          end += 1
        }
        fresh[end] = staff
        end += 1
      }
      for rest in priced[next...] {
        fresh[end] = rest.staff
        end += 1
      }
      counts[host] = end - row
    }
    return isComplete
  }

  /// Puts those whose costs have changed where they now belong, all others staying in their order.
  ///
  /// - Returns: false, with the orders in no order, where somebody's cost is out of the question: then
  ///   they have to be written anew.
  func rewrite(
    _ orders: inout [Int32], counts: [Int], _ costs: [Int], isChanged: [Bool]
  ) -> Bool {
    guard isChanged.contains(true) else { return true }
    var moved: [(cost: Int, staff: Int32)] = []
    for host in 0..<itemCount {
      let row = host * staffCount
      moved.removeAll(keepingCapacity: true)
      var end = row
      for rank in row..<(row + counts[host]) {
        let staff = orders[rank]
        if isChanged[Int(staff)] {
          moved.append((costs[Int(staff) * itemCount + host], staff))
        } else {
          orders[end] = staff
          end += 1
        }
      }
      moved.sort { $0 < $1 }
      if let dearest = moved.last, dearest.cost >= PricedTables.forbidden / 2 { return false }
      // From the dearest down, until all have a place.
      var place = row + counts[host]
      while let next = moved.last {
        place -= 1
        let last = end > row ? orders[end - 1] : -1
        if last >= 0, next < (costs[Int(last) * itemCount + host], last) {
          orders[place] = last
          end -= 1
        } else {
          orders[place] = next.staff
          moved.removeLast()
        }
      }
    }
    return true
  }
}
