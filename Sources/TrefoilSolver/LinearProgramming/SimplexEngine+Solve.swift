extension SimplexEngine {
  /// How one run of the primal or the dual simplex method ended.
  enum PhaseOutcome {
    /// No further step improves the problem at work.
    case finished
    case infeasible
    case unbounded
    case iterationLimit
    /// The basis was repaired or replaced, or a verdict has to be checked: begin again from it.
    case restart
  }

  /// Rounds of solving and taking back perturbations before giving up; two or three are usual.
  private static let roundLimit = 200

  /// Solves from the present basis.
  ///
  /// Each round takes back every perturbation and looks at the basis: primal feasible, the primal
  /// method improves it; otherwise the dual method runs, on costs shifted just enough to be dual
  /// feasible. The dual method's verdict 'infeasible' holds whatever the costs, so no other first
  /// phase is needed. A perturbation is drawn smaller in each round, so the rounds come to an end.
  mutating func solve(iterationLimit: Int) -> LinearProgramStatus {
    generator = SeededGenerator(seed: 0x5EED)
    allowsBoundPerturbation = true
    hasStartedAfresh = false
    setTolerances()
    let (last, overflow) = iterations.addingReportingOverflow(max(0, iterationLimit))
    let limit = overflow ? Int.max : last
    for round in 0..<Self.roundLimit {
      perturbationScale = 1 / Double(1 << min(round / 2, 14))
      let isPrimalFeasible = evaluateBasis()
      if isPrimalFeasible && largestDualInfeasibility() <= dualTolerance { return .optimal }
      switch isPrimalFeasible ? runPrimal(limit: limit) : runDual(limit: limit) {
      case .finished, .restart: break
      case .infeasible: return end(with: .infeasible)
      case .unbounded: return end(with: .unbounded)
      case .iterationLimit: return end(with: .iterationLimit)
      }
    }
    return end(with: .iterationLimit)
  }

  /// Leaves a solve that found no optimum, with the basis reached evaluated as it stands.
  private mutating func end(with status: LinearProgramStatus) -> LinearProgramStatus {
    _ = evaluateBasis()
    return status
  }

  /// Tolerances are absolute for numbers of everyday size, and grow with very large ones.
  private mutating func setTolerances() {
    var largestCost = 0.0
    for variable in 0..<variableCount {
      largestCost = max(largestCost, trueCost.base[variable].magnitude)
    }
    var largestSide = 0.0
    for row in 0..<rowCount { largestSide = max(largestSide, rightHandSide.base[row].magnitude) }
    dualTolerance = 1e-9 * max(1, largestCost * 1e-4)
    primalTolerance = 1e-9 * max(1, largestSide * 1e-4)
  }

  /// Takes back perturbations and computes values and duals anew; whether the values are feasible.
  private mutating func evaluateBasis() -> Bool {
    takeBackPerturbations()
    if !factor.isValid { refactorise() }
    computeBasicValues()
    if reducedCostsAreCurrent { priceNewVariables() } else { computeReducedCosts() }
    if factor.updates > 0 && residual() > 0.1 {
      refactorise()
      computeBasicValues()
      computeReducedCosts()
    }
    return largestPrimalInfeasibility() <= primalTolerance
  }

  /// Restores the caller's bounds and costs where they were perturbed.
  private mutating func takeBackPerturbations() {
    if costsArePerturbed {
      cost.assign(from: trueCost)
      costsArePerturbed = false
      reducedCostsAreCurrent = false
    }
    if boundsArePerturbed {
      lower.assign(from: trueLower)
      upper.assign(from: trueUpper)
      for variable in 0..<variableCount { settleMove(variable) }
      boundsArePerturbed = false
    }
    widensEnteringBounds = false
  }

  /// Makes `move` agree with the bounds.
  func settleMove(_ variable: Int) {
    let low = lower[variable]
    let high = upper[variable]
    if position[variable] >= 0 || low == high {
      move[variable] = 0
    } else if low == -.infinity || (move[variable] < 0 && high < .infinity) {
      move[variable] = -1
    } else {
      move[variable] = 1
    }
  }

  /// Factorises the basis; columns that depend on others are replaced by slacks.
  ///
  /// Basic variables change their positions. Returns false if any was replaced.
  @discardableResult
  mutating func refactorise() -> Bool {
    let repairedCount = factor.factorise(columns: byColumn, head: head)
    for repair in 0..<repairedCount {
      let place = Int(factor.repairedPosition[repair])
      let leaving = Int(head[place])
      position[leaving] = -1
      settleMove(leaving)
      let slack = rowVariable[Int(factor.slotOfPosition[place])]
      head[place] = slack
      move[Int(slack)] = 0
      dualWeight[place] = 1
    }
    if repairedCount > 0 { reducedCostsAreCurrent = false }
    arrange()
    return repairedCount == 0
  }

  /// Moves every basic variable to the position that the factorisation gave it.
  private mutating func arrange() {
    oldHead.assign(from: head)
    oldWeight.assign(from: dualWeight)
    for place in 0..<rowCount {
      let slot = Int(factor.slotOfPosition[place])
      head[slot] = oldHead[place]
      dualWeight[slot] = oldWeight[place]
      position[Int(oldHead[place])] = Int32(truncatingIfNeeded: slot)
    }
  }

  /// Computes the basic variables from the resting places of the others.
  mutating func computeBasicValues() {
    workColumn.clear()
    for row in 0..<rowCount where rightHandSide[row] != 0 {
      workColumn.insert(rightHandSide[row], at: row)
    }
    // Lower bounds, where finite, are zero unless perturbed.
    for variable in 0..<variableCount
    where move.base[variable] < 0 || (boundsArePerturbed && position.base[variable] < 0) {
      let value = restingValue(variable)
      if value != 0 { byColumn.add(variable, times: -value, to: &workColumn) }
    }
    restingSide.assign(from: workColumn.values)
    factor.solveForward(&workColumn)
    basicValue.assign(from: workColumn.values)
    workColumn.clear()
  }

  /// Computes the duals of the rows and the reduced costs of all variables.
  mutating func computeReducedCosts() {
    workColumn.clear()
    for place in 0..<rowCount where cost[Int(head[place])] != 0 {
      workColumn.insert(cost[Int(head[place])], at: place)
    }
    factor.solveTransposed(&workColumn)
    dual.assign(from: workColumn.values)
    workColumn.clear()
    pricedCount = 0
    priceNewVariables()
    reducedCostsAreCurrent = true
  }

  /// Computes the reduced costs of variables added since they were last computed.
  private mutating func priceNewVariables() {
    for variable in pricedCount..<variableCount {
      let isBasic = position.base[variable] >= 0
      reducedCost.base[variable] =
        isBasic ? 0 : cost.base[variable] - byColumn.product(variable, with: dual.base)
    }
    pricedCount = variableCount
  }

  /// The largest error of a row or of the reduced cost of a basic variable, in tolerances.
  private func residual() -> Double {
    var primalError = 0.0
    var dualError = 0.0
    for place in 0..<rowCount {
      let variable = Int(head[place])
      byColumn.subtract(variable, times: basicValue[place], from: restingSide.base)
      let error = cost[variable] - byColumn.product(variable, with: dual.base)
      dualError = max(dualError, error.magnitude)
    }
    for row in 0..<rowCount { primalError = max(primalError, restingSide[row].magnitude) }
    return max(primalError / primalTolerance, dualError / dualTolerance)
  }

  /// The largest distance of a basic variable from its bounds at work.
  func largestPrimalInfeasibility() -> Double {
    var worst = 0.0
    for place in 0..<rowCount {
      let variable = Int(head[place])
      let value = basicValue[place]
      worst = max(worst, lower[variable] - value, value - upper[variable])
    }
    return worst
  }

  /// The largest reduced cost of the wrong sign.
  func largestDualInfeasibility() -> Double {
    var worst = 0.0
    for variable in 0..<variableCount {
      worst = max(worst, -Double(move.base[variable]) * reducedCost.base[variable])
    }
    return worst
  }
}
