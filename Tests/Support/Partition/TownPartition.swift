import TrefoilSolver

/// Items in towns of a few: the partitions whose linear programs are most fractional, because a town
/// of four or five wants a third of a triad.
public enum TownPartition {
  /// A problem in which nobody's total counts. The same seed makes the same problem.
  public static func make(seed: UInt64, items: ClosedRange<Int>) -> StaffedPartition {
    var random = SeededGenerator(seed: seed)
    let count = items.lowerBound + random.below(items.count)
    var problem = shape(count, &random)
    var towns: [(x: Int, y: Int)] = []
    var places: [(x: Int, y: Int)] = []
    while places.count < count {
      towns.append((random.below(100), random.below(100)))
      for _ in 0..<min(2 + random.below(4), count - places.count) {
        let town = towns[towns.count - 1]
        places.append((town.x + random.below(6), town.y + random.below(6)))
      }
    }
    for one in 0..<count {
      for other in 0..<count where other != one {
        let (across, up) = (places[one].x - places[other].x, places[one].y - places[other].y)
        problem.visitCost[one * count + other] = 2 * (abs(across) + abs(up)) + random.below(2)
      }
      for other in 0..<one where random.below(5) == 0 {
        let cost = random.below(4) == 0 ? StaffedPartition.forbidden : random.below(100) - 10
        problem.pairCost[one * count + other] = cost
        problem.pairCost[other * count + one] = cost
      }
    }
    addStaff(to: &problem, &random)
    return problem
  }

  private static func shape(_ count: Int, _ random: inout SeededGenerator) -> StaffedPartition {
    let left = count % 3
    if left == 0 { return StaffedPartition(itemCount: count, groupCounts: [3: count / 3]) }
    switch random.below(3) {
    case 0 where count / 3 >= left:
      return StaffedPartition(itemCount: count, groupCounts: [3: count / 3 - left, 4: left])
    case 1:
      return StaffedPartition(
        itemCount: count, groupCounts: left == 2 ? [3: count / 3, 2: 1] : [3: count / 3 - 1, 2: 2])
    default:
      return StaffedPartition(itemCount: count, groupCounts: [3: count / 3], restCount: left)
    }
  }

  /// Two members of staff, each at home at an item, who cost less there.
  private static func addStaff(
    to problem: inout StaffedPartition, _ random: inout SeededGenerator
  ) {
    let count = problem.itemCount
    guard random.below(2) == 0 else { return }
    problem.staffCount = 2
    problem.seatSteps = [[], []]
    problem.staffItems = [[random.below(count)], [random.below(count)]]
    problem.staffPerson = [count, count + 1]
    problem.personCount += 2
    problem.personSites += problem.staffItems
    problem.dutyLimit += [.max, .max]
    problem.dayLimit += [.max, .max]
    problem.seatCost = (0..<(2 * count)).map { _ in random.below(80) }
    problem.leadCost = (0..<(2 * count)).map { _ in random.below(80) }
    problem.seatCovers = (0..<(2 * count)).map { _ in UInt64(random.below(2)) }
    for host in 0..<count {
      problem.seats[host] = random.below(2)
      problem.outsideCost[host] = random.below(30)
      problem.emptySeatCost[host] = random.below(100)
      problem.wantsLead[host] = random.below(2) == 0
      problem.noLeadCost[host] = random.below(100)
      problem.requirementCosts[host] = random.below(2) == 0 ? [] : [random.below(60)]
    }
  }
}
