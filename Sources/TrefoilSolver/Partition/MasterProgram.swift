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
  private var seatRow: [Int: Int] = [:]
  private(set) var columns: [Column] = []
  /// What leaving an item out costs.
  let penalty: Double

  init(_ problem: StaffedPartition, penalty: Double, mayRest: (Int) -> Bool) {
    self.problem = problem
    self.penalty = penalty
    for _ in 0..<problem.itemCount { program.addRow(.equal, rightHandSide: 1) }
    addRows()
    for item in 0..<problem.itemCount {
      add(.uncovered(item: item), cost: penalty, entries: [(item, 1)])
    }
    if let restRow {
      for item in 0..<problem.itemCount where mayRest(item) {
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
    }
    count(sizeRow[group.size], 1)
    add(.group(index), cost: Double(group.cost), entries: entries)
  }

  /// Solves it from where the last solution left off; false when the program gave up.
  mutating func solve() -> Bool {
    program.solve(iterationLimit: 200_000) == .optimal
  }

  var iterations: Int { program.iterations }
  var objective: Double { program.objective }

  func value(_ column: Int) -> Double { program.value(column) }

  /// The multipliers of the present solution, rounded to whole fine units; prices on limits are
  /// never below zero, so any rounding gives a valid bound.
  func prices() -> Prices {
    var prices = Prices(problem)
    func fine(_ dual: Double) -> Int {
      let scaled = (dual * Double(PricedTables.scale)).rounded()
      return abs(scaled) < 1e13 ? Int(scaled) : 0
    }
    for item in 0..<problem.itemCount { prices.item[item] = fine(program.dual(item)) }
    for (person, row) in dutyRow { prices.duty[person] = max(0, fine(-program.dual(row))) }
    for (person, row) in dayRow { prices.day[person] = max(0, fine(-program.dual(row))) }
    for (site, row) in siteDayRow { prices.siteDay[site] = max(0, fine(-program.dual(row))) }
    for (staff, row) in seatRow { prices.seat[staff] = max(0, fine(-program.dual(row))) }
    return prices
  }

  /// What a new group of a size earns beside its items, in fine units: the dual of its count.
  func sizePrice(_ size: Int) -> Int {
    guard let row = sizeRow[size] else { return 0 }
    let scaled = (program.dual(row) * Double(PricedTables.scale)).rounded()
    return abs(scaled) < 1e13 ? Int(scaled) : 0
  }
}
