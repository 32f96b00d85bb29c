/// Solving: prices, columns that enter, and bounds in whole numbers.
extension SelectionProgram {
  enum Status: Sendable {
    case solved
    case infeasible
    /// The limit of steps was met, or a proof did not stand in whole numbers.
    case unfinished
  }

  static let tolerance = 1e-6

  /// Solves under the decisions in force until no column would lower the cost and no row is broken.
  ///
  /// - Parameter stepLimit: simplex steps allowed in all.
  mutating func solve(stepLimit: Int = .max, stop: StopSignal? = nil) -> Status {
    let first = program.iterations
    while true {
      if stop?.isSent == true { return .unfinished }
      let left = stepLimit == .max ? .max : stepLimit - (program.iterations - first)
      if left <= 0 { return .unfinished }
      switch program.solve(iterationLimit: left) {
      case .optimal:
        let columns = columnsThatPay(at: prices) { Double(problem.costs[$0]) }
        // Rows are looked for first: columns that enter rest at zero, and must not be asked yet.
        let hasBroken = enterBrokenRows()
        if columns.isEmpty, !hasBroken { return .solved }
        enter(columns)
      case .infeasible:
        let columns = columnsThatPay(at: weights) { _ in 0 }
        if columns.isEmpty { return isProvenInfeasible ? .infeasible : .unfinished }
        enter(columns)
      case .unbounded, .iterationLimit: return .unfinished
      }
    }
  }

  /// The dual of every row, by number; 0 for rows that are not in the program.
  var prices: [Double] {
    placeOfRow.map { $0 < 0 ? 0 : program.dual(Int($0)) }
  }

  /// The weight of every row in the proof that nothing can be chosen.
  private var weights: [Double] {
    placeOfRow.map { $0 < 0 ? 0 : program.farkas(Int($0)) }
  }

  /// The columns outside the program that cost less than they are worth at these prices, the best of
  /// them if there are many.
  private func columnsThatPay(at prices: [Double], costing cost: (Int) -> Double) -> [Int] {
    if active.count == problem.columnCount { return [] }
    var found: [(value: Double, column: Int)] = []
    for column in 0..<problem.columnCount where !isActive(column) && upper(column) > 0 {
      var value = cost(column)
      forEachEntry(of: column) { value -= prices[$0] * Double($1) }
      if value < -Self.tolerance { found.append((value, column)) }
    }
    let most = max(500, active.count / 4)
    if found.count > most {
      found.sort { ($0.value, $0.column) < ($1.value, $1.column) }
      found.removeSubrange(most...)
    }
    return found.map(\.column).sorted()
  }

  // MARK: Proofs

  /// Prices in whole numbers, the bound they prove, and the reduced costs that go with it.
  struct Proof: Sendable {
    var bound: SelectionBound
    /// By column, times the bound's scale; zero for columns that are out or decided.
    var reducedCosts: [Int]
  }

  /// The bound of what was solved, proven in whole numbers. O(entries).
  func proof() -> Proof {
    proof(prices: prices) { problem.costs[$0] }
  }

  private var isProvenInfeasible: Bool {
    // With no costs at all, and prices that add up to more than zero, nothing can be chosen.
    var prices = proof(prices: weights.map { $0 * 1_000 }) { _ in 0 }
    prices.bound.add(-prices.bound.scale, times: fixedCost)
    return prices.bound.value > 0
  }

  /// The largest sum of coefficients of a column, in size.
  private var mostWeight: Int {
    (0..<problem.columnCount).reduce(1) { most, column in
      var sum = 0
      forEachEntry(of: column) { sum += abs($1) }
      return max(most, sum)
    }
  }

  private func proof(prices all: [Double], costing cost: (Int) -> Int) -> Proof {
    var bound = SelectionBound(prices: all, mostCost: mostCost, most: mostWeight)
    bound.add(bound.scale, times: fixedCost)
    var rounded = [Int](repeating: 0, count: all.count)
    for (row, side) in sides.enumerated() {
      rounded[row] = bound.rounded(all[row], sense: senses[row])
      bound.add(rounded[row], times: side)
    }
    var reducedCosts = [Int](repeating: 0, count: problem.columnCount)
    for column in 0..<problem.columnCount where upper(column) > 0 {
      var value = cost(column) * bound.scale
      forEachEntry(of: column) { value -= rounded[$0] * $1 }
      reducedCosts[column] = value
      if value < 0 { bound.add(value, times: upper(column)) }
    }
    return Proof(bound: bound, reducedCosts: reducedCosts)
  }

  // MARK: What was found

  /// The columns taken in part or whole, with how often, ascending; decided ones are not among them.
  func taken() -> [(column: Int, value: Double)] {
    var taken: [(column: Int, value: Double)] = []
    for (place, column) in active.enumerated() {
      let value = program.value(place)
      if value > Self.tolerance { taken.append((Int(column), value)) }
    }
    return taken.sorted { $0.column < $1.column }
  }

  /// The whole choice, decisions and all, if what was found is whole and keeps every row.
  func wholeChoice(_ decisions: [SelectionDecision]) -> [Int]? {
    var values = [Int](repeating: 0, count: problem.columnCount)
    for (column, value) in taken() {
      guard abs(value - value.rounded()) <= 1e-5 else { return nil }
      values[column] = Int(value.rounded())
    }
    for case .column(let column, let value) in decisions { values[column] = value }
    return problem.allows(values) ? values : nil
  }
}
