/// A linear program that grows, shrinks and is solved again and again from where it stood.
///
/// Minimises the sum of cost times value over columns with 0 <= value <= upper, subject to rows
/// `equal`, `atMost` or `atLeast` their right-hand sides. Made for column generation with cuts and
/// branching on set partitioning problems: added columns are priced in by the primal simplex
/// method, added rows and lowered bounds are repaired by the dual one, both from the last basis.
///
/// The method is the bounded-variable revised simplex method; `SimplexEngine` and `BasisFactor`
/// name the sources. An optimal answer is optimal for the numbers given, not for perturbed ones:
/// rows, bounds and signs of reduced costs hold to within 1e-9 (times 1e-4 of the largest
/// right-hand side or cost, where that is above 10,000). The same calls in the same order give
/// the same answers to the last bit.
///
/// Coefficients should be within two or three powers of ten of 1: rows and columns are not scaled.
///
/// Numbers must be finite (uppers may be infinite) and indices in range; anything else is a
/// programming error and stops the program.
public final class LinearProgram {
  private var engine = SimplexEngine()
  /// What the last solve found; `iterationLimit` before the first.
  public private(set) var status = LinearProgramStatus.iterationLimit

  /// A program without rows or columns.
  public init() {}

  // MARK: Building

  public var rowCount: Int { engine.rowCount }
  public var columnCount: Int { engine.columnCount }

  /// Adds a row without coefficients and returns its index; columns added later may name it.
  @discardableResult
  public func addRow(_ sense: RowSense, rightHandSide: Double) -> Int {
    precondition(rightHandSide.isFinite, "right-hand side is not finite")
    return engine.addRow(sense, rightHandSide: rightHandSide)
  }

  /// Adds a row over existing columns, such as a cut, and returns its index.
  ///
  /// Values of a column named twice are added up. Amortised O(coefficients); the next solve
  /// factorises the basis anew.
  @discardableResult
  public func addRow(
    _ sense: RowSense, rightHandSide: Double, coefficients: [(column: Int, value: Double)]
  ) -> Int {
    let row = addRow(sense, rightHandSide: rightHandSide)
    for (column, value) in coefficients {
      precondition(value.isFinite, "coefficient is not finite")
      engine.addEntry(row: row, variable: variable(column), value: value)
    }
    return row
  }

  /// Adds a column and returns its index; it rests at zero.
  ///
  /// Values of a row named twice are added up. Amortised O(coefficients).
  @discardableResult
  public func addColumn(
    cost: Double, upper: Double = .infinity, rows: [Int32], values: [Double]
  ) -> Int {
    addColumn(cost: cost, upper: upper, rows: rows[...], values: values[...])
  }

  /// Adds a column from parts of larger arrays, without a copy.
  @discardableResult
  public func addColumn(
    cost: Double, upper: Double = .infinity, rows: ArraySlice<Int32>, values: ArraySlice<Double>
  ) -> Int {
    precondition(cost.isFinite, "cost is not finite")
    precondition(upper >= 0, "upper bound is below zero or not a number")
    precondition(rows.count == values.count, "a row index and a value for each coefficient")
    let column = engine.addColumn(cost: cost, upper: upper, room: rows.count)
    let variable = variable(column)
    for (row, value) in zip(rows, values) {
      precondition(row >= 0 && row < rowCount, "no such row")
      precondition(value.isFinite, "coefficient is not finite")
      engine.addEntry(row: Int(row), variable: variable, value: value)
    }
    return column
  }

  /// Changes the upper bound of a column; zero shuts it out, as branching does.
  public func setUpper(_ column: Int, _ upper: Double) {
    precondition(upper >= 0, "upper bound is below zero or not a number")
    engine.setUpper(variable(column), upper)
  }

  /// Changes the cost of a column.
  public func setCost(_ column: Int, _ cost: Double) {
    precondition(cost.isFinite, "cost is not finite")
    engine.setCost(variable(column), cost)
  }

  /// Changes the right-hand side of a row.
  public func setRightHandSide(_ row: Int, _ value: Double) {
    precondition(row >= 0 && row < rowCount, "no such row")
    precondition(value.isFinite, "right-hand side is not finite")
    engine.rightHandSide[row] = value
  }

  /// The upper bound of a column as last set.
  public func upper(_ column: Int) -> Double { engine.trueUpper[variable(column)] }

  /// The cost of a column as last set.
  public func cost(_ column: Int) -> Double { engine.trueCost[variable(column)] }

  /// Removes the columns asked for that are nonbasic at zero; others stay whatever is asked.
  ///
  /// Returns the new index of every column, nil if removed. O(nonzeros).
  @discardableResult
  public func removeColumns(where shouldRemove: (Int) -> Bool) -> [Int?] {
    let keeps = (0..<columnCount).map { column in
      isBasic(column) || value(column) != 0 || !shouldRemove(column)
    }
    return engine.compact(
      keepsColumn: keeps, keepsRow: [Bool](repeating: true, count: rowCount)
    ).columns
  }

  /// Removes the rows asked for whose slacks are basic (which do not bind); others stay.
  ///
  /// Returns the new index of every row, nil if removed. O(nonzeros).
  @discardableResult
  public func removeRows(where shouldRemove: (Int) -> Bool) -> [Int?] {
    let keeps = (0..<rowCount).map { row in !isSlackBasic(row) || !shouldRemove(row) }
    return engine.compact(
      keepsColumn: [Bool](repeating: true, count: columnCount), keepsRow: keeps
    ).rows
  }

  // MARK: Solving

  /// Solves from the present basis and returns what was found.
  ///
  /// - Parameter iterationLimit: Simplex steps allowed in this call. Past it the basis reached is
  ///   kept, and a further call goes on from it.
  @discardableResult
  public func solve(iterationLimit: Int = .max) -> LinearProgramStatus {
    status = engine.solve(iterationLimit: iterationLimit)
    return status
  }

  /// Simplex steps since the program was made: a measure of work that no clock disturbs.
  public var iterations: Int { engine.iterations }

  /// The basis reached; set it to go back to an earlier one, as branch and bound does.
  public var basis: LinearProgramBasis {
    get { engine.basis }
    set { engine.restore(newValue) }
  }

  // MARK: The answer

  /// The cost of the present values; meaningful after `optimal`.
  public var objective: Double {
    var sum = 0.0
    for column in 0..<columnCount { sum += cost(column) * value(column) }
    return sum
  }

  /// The value of a column; meaningful after `optimal`.
  public func value(_ column: Int) -> Double {
    let variable = variable(column)
    return max(0, min(engine.value(ofVariable: variable), engine.trueUpper[variable]))
  }

  /// The dual of a row, the change of cost for one more on the right; meaningful after `optimal`.
  ///
  /// Never above zero for `atMost`, never below zero for `atLeast`, within the tolerance.
  public func dual(_ row: Int) -> Double { engine.dual[row] }

  /// The cost of a column less the duals of its rows; meaningful after `optimal`.
  public func reducedCost(_ column: Int) -> Double { engine.reducedCost[variable(column)] }

  /// Whether a column is in the basis.
  public func isBasic(_ column: Int) -> Bool { engine.position[variable(column)] >= 0 }

  /// Whether the slack of a row is in the basis, so that the row does not bind.
  public func isSlackBasic(_ row: Int) -> Bool {
    engine.position[Int(engine.rowVariable[row])] >= 0
  }

  /// The multiples of rows that add up to the row of the tableau of a column in the basis, without
  /// those that are nearly zero, in ascending order of rows; meaningful after `optimal`, and none once
  /// rows were added or removed since. O(rows).
  public func tableauMultiples(ofBasic column: Int) -> [(row: Int, value: Double)] {
    precondition(isBasic(column), "the column is not in the basis")
    return engine.tableauMultiples(at: Int(engine.position[variable(column)]))
  }

  /// The weight of a row in the proof of infeasibility; meaningful after `infeasible`.
  ///
  /// The largest magnitude is 1. Signs are as for duals: never above zero for `atMost`, never below
  /// for `atLeast`. With f the weights and b the right-hand sides, f b exceeds the sum over columns
  /// j of max(0, f a_j) upper_j. A new column whose weighted sum f a_j is above zero may mend it;
  /// the proof stands while there is none (Farkas pricing).
  public func farkas(_ row: Int) -> Double { engine.farkas[row] }

  private func variable(_ column: Int) -> Int {
    precondition(column >= 0 && column < columnCount, "no such column")
    return Int(engine.columnVariable[column])
  }
}
