import TrefoilSolver

/// Small nasty partition problems in numbers: everything that can be charged or forbidden is, now
/// and then.
public struct RandomPartition {
  private var random: SeededGenerator
  private var problem = StaffedPartition(itemCount: 0, groupCounts: [:])

  private init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A problem of 2 to `most` items. The same seed makes the same problem.
  public static func make(seed: UInt64, most: Int = 7, mostStaff: Int = 4) -> StaffedPartition {
    var maker = RandomPartition(seed: seed)
    maker.addShape(most: most)
    maker.addPairs()
    maker.addTasks()
    maker.addPeople(mostStaff: mostStaff)
    maker.addStaff()
    maker.addGroupTerms()
    maker.addSlots()
    maker.addBurdens(seed: seed)
    return maker.problem
  }

  private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  private mutating func addShape(most: Int) {
    let shapes: [([Int: Int], Int)] = [
      ([3: 1], 0), ([4: 1], 0), ([5: 1], 0), ([3: 2], 0), ([2: 1], 0), ([2: 2], 0),
      ([3: 1, 2: 1], 0), ([3: 1], 1), ([3: 1], 2), ([3: 1, 4: 1], 0), ([3: 2], 1),
      ([3: 1, 2: 2], 0),
    ].filter { shape in shape.0.reduce(shape.1) { $0 + $1.key * $1.value } <= most }
    let shape = shapes[random.below(shapes.count)]
    let count = shape.0.reduce(shape.1) { $0 + $1.key * $1.value }
    problem = StaffedPartition(itemCount: count, groupCounts: shape.0, restCount: shape.1)
    problem.constant = random.below(50)
    for item in 0..<count where chance(40) { problem.restCost[item] = random.below(60) }
    for item in 0..<count where chance(15) { problem.restCost[item] = StaffedPartition.forbidden }
  }

  private mutating func addPairs() {
    let count = problem.itemCount
    for one in 0..<count {
      for other in (one + 1)..<max(count, one + 1) where chance(40) {
        var cost = random.below(120) - 20
        if chance(10) { cost = StaffedPartition.forbidden }
        problem.pairCost[one * count + other] = cost
        problem.pairCost[other * count + one] = cost
      }
    }
  }

  private mutating func addTasks() {
    let count = problem.itemCount
    for host in 0..<count {
      problem.taskDays[host] = chance(25) ? 2 : 1
      problem.requirementCosts[host] = (0..<random.below(3)).map { _ in
        random.below(12) == 0 ? StaffedPartition.forbidden : random.below(60)
      }
      for visitor in 0..<count where visitor != host {
        problem.visitCost[visitor * count + host] =
          chance(4) ? StaffedPartition.forbidden : random.below(100)
        problem.visitCovers[visitor * count + host] = UInt64(random.below(4))
      }
    }
  }

  private mutating func addPeople(mostStaff: Int) {
    let count = problem.itemCount
    problem.staffCount = chance(20) ? 0 : 1 + random.below(mostStaff)
    problem.personCount = count
    problem.itemPerson = Array(0..<count)
    problem.personSites = (0..<count).map { [$0] }
    if count > 3 && chance(15) {
      // One person stands for two items; they may not meet.
      problem.itemPerson[1] = 0
      problem.personSites[0] = [0, 1]
      problem.pairCost[1] = StaffedPartition.forbidden
      problem.pairCost[count] = StaffedPartition.forbidden
    }
    problem.siteCount = count + 1
    for _ in 0..<problem.staffCount {
      if chance(20) {
        let item = random.below(count)
        problem.staffPerson.append(problem.itemPerson[item])
        problem.staffItems.append(problem.personSites[problem.itemPerson[item]])
      } else {
        let site = random.below(count + 1)
        problem.staffPerson.append(problem.personCount)
        problem.personSites.append([site])
        problem.staffItems.append(site < count ? [site] : [])
        problem.personCount += 1
      }
    }
    problem.dutyLimit = (0..<problem.personCount).map { _ in
      random.below(4) == 0 ? 1 + random.below(5) : .max
    }
    problem.dayLimit = (0..<problem.personCount).map { _ in
      random.below(8) == 0 ? 2 + random.below(5) : .max
    }
    problem.siteDayLimit = (0..<problem.siteCount).map { _ in
      random.below(8) == 0 ? 3 + random.below(6) : .max
    }
    if problem.personCount > 1 && chance(25) {
      let one = random.below(problem.personCount)
      let other = random.below(problem.personCount)
      let charge = chance(50) ? StaffedPartition.forbidden : random.below(80)
      if one != other { problem.frictions.append(.init(one: one, other: other, charge: charge)) }
    }
  }

  private mutating func addStaff() {
    let count = problem.itemCount
    for staff in 0..<problem.staffCount {
      let homes = problem.staffItems[staff]
      problem.seatSteps.append(chance(60) ? [0, random.below(30), 30 + random.below(50)] : [])
      for host in 0..<count {
        let isHome = homes.contains(host)
        problem.seatCost.append(
          isHome || chance(5)
            ? StaffedPartition.forbidden : random.below(90) - (chance(10) ? 40 : 0))
        problem.leadCost.append(isHome || chance(5) ? StaffedPartition.forbidden : random.below(90))
        problem.seatCovers.append(UInt64(random.below(4)))
      }
    }
    let mayBeEmpty = chance(60)
    for host in 0..<count {
      problem.seats[host] = problem.staffCount == 0 ? 0 : random.below(3)
      problem.emptySeatCost[host] = mayBeEmpty ? random.below(150) : StaffedPartition.forbidden
      problem.wantsLead[host] = problem.staffCount > 0 && chance(60)
      problem.noLeadCost[host] = mayBeEmpty ? random.below(150) : StaffedPartition.forbidden
      problem.leadFromOtherSite[host] = chance(50)
      problem.outsideCost[host] = chance(50) ? 15 : 0
      if problem.staffCount > 0 && chance(8) {
        let staff = random.below(problem.staffCount)
        if problem.seats[host] > 0 && chance(50) {
          problem.fixedSeats.append((host, staff))
        } else if problem.wantsLead[host] {
          problem.fixedLeads.append((host, staff))
        }
      }
    }
  }

  private mutating func addGroupTerms() {
    let count = problem.itemCount
    if chance(25) {
      let kind: StaffedPartition.ClassTerm.Kind = chance(50) ? .atMost(1) : .atLeastOne
      let charge = chance(30) ? StaffedPartition.forbidden : random.below(70)
      problem.classTerms.append(
        .init(kind: kind, contains: (0..<count).map { _ in random.below(2) == 0 }, charge: charge))
    }
    let size = problem.sizes[random.below(problem.sizes.count)]
    if chance(25) {
      let members = Array(
        (0..<count).map { ($0, random.next()) }.sorted { $0.1 < $1.1 }
          .map(\.0).prefix(size))
      switch random.below(3) {
      case 0: problem.closedSets.append(members)
      case 1: problem.exactTerms.append(.init(members: members, charge: random.below(80) - 40))
      default:
        problem.exactTerms.append(.init(members: members, charge: StaffedPartition.forbidden))
      }
    }
    if count > 3 && chance(15) { problem.inseparable.append((0, count - 1)) }
  }

  /// From a stream of its own, so that what else is drawn stays as it is.
  private mutating func addBurdens(seed: UInt64) {
    var random = SeededGenerator(seed: seed, stream: 0xB0D)
    guard random.below(3) == 0 else { return }
    var burdens = StaffedPartition.Burdens(problem)
    func heavy() -> Int { random.below(4) == 0 ? random.below(200) : random.below(40) }
    for index in burdens.visit.indices { burdens.visit[index] = heavy() }
    for index in burdens.seat.indices {
      burdens.seat[index] = heavy()
      burdens.lead[index] = heavy()
    }
    let common = 60 + random.below(120)
    for person in burdens.limit.indices where random.below(8) > 0 {
      burdens.limit[person] = random.below(6) == 0 ? random.below(200) : common
    }
    problem.burdens = burdens
  }

  private mutating func addSlots() {
    guard chance(30) else { return }
    problem.slotWords = 1
    let count = problem.itemCount
    func days() -> UInt64 { random.next() & random.next() & 0xFF | (random.next() & 0xF) }
    problem.hostSlots = (0..<count).map { _ in days() | days() }
    problem.personSlots = (0..<(3 * problem.personCount)).map { _ in days() | days() }
    problem.leadSlots = (0..<(problem.staffCount * count)).map { _ in days() | days() }
  }
}
