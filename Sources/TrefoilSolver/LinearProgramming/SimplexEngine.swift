/// The state of the bounded-variable revised simplex method, and the changes a caller may make.
///
/// Every row i gets a slack: row + slack = right-hand side, with bounds [0, 0] for `equal`,
/// [0, inf) for `atMost` and (-inf, 0] for `atLeast`. Columns and slacks are 'variables' in one
/// numbering, in order of creation; each has at least one finite bound.
struct SimplexEngine: ~Copyable {
  var byColumn = SparseLists()
  var byRow = SparseLists()
  var rightHandSide = FlatArray<Double>()

  /// The caller's bounds and costs.
  var trueLower = FlatArray<Double>()
  var trueUpper = FlatArray<Double>()
  var trueCost = FlatArray<Double>()
  /// The bounds and costs at work: the caller's, or those plus a perturbation.
  var lower = FlatArray<Double>()
  var upper = FlatArray<Double>()
  var cost = FlatArray<Double>()

  /// Where a nonbasic variable can go: 1 up from its lower bound, -1 down from its upper, 0 if
  /// fixed; 0 for a basic variable too.
  var move = FlatArray<Int8>()
  /// The place in the basis, or -1 for a nonbasic variable.
  var position = FlatArray<Int32>()
  var reducedCost = FlatArray<Double>()
  var primalWeight = FlatArray<Double>()

  var columnVariable = FlatArray<Int32>()
  var rowVariable = FlatArray<Int32>()

  /// The basic variable at each position, its value, and its steepest edge weight.
  var head = FlatArray<Int32>()
  var basicValue = FlatArray<Double>()
  var dualWeight = FlatArray<Double>()
  /// How far the basic variable lies above its upper bound, or, negative, below its lower one; kept
  /// by the dual method alone.
  var violation = FlatArray<Double>()
  var dual = FlatArray<Double>()
  var farkas = FlatArray<Double>()
  /// The right-hand sides less what the nonbasic variables take.
  var restingSide = FlatArray<Double>()

  var factor = BasisFactor()
  var enteringColumn = WorkVector()
  var rowMultipliers = WorkVector()
  var pivotRow = WorkVector()
  var workColumn = WorkVector()
  /// The nonbasic variables that the dual ratio test may choose, and those it passes.
  var blockers = FlatArray<Blocker>()
  var oldHead = FlatArray<Int32>()
  var oldWeight = FlatArray<Double>()
  var flipCount = 0

  var generator = SeededGenerator(seed: 0)
  var iterations = 0
  var hasStartedAfresh = false
  var perturbationScale = 1.0
  var boundsArePerturbed = false
  var costsArePerturbed = false
  var allowsBoundPerturbation = true
  /// Whether a variable entering the basis gets wider bounds as the others did.
  var widensEnteringBounds = false
  /// Whether the reduced costs of the first `pricedCount` variables fit the basis and the costs.
  var reducedCostsAreCurrent = false
  var pricedCount = 0
  var primalTolerance = 1e-9
  var dualTolerance = 1e-9

  var rowCount: Int { rowVariable.count }
  var columnCount: Int { columnVariable.count }
  var variableCount: Int { position.count }

  mutating func addRow(_ sense: RowSense, rightHandSide value: Double) -> Int {
    let row = rowCount
    let variable = addVariable(
      lower: sense == .atLeast ? -.infinity : 0, upper: sense == .atMost ? .infinity : 0, cost: 0,
      room: 1)
    byRow.addList(room: 8)
    rightHandSide.append(value)
    rowVariable.append(Int32(truncatingIfNeeded: variable))
    addEntry(row: row, variable: variable, value: 1)
    position[variable] = Int32(truncatingIfNeeded: head.count)
    head.append(Int32(truncatingIfNeeded: variable))
    basicValue.append(0)
    dualWeight.append(1)
    violation.append(0)
    dual.append(0)
    farkas.append(0)
    factor.invalidate()
    enteringColumn.resize(to: rowCount)
    rowMultipliers.resize(to: rowCount)
    workColumn.resize(to: rowCount)
    return row
  }

  mutating func addColumn(cost: Double, upper: Double, room: Int) -> Int {
    let variable = addVariable(lower: 0, upper: upper, cost: cost, room: room)
    columnVariable.append(Int32(truncatingIfNeeded: variable))
    return columnVariable.count - 1
  }

  /// Adds to the coefficient of a variable in a row; one of the two must be the newest of its kind.
  mutating func addEntry(row: Int, variable: Int, value: Double) {
    guard value != 0 else { return }
    if byColumn.lastIndex(of: variable) == row || byRow.lastIndex(of: row) == variable {
      byColumn.value[byColumn.place(of: row, in: variable)] += value
      byRow.value[byRow.place(of: variable, in: row)] += value
      return
    }
    byColumn.append(index: row, value: value, to: variable)
    byRow.append(index: variable, value: value, to: row)
  }

  /// Changes the upper bound of a variable; between solves no bound is perturbed.
  mutating func setUpper(_ variable: Int, _ value: Double) {
    trueUpper[variable] = value
    upper[variable] = value
    settleMove(variable)
  }

  mutating func setCost(_ variable: Int, _ value: Double) {
    trueCost[variable] = value
    cost[variable] = value
    reducedCostsAreCurrent = false
  }

  private mutating func addVariable(
    lower low: Double, upper high: Double, cost weight: Double, room: Int
  ) -> Int {
    let variable = variableCount
    byColumn.addList(room: room)
    trueLower.append(low)
    trueUpper.append(high)
    trueCost.append(weight)
    lower.append(low)
    upper.append(high)
    cost.append(weight)
    move.append(low == high ? 0 : low == -.infinity ? -1 : 1)
    position.append(-1)
    reducedCost.append(0)
    primalWeight.append(1)
    blockers.append(Blocker(variable: 0, pivot: 0, room: 0))
    pivotRow.resize(to: variableCount)
    return variable
  }

  /// The value of a nonbasic variable: the bound it rests on.
  func restingValue(_ variable: Int) -> Double {
    move[variable] < 0 ? upper[variable] : lower[variable]
  }

  /// The value of any variable.
  func value(ofVariable variable: Int) -> Double {
    let place = Int(position[variable])
    return place < 0 ? restingValue(variable) : basicValue[place]
  }
}
