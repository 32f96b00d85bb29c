/// A part of a partition, to be solved anew while all else stands.
///
/// People who also work elsewhere bring what is left of their limits, and their seats cost what
/// the next ones would. The part costs as much less than the whole as what stands costs.
struct PartitionPart {
  private let whole: StaffedPartition
  private let items: [Int]
  private let staff: [Int]
  private let persons: [Int]
  private var itemIndex: [Int]
  private var staffIndex: [Int]
  private var personIndex: [Int]
  private(set) var problem: StaffedPartition

  /// - Parameters:
  ///   - items: ascending; what must be together must all be among them, or none of it.
  ///   - staff: who may serve, ascending; all who must among them, by a fixed seat or lead.
  ///   - standing: the tasks of all other items.
  init(
    of whole: StaffedPartition, items: [Int], groupCounts: [Int: Int], restCount: Int,
    staff: [Int], standing: [StaffedTask]
  ) {
    self.whole = whole
    self.items = items
    self.staff = staff
    var isPresent = Array(repeating: false, count: whole.personCount)
    for item in items { isPresent[whole.itemPerson[item]] = true }
    for member in staff { isPresent[whole.staffPerson[member]] = true }
    persons = isPresent.indices.filter { isPresent[$0] }
    itemIndex = Self.index(items, of: whole.itemCount)
    staffIndex = Self.index(staff, of: whole.staffCount)
    personIndex = Self.index(persons, of: whole.personCount)
    problem = StaffedPartition(
      itemCount: items.count, groupCounts: groupCounts, restCount: restCount)
    takeGroups()
    takeTasks()
    takeStaff()
    takePeople()
    takeSlots()
    leaveOut(standing)
  }

  private static func index(_ list: [Int], of count: Int) -> [Int] {
    var index = Array(repeating: -1, count: count)
    for (place, entry) in list.enumerated() { index[entry] = place }
    return index
  }

  // MARK: Names

  /// A group of the part as the whole knows it.
  func named(_ group: StaffedGroup) -> StaffedGroup {
    StaffedGroup(
      members: group.members.map { items[$0] },
      tasks: group.tasks.map { task in
        StaffedTask(
          host: items[task.host], visitors: task.visitors.map { items[$0] },
          staff: task.staff.map { staff[$0] }, lead: task.lead.map { staff[$0] })
      })
  }

  /// Resting items of the part as the whole knows them.
  func named(_ resting: [Int]) -> [Int] { resting.map { items[$0] } }

  /// A solution of the part from groups and resting items as the whole knows them.
  func solution(groups: [StaffedGroup], resting: [Int]) -> PartitionSolution {
    let groups = groups.map { group in
      StaffedGroup(
        members: group.members.map { itemIndex[$0] },
        tasks: group.tasks.map { task in
          StaffedTask(
            host: itemIndex[task.host], visitors: task.visitors.map { itemIndex[$0] },
            staff: task.staff.map { staffIndex[$0] }, lead: task.lead.map { staffIndex[$0] })
        })
    }
    let resting = resting.map { itemIndex[$0] }
    return PartitionSolution(
      groups: groups, resting: resting,
      cost: PartitionCost(problem).cost(groups: groups, resting: resting))
  }

  // MARK: Taking over

  private func table<Value>(_ values: [Value], _ rows: [Int], _ count: Int) -> [Value] {
    rows.flatMap { row in items.map { values[row * count + $0] } }
  }

  private mutating func takeGroups() {
    let count = whole.itemCount
    problem.restCost = items.map { whole.restCost[$0] }
    problem.pairCost = table(whole.pairCost, items, count)
    problem.classTerms = whole.classTerms.map { term in
      var term = term
      term.contains = items.map { term.contains[$0] }
      return term
    }
    let isHere = itemIndex.map { $0 >= 0 }
    problem.exactTerms = whole.exactTerms.filter { $0.members.allSatisfy { isHere[$0] } }
      .map { StaffedPartition.ExactTerm(members: renamed($0.members), charge: $0.charge) }
    problem.closedSets = whole.closedSets.filter { $0.allSatisfy { isHere[$0] } }.map(renamed)
    problem.inseparable = whole.inseparable.filter { isHere[$0.0] && isHere[$0.1] }
      .map { (itemIndex[$0.0], itemIndex[$0.1]) }
  }

  private func renamed(_ members: [Int]) -> [Int] { members.map { itemIndex[$0] } }

  private mutating func takeTasks() {
    let count = whole.itemCount
    problem.visitCost = table(whole.visitCost, items, count)
    problem.visitCovers = table(whole.visitCovers, items, count)
    problem.requirementCosts = items.map { whole.requirementCosts[$0] }
    problem.taskDays = items.map { whole.taskDays[$0] }
    problem.outsideCost = items.map { whole.outsideCost[$0] }
    problem.seats = items.map { whole.seats[$0] }
    problem.emptySeatCost = items.map { whole.emptySeatCost[$0] }
    problem.wantsLead = items.map { whole.wantsLead[$0] }
    problem.noLeadCost = items.map { whole.noLeadCost[$0] }
    problem.leadFromOtherSite = items.map { whole.leadFromOtherSite[$0] }
  }

  private mutating func takeStaff() {
    let count = whole.itemCount
    problem.staffCount = staff.count
    problem.seatCost = table(whole.seatCost, staff, count)
    problem.leadCost = table(whole.leadCost, staff, count)
    problem.seatCovers = table(whole.seatCovers, staff, count)
    problem.staffItems = staff.map { member in
      whole.staffItems[member].map { itemIndex[$0] }.filter { $0 >= 0 }
    }
    problem.seatSteps = staff.map { whole.seatSteps[$0] }
    problem.fixedSeats = whole.fixedSeats.filter { itemIndex[$0.host] >= 0 }
      .map { (itemIndex[$0.host], staffIndex[$0.staff]) }
    problem.fixedLeads = whole.fixedLeads.filter { itemIndex[$0.host] >= 0 }
      .map { (itemIndex[$0.host], staffIndex[$0.staff]) }
  }

  private mutating func takePeople() {
    problem.personCount = persons.count
    problem.itemPerson = items.map { personIndex[whole.itemPerson[$0]] }
    problem.staffPerson = staff.map { personIndex[whole.staffPerson[$0]] }
    problem.personSites = persons.map { whole.personSites[$0] }
    problem.siteCount = whole.siteCount
    problem.dutyLimit = persons.map { whole.dutyLimit[$0] }
    problem.dayLimit = persons.map { whole.dayLimit[$0] }
    problem.siteDayLimit = Array(repeating: .max, count: whole.siteCount)
    for site in problem.personSites.compactMap(\.first) {
      problem.siteDayLimit[site] = whole.siteDayLimit[site]
    }
    if let burdens = whole.burdens {
      var part = StaffedPartition.Burdens(problem)
      part.visit = table(burdens.visit, items, whole.itemCount)
      part.seat = table(burdens.seat, staff, whole.itemCount)
      part.lead = table(burdens.lead, staff, whole.itemCount)
      part.limit = persons.map { burdens.limit[$0] }
      problem.burdens = part
    }
    problem.frictions = whole.frictions.filter {
      personIndex[$0.one] >= 0 && personIndex[$0.other] >= 0
    }.map {
      StaffedPartition.Friction(
        one: personIndex[$0.one], other: personIndex[$0.other], charge: $0.charge)
    }
  }

  private mutating func takeSlots() {
    let words = whole.slotWords
    problem.slotWords = words
    guard words > 0 else { return }
    problem.hostSlots = items.flatMap { whole.hostSlots[$0 * words..<($0 + 1) * words] }
    let lengths = whole.personSlots.count / max(1, whole.personCount * words)
    problem.personSlots = (0..<lengths).flatMap { days in
      persons.flatMap { person in
        let start = (days * whole.personCount + person) * words
        return whole.personSlots[start..<start + words]
      }
    }
    problem.leadSlots = staff.flatMap { member in
      items.flatMap { item in
        let start = (member * whole.itemCount + item) * words
        return whole.leadSlots[start..<start + words]
      }
    }
  }

  // MARK: What stands

  /// Takes from everyone's limits what these tasks use.
  private mutating func leaveOut(_ tasks: [StaffedTask]) {
    for task in tasks {
      let days = whole.taskDays[task.host]
      for visitor in task.visitors { use(whole.itemPerson[visitor], days: days) }
      for member in task.staff {
        use(whole.staffPerson[member], days: days)
        let index = staffIndex[member]
        if index >= 0, problem.seatSteps[index].count > 1 {
          problem.seatSteps[index].removeFirst()
        }
      }
      if let lead = task.lead { use(whole.staffPerson[lead], days: 1) }
      if let burdens = whole.burdens { bear(task, burdens) }
    }
  }

  private mutating func bear(_ task: StaffedTask, _ burdens: StaffedPartition.Burdens) {
    func take(_ burden: Int, from person: Int) {
      let index = personIndex[person]
      guard index >= 0, let limit = problem.burdens?.limit[index], limit < .max else { return }
      problem.burdens?.limit[index] = limit - burden
    }
    let count = whole.itemCount
    for visitor in task.visitors {
      take(burdens.visit[visitor * count + task.host], from: whole.itemPerson[visitor])
    }
    for member in task.staff {
      take(burdens.seat[member * count + task.host], from: whole.staffPerson[member])
    }
    if let lead = task.lead {
      take(burdens.lead[lead * count + task.host], from: whole.staffPerson[lead])
    }
  }

  private mutating func use(_ person: Int, days: Int) {
    if let site = whole.personSites[person].first, problem.siteDayLimit[site] < .max {
      problem.siteDayLimit[site] -= days
    }
    let index = personIndex[person]
    guard index >= 0 else { return }
    if problem.dutyLimit[index] < .max { problem.dutyLimit[index] -= 1 }
    if problem.dayLimit[index] < .max { problem.dayLimit[index] -= days }
  }
}
