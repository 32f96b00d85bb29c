extension SimplexEngine {
  /// Runs the dual simplex method, after making the basis dual feasible by flips and shifted costs.
  ///
  /// Pricing by dual steepest edge: Forrest and Goldfarb, "Steepest-edge simplex algorithms for
  /// linear programming", Mathematical Programming 57 (1992), doi:10.1007/BF01581089. The whole
  /// follows Koberstein, "Progress in the dual simplex algorithm for solving large scale LP
  /// problems: techniques for a fast and stable implementation", Computational Optimization and
  /// Applications 41 (2008), doi:10.1007/s10589-008-9207-4.
  mutating func runDual(limit: Int) -> PhaseOutcome {
    makeDualFeasible()
    var zeroSteps = 0
    while true {
      if factor.wantsRefactorisation {
        guard refactorise() else { return .restart }
        computeBasicValues()
        computeReducedCosts()
        makeDualFeasible()
      }
      let place = chooseDualLeaving()
      guard place >= 0 else { return .finished }
      if iterations >= limit { return .iterationLimit }
      let entering = chooseDualEntering(at: place)
      if entering < 0 {
        if factor.updates > 0 {
          factor.invalidate()
          continue
        }
        recordFarkas(sign: violation[place] > 0 ? 1 : -1)
        return .infeasible
      }
      guard factor.isValid else { continue }
      let dualStep = dualPivot(at: place, entering: entering)
      zeroSteps = dualStep.magnitude > 1e-12 ? 0 : zeroSteps + 1
      if zeroSteps > Self.zeroStepsBeforePerturbation {
        perturbCosts()
        zeroSteps = 0
      }
    }
  }

  /// Flips boxed variables to the bound their reduced cost asks for, and shifts the costs of others.
  private mutating func makeDualFeasible() {
    var hasFlipped = false
    for variable in 0..<variableCount
    where -Double(move.base[variable]) * reducedCost.base[variable] > 0 {
      if lower[variable] == -.infinity || upper[variable] == .infinity {
        shiftCostToZero(variable)
      } else if -Double(move[variable]) * reducedCost[variable] > dualTolerance {
        move[variable] = -move[variable]
        hasFlipped = true
      }
    }
    if hasFlipped { computeBasicValues() }
    for place in 0..<rowCount { updateViolation(at: place) }
  }

  @inline(__always)
  private func updateViolation(at place: Int) {
    let variable = Int(head.base[place])
    let value = basicValue.base[place]
    violation.base[place] =
      max(0, value - upper.base[variable]) + min(0, value - lower.base[variable])
  }

  /// The position of the basic variable to leave, or -1 if all are feasible.
  ///
  /// Leaves the row of that position in `pivotRow` and its exact weight in `dualWeight`. A weight
  /// that proves far too small is corrected, and the choice made again.
  private mutating func chooseDualLeaving() -> Int {
    while true {
      var best = -1
      var bestMerit = 0.0
      for place in 0..<rowCount {
        let gap = violation.base[place]
        if gap.magnitude > primalTolerance && gap * gap > bestMerit * dualWeight.base[place] {
          bestMerit = gap * gap / dualWeight.base[place]
          best = place
        }
      }
      guard best >= 0 else { return -1 }
      computeRowMultipliers(at: best)
      var exact = 0.0
      for entry in 0..<rowMultipliers.count {
        let value = rowMultipliers.values[Int(rowMultipliers.indices[entry])]
        exact += value * value
      }
      let believed = dualWeight[best]
      dualWeight[best] = max(exact, 1e-12)
      if !(believed < 0.25 * exact) {
        computePivotRow()
        return best
      }
    }
  }

  /// The variable to enter for the row of a position, with its column computed; -1 if there is none.
  ///
  /// The pivot is computed by row and by column. Where the two disagree, the factorisation is
  /// marked invalid; if it is fresh, the entry is mere rounding, counts as zero, and the choice is
  /// made again.
  private mutating func chooseDualEntering(at place: Int) -> Int {
    while true {
      let entering = dualRatioTest(infeasibility: violation[place])
      guard entering >= 0 else { return -1 }
      computeEnteringColumn(entering)
      let pivot = enteringColumn.values[place]
      let disagreement = (pivot - pivotRow.values[entering]).magnitude
      if disagreement <= 1e-6 * pivot.magnitude { return entering }
      if factor.updates > 0 {
        factor.invalidate()
        return entering
      }
      pivotRow.values[entering] = 0
    }
  }

  /// Exchanges the chosen variables and updates everything; returns the dual step.
  private mutating func dualPivot(at place: Int, entering: Int) -> Double {
    let falls = violation[place] > 0
    let pivot = enteringColumn.values[place]
    let leaving = Int(head[place])
    if Double(move[entering]) * reducedCost[entering] < 0 { shiftCostToZero(entering) }
    let dualStep = reducedCost[entering] / pivot
    applyFlips()
    let target = falls ? upper[leaving] : lower[leaving]
    let step = (basicValue[place] - target) / pivot
    let value = restingValue(entering) + step
    updateDualWeights(at: place, pivot: pivot)
    moveBasicValues(by: step)
    for entry in 0..<enteringColumn.count {
      updateViolation(at: Int(enteringColumn.indices[entry]))
    }
    moveReducedCosts(by: dualStep)
    exchange(at: place, entering: entering, value: value, toUpper: falls, dualStep: dualStep)
    updateViolation(at: place)
    shiftInfeasibleCosts()
    return dualStep
  }

  /// Flips the variables that the ratio test passed, and moves the basic variables accordingly.
  private mutating func applyFlips() {
    guard flipCount > 0 else { return }
    workColumn.clear()
    for entry in 0..<flipCount {
      let variable = Int(blockers[entry].variable)
      let range = upper[variable] - lower[variable]
      byColumn.add(variable, times: Double(move[variable]) * range, to: &workColumn)
      move[variable] = -move[variable]
    }
    factor.solveForward(&workColumn)
    for entry in 0..<workColumn.count {
      let place = Int(workColumn.indices[entry])
      basicValue[place] -= workColumn.values[place]
      updateViolation(at: place)
    }
    workColumn.clear()
  }

  private mutating func updateDualWeights(at place: Int, pivot: Double) {
    let weight = dualWeight[place]
    factor.solveForward(&rowMultipliers)
    for entry in 0..<enteringColumn.count {
      let other = Int(enteringColumn.indices[entry])
      guard other != place else { continue }
      let ratio = enteringColumn.values[other] / pivot
      let updated =
        dualWeight[other] + ratio * (ratio * weight - 2 * rowMultipliers.values[other])
      dualWeight[other] = max(updated, 1e-4)
    }
    dualWeight[place] = max(weight / (pivot * pivot), 1e-4)
    rowMultipliers.clear()
  }

  /// Shifts costs whose reduced costs the step pushed past the tolerance.
  private mutating func shiftInfeasibleCosts() {
    for entry in 0..<pivotRow.count {
      let variable = Int(pivotRow.indices[entry])
      if -Double(move[variable]) * reducedCost[variable] > dualTolerance {
        shiftCostToZero(variable)
      }
    }
  }

  /// Keeps the multipliers of the present row, the largest scaled to 1, as a proof of infeasibility.
  private mutating func recordFarkas(sign: Double) {
    var largest = 0.0
    for row in 0..<rowCount { largest = max(largest, rowMultipliers.values[row].magnitude) }
    for row in 0..<rowCount {
      let value = sign * rowMultipliers.values[row] / largest
      let slack = Int(rowVariable[row])
      let isAllowed = value > 0 ? trueUpper[slack] < .infinity : trueLower[slack] > -.infinity
      farkas[row] = isAllowed ? value : 0
    }
  }
}
