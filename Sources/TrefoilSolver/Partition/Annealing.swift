/// Simulated annealing over partitions: two items of different groups change places, and both
/// groups are staffed anew at the going price of everyone's time.
///
/// Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing", Science 220 (1983),
/// doi:10.1126/science.220.4598.671. What is forbidden counts as a charge that grows while the
/// temperature falls, so that the walk may pass through it early and never late.
struct Annealing {
  private let problem: StaffedPartition
  private let membership: MembershipCost
  private var pricer: GroupPricer
  private var people: PeopleTotals
  private var random: SeededGenerator
  private let exponential = ExponentialTable()
  private let neighbours: [[Int32]]

  private var groups: [GroupState] = []
  private var groupOf: [Int] = []
  private var resting: [Int] = []
  private var total = 0

  private var bestGroups: [GroupState] = []
  private var bestResting: [Int] = []
  private(set) var bestCost = Int.max

  /// - Parameter decisions: seats, leads and visits that this walk should not use.
  init(
    _ problem: StaffedPartition, neighbours: [[Int32]], random: SeededGenerator,
    decisions: TaskDecisions? = nil
  ) {
    self.problem = problem
    self.random = random
    self.neighbours = neighbours
    membership = MembershipCost(problem)
    let tasks = TaskPricer(
      problem, prices: Prices(problem), decisions: decisions ?? TaskDecisions(problem))
    pricer = GroupPricer(tasks, sizes: problem.sizes)
    people = PeopleTotals(problem)
    groupOf = Array(repeating: -1, count: problem.itemCount)
    // The first seat may already cost something.
    for staff in 0..<problem.staffCount {
      pricer.tasks.extraSeat[staff] =
        problem.seatStep(staff: staff, ordinal: 1) * PricedTables.scale
    }
  }

  /// The items nearest to each by the cost of visiting one another, nearest first. O(n^2 log n).
  static func neighbours(_ problem: StaffedPartition, most: Int) -> [[Int32]] {
    let count = problem.itemCount
    return (0..<count).map { item in
      let others = (0..<count).filter { $0 != item }.map { other in
        let cost =
          problem.visitCost[item * count + other] + problem.visitCost[other * count + item]
          + problem.pairCost[item * count + other]
        return (cost, other)
      }
      return others.sorted { $0 < $1 }.prefix(most).map { Int32($0.1) }
    }
  }

  /// Walks for a number of steps; looks at `stop` now and then.
  mutating func run(steps: Int, stop: StopSignal) {
    start()
    guard groups.count > 1 || !resting.isEmpty else { return }
    let warm = startingTemperature()
    let cold = 0.3
    let cooling = ExponentialTable.logarithm(cold / warm)
    var temperature = warm
    var charge = 0.0
    for step in 0..<steps {
      if step % 64 == 0 {
        assert(step % 1024 != 0 || isCounted, "a change of a move is wrong")
        if stop.isSent { break }
        let share = Double(step) / Double(steps)
        temperature = warm * Self.exponential(cooling * share)
        charge = 600 * Self.exponential(14 * share)
      }
      if random.below(10) == 0 {
        restaff(random.below(groups.count), temperature: temperature, charge: charge)
      } else {
        exchange(temperature: temperature, charge: charge)
      }
    }
  }

  /// Whether what moves have added up to is what the whole solution costs; how often something is
  /// forbidden is counted in another way.
  private var isCounted: Bool {
    total >= StaffedPartition.forbidden / 2
      || PartitionCost(problem).cost(groups: groups.map(\.group), resting: resting) == total
  }

  /// e to a power, from the same kind of series as the logarithm.
  private static func exponential(_ power: Double) -> Double {
    let halves = Int((abs(power) * 4).rounded(.up))
    let small = halves == 0 ? 0 : power / Double(halves)
    var term = 1.0
    var sum = 1.0
    for index in 1...14 {
      term *= small / Double(index)
      sum += term
    }
    var result = 1.0
    for _ in 0..<halves { result *= sum }
    return result
  }

  // MARK: Start

  /// The most remote item first, with its cheapest partners that are still free.
  private mutating func start() {
    let count = problem.itemCount
    var free = Array(repeating: true, count: count)
    let shuffled = (0..<count).map { item in (random.below(1 << 20), item) }
      .sorted { $0 < $1 }.map(\.1)
    let remoteness = neighbours.map { list in
      list.first.map { Int($0) } ?? 0
    }.enumerated().map { item, near in
      problem.visitCost[item * count + near]
    }
    let order = shuffled.enumerated().sorted {
      (-remoteness[$0.element], $0.offset) < (-remoteness[$1.element], $1.offset)
    }.map(\.element)
    var sizes = problem.sizes.reversed().flatMap { size in
      Array(repeating: size, count: problem.groupCounts[size] ?? 0)
    }
    let closed = problem.closedSets
    var lists: [[Int]] = []
    for set in closed {
      guard set.allSatisfy({ free[$0] }), let index = sizes.firstIndex(of: set.count) else {
        continue
      }
      sizes.remove(at: index)
      for item in set { free[item] = false }
      lists.append(set.sorted())
    }
    for item in order where free[item] {
      guard let size = sizes.popLast() else { break }
      lists.append(partners(of: item, size: size, free: &free))
    }
    resting = (0..<count).filter { free[$0] }
    for list in lists { place(list) }
    for item in resting { total += problem.restCost[item] }
    total += problem.constant + people.cost
    keepBest()
  }

  private func partners(of item: Int, size: Int, free: inout [Bool]) -> [Int] {
    free[item] = false
    var chosen = [item]
    for candidate in neighbours[item] where chosen.count < size && free[Int(candidate)] {
      free[Int(candidate)] = false
      chosen.append(Int(candidate))
    }
    var next = 0
    while chosen.count < size, next < free.count {
      if free[next] {
        free[next] = false
        chosen.append(next)
      }
      next += 1
    }
    return chosen.sorted()
  }

  private mutating func place(_ members: [Int]) {
    for item in members { groupOf[item] = groups.count }
    let group = staff(GroupState(members))
    groups.append(group)
    total += group.cost
  }

  /// The typical size of a change, so that about half of all moves pass at first.
  private mutating func startingTemperature() -> Double {
    let value = Double(total - (total >> 40) << 40) / Double(max(groups.count, 1))
    return max(2, min(value / 4, 400))
  }

  // MARK: Moves

  /// Staffs members at the going prices, task by task, and counts each task at once.
  private mutating func staff(_ group: GroupState) -> GroupState {
    var state = group
    state.cost = membership.cost(state.members, state.size)
    let chosen = pricer.pattern(state.members, state.size)
    for host in 0..<state.size {
      let task = pricer.taskState(state.members, state.size, host: host, choice: chosen[host])
      state.tasks[host] = task
      state.cost += task.cost
      people.count(task, sign: 1, into: &pricer.tasks)
    }
    return state
  }

  private mutating func count(_ group: GroupState, sign: Int) {
    for host in 0..<group.size { people.count(group.tasks[host], sign: sign, into: &pricer.tasks) }
  }

  private mutating func restaff(_ index: Int, temperature: Double, charge: Double) {
    let old = groups[index]
    let before = people.cost
    count(old, sign: -1)
    let group = staff(GroupState(members: old.members, size: old.size))
    let change = group.cost - old.cost + people.cost - before
    if accepts(change, temperature, charge) {
      groups[index] = group
      total += change
      keepBest()
    } else {
      count(group, sign: -1)
      count(old, sign: 1)
    }
  }

  private mutating func exchange(temperature: Double, charge: Double) {
    let item = random.below(problem.itemCount)
    let near = neighbours[item]
    guard !near.isEmpty else { return }
    // Mostly the item moves beside a near one, in place of another of that group.
    let other: Int
    let target = Int(near[random.below(near.count)])
    if random.below(8) == 0 {
      other = random.below(problem.itemCount)
    } else if groupOf[target] == groupOf[item] {
      return
    } else if groupOf[target] < 0 {
      other = target
    } else {
      let group = groups[groupOf[target]]
      let pick = Int(group.members[random.below(group.size)])
      other = pick == target ? Int(group.members[random.below(group.size)]) : pick
    }
    guard groupOf[item] != groupOf[other] else { return }
    if groupOf[item] < 0 {
      swapWithResting(other, item, temperature, charge)
    } else if groupOf[other] < 0 {
      swapWithResting(item, other, temperature, charge)
    } else {
      swap(item, other, temperature, charge)
    }
  }

  private mutating func swap(_ item: Int, _ other: Int, _ temperature: Double, _ charge: Double) {
    let (one, two) = (groupOf[item], groupOf[other])
    let (oldOne, oldTwo) = (groups[one], groups[two])
    let before = people.cost
    count(oldOne, sign: -1)
    count(oldTwo, sign: -1)
    let newOne = staff(oldOne.replacing(Int32(item), by: Int32(other)))
    let newTwo = staff(oldTwo.replacing(Int32(other), by: Int32(item)))
    let change = newOne.cost + newTwo.cost - oldOne.cost - oldTwo.cost + people.cost - before
    if accepts(change, temperature, charge) {
      (groups[one], groups[two]) = (newOne, newTwo)
      (groupOf[item], groupOf[other]) = (two, one)
      total += change
      keepBest()
    } else {
      count(newOne, sign: -1)
      count(newTwo, sign: -1)
      count(oldOne, sign: 1)
      count(oldTwo, sign: 1)
    }
  }

  private mutating func swapWithResting(
    _ item: Int, _ rester: Int, _ temperature: Double, _ charge: Double
  ) {
    let index = groupOf[item]
    let old = groups[index]
    let before = people.cost
    count(old, sign: -1)
    let group = staff(old.replacing(Int32(item), by: Int32(rester)))
    let change =
      group.cost - old.cost + people.cost - before + problem.restCost[item]
      - problem.restCost[rester]
    if accepts(change, temperature, charge) {
      groups[index] = group
      groupOf[item] = -1
      groupOf[rester] = index
      resting = resting.map { $0 == rester ? item : $0 }
      total += change
      keepBest()
    } else {
      count(group, sign: -1)
      count(old, sign: 1)
    }
  }

  /// Whether a change may be made: parts that are forbidden are charged apart from the rest.
  private mutating func accepts(_ change: Int, _ temperature: Double, _ charge: Double) -> Bool {
    if change <= 0 { return true }
    let half = StaffedPartition.forbidden / 2
    let count = (change + half) >> 40
    let rest = Double(change - count << 40)
    return rest + Double(count) * charge <= temperature * exponential.draw(&random)
  }

  /// The best solution of the walk; nil when it met none that keeps every rule.
  var solution: PartitionSolution? {
    guard bestCost < StaffedPartition.forbidden / 2 else { return nil }
    return PartitionSolution(groups: bestGroups.map(\.group), resting: bestResting, cost: bestCost)
  }

  private mutating func keepBest() {
    guard total < bestCost else { return }
    bestCost = total
    bestGroups = groups
    bestResting = resting
  }
}
