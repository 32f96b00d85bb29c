/// Passes over every group that may cost less than a limit, without keeping any list of groups.
///
/// A group's priced cost is at least the sum of what its pairs, visits and hosts cost by themselves;
/// groups whose sum reaches the limit are passed by, whole ranges of them at once where that is
/// known beforehand. What is left goes to the caller to be priced exactly. Sums are in fine units
/// less the items' prices.
struct GroupScan: Sendable {
  private let count: Int
  /// [one * count + other]: the pair and, in triads and pairs, the visits between the two.
  private var pairs: [Int]
  /// [visitor * count + host], for groups of four and five.
  private var visits: [Int] = []
  /// [one * count + other]: what the pair alone costs, for groups of four and five.
  private var bonds: [Int] = []
  /// The least that the task of a host costs apart from visits, less the item's price.
  private var hosts: [Int]
  /// The least that the staffing of a host costs.
  private let leastStaffing: [Int]
  /// Twice the least that a further item adds to an item, by item; see ``triads(below:_:)``.
  private var reach: [Int]
  /// The least that an item adds to a group of four by its visits, its company, its task and its
  /// price, over all items from one on.
  private var leastFourth: [Int] = []
  /// What a host's seat costs more than its least, from outside and from each item.
  private let outsideFloor: [Int]
  private let homeFloor: [Int]
  private let stop: StopSignal

  /// - Parameters:
  ///   - tasks: with the prices to be used.
  ///   - earnings: what each item earns, in fine units.
  init(problem: StaffedPartition, tasks: TaskPricer, earnings: [Int], stop: StopSignal) {
    self.stop = stop
    count = problem.itemCount
    let tables = tasks.tables
    let least = earnings.indices.map { tasks.leastStaffing($0) }
    hosts = zip(least, earnings).map { $0 - $1 }
    leastStaffing = least
    (outsideFloor, homeFloor) = tasks.seatFloors()
    pairs = Array(repeating: 0, count: count * count)
    reach = Array(repeating: .max, count: count)
    let scale = PricedTables.scale
    let cap = PricedTables.forbidden
    for one in 0..<count {
      var least = Int.max
      for other in 0..<count where other != one {
        let (there, back) = (one * count + other, other * count + one)
        let sum = min(
          cap,
          min(problem.pairCost[there], StaffedPartition.forbidden) * scale + tables.visit[there]
            + tables.visit[back])
        pairs[there] = sum
        least = min(least, 2 * sum + hosts[other])
      }
      reach[one] = least == .max ? cap : least
    }
    if problem.sizes.contains(where: { $0 > 3 }) {
      visits = tables.visit
      bonds = problem.pairCost.map { min($0, StaffedPartition.forbidden) * scale }
      leastFourth = fourths()
    }
  }

  private func fourths() -> [Int] {
    var least = Array(repeating: Int.max / 4, count: count + 1)
    for item in stride(from: count - 1, through: 0, by: -1) {
      var (in1, in2, out1, out2) = (Int.max / 8, Int.max / 8, Int.max / 8, Int.max / 8)
      for other in 0..<count where other != item {
        let there = visits[item * count + other]
        let back = visits[other * count + item]
        if there < out1 { (out1, out2) = (there, out1) } else if there < out2 { out2 = there }
        if back < in1 { (in1, in2) = (back, in1) } else if back < in2 { in2 = back }
      }
      // What it costs to be with the others may be a gain.
      let bond = 3 * min(0, bonds[(item * count)..<((item + 1) * count)].min() ?? 0)
      least[item] = min(least[item + 1], in1 + in2 + out1 + out2 + hosts[item] + bond)
    }
    return least
  }

  /// Passes over groups of a size whose sum is below a limit, until `visit` says no or the stop is
  /// sent; returns the number of steps taken.
  ///
  /// - Parameter firsts: only groups whose first member is one of these.
  @inline(__always)
  func groups(
    of size: Int, below limit: Int, firsts: Range<Int>,
    _ visit: (_ members: TaskPricer.Members) -> Bool
  ) -> Int {
    switch size {
    case 2: couples(below: limit, firsts, visit)
    case 3: triads(below: limit, firsts, visit)
    case 4: quads(below: limit, firsts, visit)
    default: all(of: size, firsts, visit)
    }
  }

  /// The items in ranges, as many or fewer of them as wanted, in which about as many groups of a
  /// size have their first member.
  func parts(_ wanted: Int, size: Int) -> [Range<Int>] {
    func groups(from first: Int) -> Double {
      (1..<size).reduce(1) { $0 * Double(max(0, count - first - $1)) }
    }
    let share = (0..<count).reduce(0) { $0 + groups(from: $1) } / Double(wanted)
    var parts: [Range<Int>] = []
    var (start, sum) = (0, 0.0)
    for first in 0..<count {
      sum += groups(from: first)
      if sum >= share || first == count - 1 {
        parts.append(start..<(first + 1))
        (start, sum) = (first + 1, 0)
      }
    }
    return parts
  }

  @inline(__always)
  private func couples(
    below limit: Int, _ firsts: Range<Int>, _ visit: (TaskPricer.Members) -> Bool
  ) -> Int {
    var members = TaskPricer.Members(repeating: -1)
    let steps = firsts.count * count / 2
    for one in firsts {
      for other in (one + 1)..<max(count, one + 1)
      where pairs[one * count + other] + hosts[one] + hosts[other] < limit {
        members[0] = Int32(truncatingIfNeeded: one)
        members[1] = Int32(truncatingIfNeeded: other)
        if !visit(members) { return steps }
      }
    }
    return steps
  }

  /// Triads; a pair that no third item can bring below the limit is passed by. What a third adds
  /// is half to the one and half to the other: at least half of the reach of both.
  @inline(__always)
  private func triads(
    below limit: Int, _ firsts: Range<Int>, _ visit: (TaskPricer.Members) -> Bool
  ) -> Int {
    var members = TaskPricer.Members(repeating: -1)
    var steps = firsts.count * count / 2
    pairs.withUnsafeBufferPointer { pairs in
      hosts.withUnsafeBufferPointer { hosts in
        var one = firsts.lowerBound
        while one < firsts.upperBound, !stop.isSent {
          let rowOne = one * count
          var other = one + 1
          while other < count - 1 {
            let base = pairs[rowOne + other] + hosts[one] + hosts[other]
            if 2 * base + reach[one] + reach[other] < 2 * limit {
              let rowOther = other * count
              let left = limit - base
              var third = other + 1
              steps += count - third
              while third < count {
                if pairs[rowOne + third] + pairs[rowOther + third] + hosts[third] < left {
                  members[0] = Int32(truncatingIfNeeded: one)
                  members[1] = Int32(truncatingIfNeeded: other)
                  members[2] = Int32(truncatingIfNeeded: third)
                  if !visit(members) { return }
                }
                third += 1
              }
            }
            other += 1
          }
          one += 1
        }
      }
    }
    return steps
  }

  /// Groups of four: of the eight visits four are among any three members, two are to and two from
  /// the fourth.
  @inline(__always)
  private func quads(
    below limit: Int, _ firsts: Range<Int>, _ visit: (TaskPricer.Members) -> Bool
  ) -> Int {
    var members = TaskPricer.Members(repeating: -1)
    var steps = firsts.count * count * count / 6
    for one in firsts {
      for other in (one + 1)..<max(count, one + 1) {
        if stop.isSent { return steps }
        for third in (other + 1)..<max(count, other + 1) {
          let base = triple(one, other, third)
          if base + leastFourth[third + 1] >= limit { continue }
          steps += count - third
          for fourth in (third + 1)..<max(count, third + 1)
          where base + added(fourth, one, other, third) < limit {
            members[0] = Int32(truncatingIfNeeded: one)
            members[1] = Int32(truncatingIfNeeded: other)
            members[2] = Int32(truncatingIfNeeded: third)
            members[3] = Int32(truncatingIfNeeded: fourth)
            if !visit(members) { return steps }
          }
        }
      }
    }
    return steps
  }

  /// Three of four: all but the two dearest of the visits among them.
  @inline(__always)
  private func triple(_ a: Int, _ b: Int, _ c: Int) -> Int {
    var sum = 0
    var (first, second) = (Int.min, Int.min)
    func count(_ visitor: Int, _ host: Int) {
      let cost = visits[visitor * self.count + host]
      sum += cost
      if cost > first { (first, second) = (cost, first) } else if cost > second { second = cost }
    }
    count(a, b)
    count(b, a)
    count(a, c)
    count(c, a)
    count(b, c)
    count(c, b)
    return sum - first - second + hosts[a] + hosts[b] + hosts[c] + bonds[a * self.count + b]
      + bonds[a * self.count + c] + bonds[b * self.count + c]
  }

  @inline(__always)
  private func added(_ d: Int, _ a: Int, _ b: Int, _ c: Int) -> Int {
    let (toA, toB, toC) = (visits[d * count + a], visits[d * count + b], visits[d * count + c])
    let (byA, byB, byC) = (visits[a * count + d], visits[b * count + d], visits[c * count + d])
    return hosts[d] + toA + toB + toC - max(toA, toB, toC) + byA + byB + byC - max(byA, byB, byC)
      + bonds[a * count + d] + bonds[b * count + d] + bonds[c * count + d]
  }

  private func all(
    of size: Int, _ firsts: Range<Int>, _ visit: (TaskPricer.Members) -> Bool
  ) -> Int {
    var members = TaskPricer.Members(repeating: -1)
    var steps = 0
    var goesOn = true
    func extend(_ position: Int, from first: Int) {
      steps += 1
      if position == size {
        goesOn = visit(members)
        return
      }
      var item = max(first, position == 0 ? firsts.lowerBound : 0)
      let end = position == 0 ? firsts.upperBound - 1 : count - (size - position)
      while goesOn, !stop.isSent, item <= min(end, count - (size - position)) {
        members[position] = Int32(truncatingIfNeeded: item)
        extend(position + 1, from: item + 1)
        item += 1
      }
    }
    extend(0, from: 0)
    return steps
  }

  /// What a group's seats cost more than is in its sum, at least: a true lower bound too.
  func seatsBeyond(_ members: TaskPricer.Members, _ size: Int) -> Int {
    var total = 0
    for host in 0..<size { total += seatBeyond(Int(members[host]), members, size) }
    return total
  }

  /// The same of the seat at one host.
  @inline(__always)
  func seatBeyond(_ host: Int, _ members: TaskPricer.Members, _ size: Int) -> Int {
    var least = outsideFloor[host]
    let row = host * count
    for item in 0..<size { least = min(least, homeFloor[row + Int(members[item])]) }
    return least
  }

  /// What the staffing of a host's task costs at least in this group, visits apart.
  @inline(__always)
  func staffing(of host: Int, _ members: TaskPricer.Members, _ size: Int) -> Int {
    leastStaffing[host] + seatBeyond(host, members, size)
  }

  /// The sum of one group, as the passes compute it.
  func sum(_ members: TaskPricer.Members, _ size: Int) -> Int {
    switch size {
    case 2:
      let (a, b) = (Int(members[0]), Int(members[1]))
      return pairs[a * count + b] + hosts[a] + hosts[b]
    case 3:
      let (a, b, c) = (Int(members[0]), Int(members[1]), Int(members[2]))
      return pairs[a * count + b] + pairs[a * count + c] + pairs[b * count + c] + hosts[a]
        + hosts[b] + hosts[c]
    case 4:
      let (a, b, c) = (Int(members[0]), Int(members[1]), Int(members[2]))
      return triple(a, b, c) + added(Int(members[3]), a, b, c)
    default: return Int.min / 4
    }
  }
}
