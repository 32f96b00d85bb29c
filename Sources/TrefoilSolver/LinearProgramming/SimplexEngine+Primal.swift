extension SimplexEngine {
  /// Where the ratio test stopped the entering variable.
  private struct Stop {
    /// The position of the basic variable that stops it, or -1 for its own other bound.
    var place: Int
    var toUpper: Bool
    var step: Double
  }

  /// Runs the primal simplex method from a primal feasible basis.
  ///
  /// Pricing by Devex: Harris, "Pivot selection methods of the Devex LP code", Mathematical
  /// Programming 5 (1973), doi:10.1007/BF01580108. The ratio test in two passes is of the same
  /// paper. When steps stay at zero, the bounds of basic variables are widened by small random
  /// amounts, after which a step of zero length is out of the question.
  mutating func runPrimal(limit: Int) -> PhaseOutcome {
    primalWeight.fill(with: 1)
    let firstIteration = iterations
    var zeroSteps = 0
    while true {
      if factor.wantsRefactorisation && !refreshForPrimal() { return .restart }
      let entering = choosePrimalEntering()
      guard entering >= 0 else { return .finished }
      if startsAfresh(afterSteps: iterations - firstIteration) { return .restart }
      if iterations >= limit { return .iterationLimit }
      computeEnteringColumn(entering)
      guard confirmReducedCost(of: entering) else { continue }
      let stop = primalRatioTest(entering)
      if stop.step == .infinity {
        if factor.updates > 0 {
          factor.invalidate()
          continue
        }
        guard boundsArePerturbed else { return .unbounded }
        allowsBoundPerturbation = false
        return .restart
      }
      zeroSteps = stop.step > 1e-12 ? 0 : zeroSteps + 1
      if stop.place < 0 {
        flip(entering)
      } else if !primalPivot(entering, stop) {
        factor.invalidate()
        continue
      }
      if zeroSteps > Self.zeroStepsBeforePerturbation && !widensEnteringBounds {
        perturbBounds()
        zeroSteps = 0
      }
    }
  }

  /// The nonbasic variable with the most promising reduced cost, or -1.
  private func choosePrimalEntering() -> Int {
    var best = -1
    var bestMerit = 0.0
    let costs = reducedCost.base
    let moves = move.base
    let weights = primalWeight.base
    for variable in 0..<variableCount {
      let gain = -Double(moves[variable]) * costs[variable]
      if gain > dualTolerance && gain * gain > bestMerit * weights[variable] {
        bestMerit = gain * gain / weights[variable]
        best = variable
      }
    }
    return best
  }

  /// Checks the updated reduced cost against one computed from the column.
  ///
  /// Returns false, with the better figure in place, if the variable no longer promises a gain.
  private mutating func confirmReducedCost(of entering: Int) -> Bool {
    var exact = cost[entering]
    for entry in 0..<enteringColumn.count {
      let place = Int(enteringColumn.indices[entry])
      exact -= cost[Int(head[place])] * enteringColumn.values[place]
    }
    reducedCost[entering] = exact
    return -Double(move[entering]) * exact > dualTolerance
  }

  private func primalRatioTest(_ entering: Int) -> Stop {
    let direction = Double(move[entering])
    var largestEntry = 1.0
    for entry in 0..<enteringColumn.count {
      let value = enteringColumn.values[Int(enteringColumn.indices[entry])]
      largestEntry = max(largestEntry, value.magnitude)
    }
    let leastPivot = Self.pivotTolerance * largestEntry
    var loosest = Double.infinity
    for entry in 0..<enteringColumn.count {
      let place = Int(enteringColumn.indices[entry])
      let slope = direction * enteringColumn.values[place]
      guard slope.magnitude > leastPivot else { continue }
      let room = roomOfBasic(at: place, falling: slope > 0)
      loosest = min(loosest, (max(room, 0) + primalTolerance) / slope.magnitude)
    }
    let range = upper[entering] - lower[entering]
    if range <= loosest { return Stop(place: -1, toUpper: false, step: range) }
    var stop = Stop(place: -1, toUpper: false, step: .infinity)
    var largest = 0.0
    for entry in 0..<enteringColumn.count {
      let place = Int(enteringColumn.indices[entry])
      let slope = direction * enteringColumn.values[place]
      guard slope.magnitude > max(leastPivot, largest) else { continue }
      let ratio = max(roomOfBasic(at: place, falling: slope > 0), 0) / slope.magnitude
      if ratio <= loosest {
        largest = slope.magnitude
        stop = Stop(place: place, toUpper: slope < 0, step: ratio)
      }
    }
    return stop
  }

  @inline(__always)
  private func roomOfBasic(at place: Int, falling: Bool) -> Double {
    let variable = Int(head[place])
    return falling ? basicValue[place] - lower[variable] : upper[variable] - basicValue[place]
  }

  private mutating func flip(_ entering: Int) {
    moveBasicValues(by: Double(move[entering]) * (upper[entering] - lower[entering]))
    move[entering] = -move[entering]
    iterations += 1
  }

  /// Brings the entering variable in; false if the two computations of the pivot disagree.
  private mutating func primalPivot(_ entering: Int, _ stop: Stop) -> Bool {
    let pivot = enteringColumn.values[stop.place]
    computeRowMultipliers(at: stop.place)
    computePivotRow()
    let disagreement = (pivot - pivotRow.values[entering]).magnitude
    if factor.updates > 0 && disagreement > 1e-6 * pivot.magnitude { return false }
    let leaving = Int(head[stop.place])
    let dualStep = reducedCost[entering] / pivot
    let step = Double(move[entering]) * stop.step
    let value = restingValue(entering) + step
    moveBasicValues(by: step)
    moveReducedCosts(by: dualStep)
    updatePrimalWeights(entering: entering, leaving: leaving, pivot: pivot)
    if widensEnteringBounds { widenBounds(of: entering) }
    exchange(
      at: stop.place, entering: entering, value: value, toUpper: stop.toUpper, dualStep: dualStep)
    return true
  }

  private mutating func updatePrimalWeights(entering: Int, leaving: Int, pivot: Double) {
    let reference = primalWeight[entering]
    let weights = primalWeight.base
    for entry in 0..<pivotRow.count {
      let variable = Int(pivotRow.indices[entry])
      let ratio = pivotRow.values[variable] / pivot
      weights[variable] = max(weights[variable], ratio * ratio * reference)
    }
    primalWeight[leaving] = max(reference / (pivot * pivot), 1)
  }

  private mutating func refreshForPrimal() -> Bool {
    guard refactorise() else { return false }
    computeBasicValues()
    computeReducedCosts()
    relaxViolatedBounds()
    return true
  }

  /// Lets a bound give way to a basic variable that rounding pushed past it.
  private mutating func relaxViolatedBounds() {
    for place in 0..<rowCount {
      let variable = Int(head[place])
      let value = basicValue[place]
      if value < lower[variable] - primalTolerance {
        lower[variable] = value
        boundsArePerturbed = true
      } else if value > upper[variable] + primalTolerance {
        upper[variable] = value
        boundsArePerturbed = true
      }
    }
  }
}
