import TrefoilModel
import TrefoilSolver

/// Turns trustees, schools and rules into a choice among columns: pairs of a trustee and a school,
/// schools that nobody champions, and the fewest schools of a trustee who would take one more.
struct AdvocateCompiler {
  private(set) var problem = SelectionProblem()
  /// What a column of the problem stands for; others only count.
  private(set) var pairOfColumn: [Int: (trustee: Int, school: Int)] = [:]
  /// The choice to begin a search with: a good one, or that in which nobody champions anything.
  private(set) var start: [Int] = []

  private let facts: AdvocateFacts
  private var rowsOfTrustee: [[Int]]
  private var columnOfLevel: [Int] = []
  private var columnOfNobody: [Int] = []
  /// What each trustee costs at each school, by school; nil where it may not be.
  private var costs: [[Int?]] = []

  /// O(trustees x schools x rounds of the start).
  init(_ facts: AdvocateFacts) {
    self.facts = facts
    rowsOfTrustee = facts.trustees.map { _ in [] }
    addMosts()
    addBalance()
    addSchools()
    start = begin()
  }

  /// The choice of ``AdvocateStart``, if it keeps every row; else that of nobody.
  private func begin() -> [Int] {
    let found = AdvocateStart(
      costs: costs, mosts: facts.trustees.map { $0.most ?? facts.schools.count },
      price: facts.trust.scenario.rules[Unchampioned.self].setting,
      isBalanced: !columnOfLevel.isEmpty
    ).choice()
    let values = values(of: found.trustees, level: found.level)
    return problem.allows(values)
      ? values : self.values(of: found.trustees.map { _ in nil }, level: 0)
  }

  private func values(of trustees: [Int?], level: Int) -> [Int] {
    var values = [Int](repeating: 0, count: problem.columnCount)
    if columnOfLevel.indices.contains(level) { values[columnOfLevel[level]] = 1 }
    for (school, trustee) in trustees.enumerated() where trustee == nil {
      values[columnOfNobody[school]] = 1
    }
    for (column, pair) in pairOfColumn where trustees[pair.school] == pair.trustee {
      values[column] = 1
    }
    return values
  }

  private mutating func addMosts() {
    for (index, trustee) in facts.trustees.enumerated() {
      guard let most = trustee.most, most < facts.schools.count else { continue }
      rowsOfTrustee[index].append(problem.addRow(.atMost, most))
    }
  }

  /// For one level: each trustee has at least as many, or all they would take, and at most one more.
  ///
  /// The highest such level is the fewest schools of a trustee who would take one more.
  private mutating func addBalance() {
    guard let charge = facts.trust.scenario.rules[AdvocateBalance.self].setting,
      !facts.trustees.isEmpty
    else { return }
    let one = problem.addRow(.equal, 1)
    var entries = (0...highestLevel).map { _ in
      [SelectionProblem.Entry(row: one, coefficient: 1)]
    }
    for (index, trustee) in facts.trustees.enumerated() {
      let above = problem.addRow(.atMost, 0)
      let below = problem.addRow(.atLeast, 0)
      rowsOfTrustee[index] += [above, below]
      for level in entries.indices {
        let least = min(level, trustee.most ?? level)
        entries[level].append(SelectionProblem.Entry(row: above, coefficient: -(level + 1)))
        entries[level].append(SelectionProblem.Entry(row: below, coefficient: -least))
      }
      if case .minutes(let minutes) = charge {
        problem.addColumn(
          cost: minutes, upper: min(facts.schools.count, SelectionProblem.largestCoefficient),
          entries: [SelectionProblem.Entry(row: above, coefficient: -1)])
      }
    }
    columnOfLevel = entries.map { problem.addColumn(cost: 0, entries: $0) }
  }

  /// The highest level for which there are schools enough.
  private var highestLevel: Int {
    let mosts = facts.trustees.map { min($0.most ?? facts.schools.count, facts.schools.count) }
    var level = 0
    while level < facts.schools.count,
      mosts.reduce(0, { $0 + min($1, level + 1) }) <= facts.schools.count
    {
      level += 1
    }
    return level
  }

  private mutating func addSchools() {
    let rules = facts.trust.scenario.rules
    let single = rules.rules.compactMap { $0 as? any AdvocacyRule }
    costs = facts.schools.map { _ in facts.trustees.map { _ in nil } }
    for (place, school) in facts.schools.enumerated() {
      let row = problem.addRow(.equal, 1)
      let entry = SelectionProblem.Entry(row: row, coefficient: 1)
      for (index, trustee) in facts.trustees.enumerated() {
        if trustee.ties.contains(school.id) { continue }
        let charges = single.flatMap { $0.charges(for: trustee, at: school, of: facts) }
        if charges.contains(where: { $0.charge == .must }) { continue }
        let cost = charges.reduce(0) { sum, charge in
          if case .minutes(let minutes) = charge.charge { sum + minutes } else { sum }
        }
        let column = problem.addColumn(
          cost: cost,
          entries: [entry]
            + rowsOfTrustee[index].map { SelectionProblem.Entry(row: $0, coefficient: 1) })
        pairOfColumn[column] = (index, place)
        costs[place][index] = cost
      }
      columnOfNobody.append(
        problem.addColumn(cost: rules[Unchampioned.self].setting, entries: [entry]))
    }
  }
}
