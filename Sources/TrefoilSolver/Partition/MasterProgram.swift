/// The linear program over staffed groups: every item in one group, everyone within limits.
///
/// Columns are whole staffed groups (Dantzig and Wolfe, "Decomposition principle for linear
/// programs", Operations Research 8 (1960), doi:10.1287/opre.8.1.101), resting items, and the steps
/// of each person's seats. Every item also has a dear column of its own, so that the program always
/// has a solution; how dear says ``penalty``.
struct MasterProgram {
  /// What a column of the program stands for.
  enum Column {
    case group(Int)
    case rest(Int)
    case step(staff: Int)
    case uncovered(item: Int)
  }

  private let problem: StaffedPartition
  private let program = LinearProgram()
  private var sizeRow: [Int: Int] = [:]
  private var restRow: Int?
  private var dutyRow: [Int: Int] = [:]
  private var dayRow: [Int: Int] = [:]
  private var siteDayRow: [Int: Int] = [:]
  private var burdenRow: [Int: Int] = [:]
  private var seatRow: [Int: Int] = [:]
  private var cutRow: [Int] = []
  private(set) var cuts: CutSet
  private(set) var columns: [Column] = []
  /// Whether a column may be used, by column.
  private var isOpen: [Bool] = []
  /// What leaving an item out costs.
  private(set) var penalty: Double

  init(_ problem: StaffedPartition, penalty: Double) {
    self.problem = problem
    self.penalty = penalty
    cuts = CutSet(itemCount: problem.itemCount)
    for _ in 0..<problem.itemCount { program.addRow(.equal, rightHandSide: 1) }
    addRows()
    for item in 0..<problem.itemCount {
      add(.uncovered(item: item), cost: penalty, entries: [(item, 1)])
    }
    if let restRow {
      for item in 0..<problem.itemCount
      where problem.restCost[item] < StaffedPartition.forbidden {
        add(.rest(item), cost: Double(problem.restCost[item]), entries: [(item, 1), (restRow, 1)])
      }
    }
  }

  private mutating func addRows() {
    let sizes = problem.sizes
    if sizes.count > 1 || problem.restCount > 0 {
      for size in sizes {
        let groups = Double(problem.groupCounts[size] ?? 0)
        sizeRow[size] = program.addRow(.atMost, rightHandSide: groups)
      }
    }
    if problem.restCount > 0 {
      restRow = program.addRow(.atMost, rightHandSide: Double(problem.restCount))
    }
    for person in 0..<problem.personCount {
      if problem.dutyLimit[person] < .max {
        dutyRow[person] = program.addRow(.atMost, rightHandSide: Double(problem.dutyLimit[person]))
      }
      if problem.dayLimit[person] < .max {
        dayRow[person] = program.addRow(.atMost, rightHandSide: Double(problem.dayLimit[person]))
      }
    }
    for (person, limit) in (problem.burdens?.limit ?? []).enumerated() where limit < .max {
      burdenRow[person] = program.addRow(.atMost, rightHandSide: Double(limit))
    }
    for site in 0..<problem.siteCount where problem.siteDayLimit[site] < .max {
      siteDayRow[site] = program.addRow(.atMost, rightHandSide: Double(problem.siteDayLimit[site]))
    }
    for staff in 0..<problem.staffCount where problem.seatSteps[staff].contains(where: { $0 > 0 }) {
      let row = program.addRow(.atMost, rightHandSide: 0)
      seatRow[staff] = row
      let steps = problem.seatSteps[staff]
      for (index, step) in steps.enumerated() {
        let upper = index == steps.count - 1 ? Double.infinity : 1
        add(.step(staff: staff), cost: Double(step), upper: upper, entries: [(row, -1)])
      }
    }
  }

  private mutating func add(
    _ column: Column, cost: Double, upper: Double = .infinity, entries: [(row: Int, value: Double)]
  ) {
    program.addColumn(
      cost: cost, upper: upper, rows: entries.map { Int32($0.row) }, values: entries.map(\.value))
    columns.append(column)
    isOpen.append(true)
  }

  /// Adds a staffed group of the pool.
  mutating func add(_ group: GroupState, pool index: Int) {
    var entries: [(row: Int, value: Double)] = []
    func count(_ row: Int?, _ value: Double) {
      guard let row else { return }
      if let found = entries.firstIndex(where: { $0.row == row }) {
        entries[found].value += value
      } else {
        entries.append((row, value))
      }
    }
    func work(_ person: Int, days: Int) {
      count(dutyRow[person], 1)
      count(dayRow[person], Double(days))
      count(problem.personSites[person].first.flatMap { siteDayRow[$0] }, Double(days))
    }
    func weigh(_ person: Int, _ burden: Int) {
      if burden > 0 { count(burdenRow[person], Double(burden)) }
    }
    let (burdens, items) = (problem.burdens, problem.itemCount)
    for position in 0..<group.size {
      count(Int(group.members[position]), 1)
      let task = group.tasks[position]
      let days = problem.taskDays[Int(task.host)]
      work(problem.itemPerson[Int(task.first)], days: days)
      if task.second >= 0 { work(problem.itemPerson[Int(task.second)], days: days) }
      for seat in 0..<task.staffCount {
        count(seatRow[Int(task.staff[seat])], 1)
        work(problem.staffPerson[Int(task.staff[seat])], days: days)
      }
      if task.lead >= 0 { work(problem.staffPerson[Int(task.lead)], days: 1) }
      guard let burdens else { continue }
      let host = Int(task.host)
      for visitor in [Int(task.first), Int(task.second)] where visitor >= 0 {
        weigh(problem.itemPerson[visitor], burdens.visit[visitor * items + host])
      }
      for seat in 0..<task.staffCount {
        let staff = Int(task.staff[seat])
        weigh(problem.staffPerson[staff], burdens.seat[staff * items + host])
      }
      if task.lead >= 0 {
        let lead = Int(task.lead)
        weigh(problem.staffPerson[lead], burdens.lead[lead * items + host])
      }
    }
    count(sizeRow[group.size], 1)
    for (cut, times) in cuts.counts(group.members, group.size) {
      entries.append((cutRow[cut], Double(times)))
    }
    add(.group(index), cost: Double(group.cost), entries: entries)
  }

  /// Another program with the same columns and rows in the same order, at the same basis.
  func twin(groups: (Int) -> GroupState) -> MasterProgram {
    var twin = MasterProgram(problem, penalty: penalty)
    twin.add(cuts.cuts) { groups($0) }
    for case .group(let pool) in columns { twin.add(groups(pool), pool: pool) }
    for (column, isOpen) in isOpen.enumerated() where !isOpen {
      twin.isOpen[column] = false
      twin.program.setUpper(column, 0)
    }
    twin.program.basis = program.basis
    return twin
  }

  /// Solves it from where the last solution left off; false when the program gave up.
  mutating func solve() -> Bool {
    program.solve(iterationLimit: 200_000) == .optimal
  }

  /// Takes so many steps at most towards a solution; false when the program gave up.
  mutating func solve(iterationLimit: Int) -> Bool {
    let status = program.solve(iterationLimit: iterationLimit)
    return status == .optimal || status == .iterationLimit
  }

  /// Where the program stands, to come back to.
  var basis: LinearProgramBasis {
    get { program.basis }
    set { program.basis = newValue }
  }

  /// Adds cuts over all columns, present and to come. O(columns x cuts of their items).
  mutating func add(_ added: [RankOneCut], groups: (Int) -> GroupState) {
    var fresh = CutSet(itemCount: problem.itemCount)
    for cut in added { fresh.add(cut) }
    var coefficients = fresh.cuts.map { _ in [(column: Int, value: Double)]() }
    for (column, kind) in columns.enumerated() {
      guard case .group(let pool) = kind else { continue }
      let group = groups(pool)
      for (cut, count) in fresh.counts(group.members, group.size) {
        coefficients[cut].append((column, Double(count)))
      }
    }
    for (cut, row) in zip(fresh.cuts, coefficients) where !cuts.contains(cut) {
      cuts.add(cut)
      cutRow.append(
        program.addRow(.atMost, rightHandSide: Double(cut.rightHandSide), coefficients: row))
    }
  }

  /// Takes out cuts that do not bind.
  mutating func removeSlackCuts() {
    guard !cutRow.isEmpty else { return }
    let first = cutRow[0]
    let map = program.removeRows { $0 >= first && program.dual($0) > -1e-7 }
    cuts.keep(cutRow.map { map[$0] != nil })
    cutRow = cutRow.compactMap { map[$0] }
  }

  /// Takes out groups that cost more than `room` beyond what they earn, and tells which pool
  /// indices are left, in the order of their columns.
  mutating func removeGroups(dearerThan room: Double) -> [Int] {
    let map = program.removeColumns { column in
      guard case .group = columns[column] else { return false }
      return program.reducedCost(column) > room
    }
    var left: [Int] = []
    var kept: [Column] = []
    var open: [Bool] = []
    for (column, fresh) in map.enumerated() where fresh != nil {
      open.append(isOpen[column])
      guard case .group(let pool) = columns[column] else {
        kept.append(columns[column])
        continue
      }
      kept.append(.group(left.count))
      left.append(pool)
    }
    (columns, isOpen) = (kept, open)
    return left
  }

  /// Opens and closes columns as a node of the search wants them.
  mutating func restrict(_ isAllowed: (Column) -> Bool) {
    for (index, column) in columns.enumerated() {
      if case .step = column { continue }
      let allowed = isAllowed(column)
      guard allowed != isOpen[index] else { continue }
      isOpen[index] = allowed
      program.setUpper(index, allowed ? .infinity : 0)
    }
  }

  mutating func setPenalty(_ penalty: Double) {
    guard penalty != self.penalty else { return }
    self.penalty = penalty
    for (index, column) in columns.enumerated() {
      if case .uncovered = column { program.setCost(index, penalty) }
    }
  }

  /// Whether the solution leaves out an item, in part at least.
  var isUncovered: Bool {
    columns.indices.contains { index in
      guard case .uncovered = columns[index] else { return false }
      return program.value(index) > 1e-7
    }
  }

  var iterations: Int { program.iterations }
  var objective: Double { program.objective }

  func value(_ column: Int) -> Double { program.value(column) }

  /// The multipliers of the present solution, rounded to whole fine units; prices on limits are
  /// never below zero, so any rounding gives a valid bound.
  func prices() -> Prices {
    var prices = Prices(problem)
    for item in 0..<problem.itemCount { prices.item[item] = Self.fine(program.dual(item)) }
    for (person, row) in dutyRow { prices.duty[person] = max(0, Self.fine(-program.dual(row))) }
    for (person, row) in dayRow { prices.day[person] = max(0, Self.fine(-program.dual(row))) }
    for (site, row) in siteDayRow { prices.siteDay[site] = max(0, Self.fine(-program.dual(row))) }
    for (staff, row) in seatRow { prices.seat[staff] = max(0, Self.fine(-program.dual(row))) }
    if let heaviest = problem.burdens?.heaviest {
      // However dear, no duty costs more than other prices may.
      let dearest = (10_000_000_000_000 << Prices.burdenParts) / heaviest
      for (person, row) in burdenRow {
        let price = -program.dual(row) * Double(PricedTables.scale << Prices.burdenParts)
        guard price.isFinite, price > 0 else { continue }
        prices.burden[person] = Int(min(Double(dearest), price.rounded()))
      }
    }
    prices.cut = cutRow.map { max(0, Self.fine(-program.dual($0))) }
    return prices
  }

  /// A multiplier in whole fine units, kept in a range in which sums are safe: any multipliers give
  /// a bound.
  private static func fine(_ dual: Double) -> Int {
    let scaled = (dual * Double(PricedTables.scale)).rounded()
    guard scaled.isFinite else { return 0 }
    return Int(max(-1e13, min(1e13, scaled)))
  }

  /// What a new group of a size earns beside its items, in fine units: the dual of its count.
  func sizePrice(_ size: Int) -> Int {
    guard let row = sizeRow[size] else { return 0 }
    return Self.fine(program.dual(row))
  }
}
