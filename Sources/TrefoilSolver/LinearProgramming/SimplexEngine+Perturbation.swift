extension SimplexEngine {
  /// The least pivots, as parts of the largest entry of the column or of the row's multipliers.
  static let pivotTolerance = 1e-9
  static let dualPivotTolerance = 1e-9
  /// Steps of zero length in a row that are taken for a stall.
  static let zeroStepsBeforePerturbation = 10

  /// Widens the bounds of every basic variable by a random amount, and from now on of every
  /// variable that enters.
  ///
  /// Widening the bounds of a basic variable keeps the basis feasible, and as no two rooms are
  /// equal any more, no step has length zero. Resting variables keep their exact bounds.
  mutating func perturbBounds() {
    guard allowsBoundPerturbation else { return }
    widensEnteringBounds = true
    for place in 0..<rowCount { widenBounds(of: Int(head[place])) }
  }

  /// Widens the bounds of one variable; fixed ones stay, as they leave for good.
  mutating func widenBounds(of variable: Int) {
    guard lower[variable] < upper[variable] else { return }
    boundsArePerturbed = true
    lower[variable] -= randomAmount(for: lower[variable])
    upper[variable] += randomAmount(for: upper[variable])
  }

  /// Pushes every reduced cost away from zero, into its feasible side, by a random amount.
  mutating func perturbCosts() {
    costsArePerturbed = true
    for variable in 0..<variableCount where move[variable] != 0 {
      let shift = Double(move[variable]) * randomAmount(for: cost[variable])
      cost[variable] += shift
      reducedCost[variable] += shift
    }
  }

  /// Changes the cost of a nonbasic variable so that its reduced cost becomes zero.
  mutating func shiftCostToZero(_ variable: Int) {
    cost[variable] -= reducedCost[variable]
    reducedCost[variable] = 0
    costsArePerturbed = true
  }

  private mutating func randomAmount(for number: Double) -> Double {
    guard number.isFinite else { return 0 }
    return 1e-6 * perturbationScale * (1 + generator.unit()) * (1 + min(number.magnitude, 1000))
  }
}
