extension SimplexEngine {
  /// Chooses the variable to enter for the row in `pivotRow`; -1 proves the row infeasible.
  ///
  /// The breakpoints are passed in groups, each as wide as Harris' tolerance allows. A group all
  /// of whose variables can be flipped to their other bounds, without using up the infeasibility
  /// of the row, is passed; in the last group the largest pivot is chosen. The first `flipCount`
  /// entries of `candidate` are the variables passed. Bound flipping: Maros, "A generalized dual
  /// phase-2 simplex algorithm", European Journal of Operational Research 149 (2003),
  /// doi:10.1016/S0377-2217(02)00562-0.
  mutating func dualRatioTest(infeasibility: Double) -> Int {
    let sign: Double = infeasibility > 0 ? 1 : -1
    flipCount = 0
    var count = gatherCandidates(sign: sign)
    var groupStart = 0
    var slope = infeasibility.magnitude
    var fallback = -1
    var fallbackStart = 0
    var fallbackPivot = 0.0
    while groupStart < count {
      let loosest = loosestStep(from: groupStart, to: count, sign: sign)
      let group = passGroup(from: groupStart, to: count, sign: sign, within: loosest)
      slope -= group.slope
      if group.pivot >= min(0.1 * fallbackPivot, 1) {
        fallback = group.best
        fallbackPivot = max(group.pivot, fallbackPivot)
        fallbackStart = groupStart
      }
      if slope <= primalTolerance { break }
      groupStart = group.end
      if groupStart == count {
        count = 0
        fallback = -1
      }
    }
    flipCount = fallback < 0 ? 0 : fallbackStart
    return fallback
  }

  /// Lists the variables that block the dual step.
  private func gatherCandidates(sign: Double) -> Int {
    var count = 0
    for entry in 0..<pivotRow.count {
      let variable = Int(pivotRow.indices[entry])
      let slope = sign * Double(move[variable]) * pivotRow.values[variable]
      if slope > Self.dualPivotTolerance {
        candidate[count] = Int32(truncatingIfNeeded: variable)
        count += 1
      }
    }
    return count
  }

  /// The longest step that leaves every reduced cost listed within the tolerance.
  private func loosestStep(from start: Int, to end: Int, sign: Double) -> Double {
    var loosest = Double.infinity
    for entry in start..<end {
      let variable = Int(candidate[entry])
      let room = max(0, Double(move[variable]) * reducedCost[variable])
      loosest = min(loosest, (room + dualTolerance) / pivotRow.values[variable].magnitude)
    }
    return loosest
  }

  /// Moves the candidates that block within a step to the front of the list.
  ///
  /// Gives the end of the group, the one with the largest pivot, and the slope lost in passing all.
  private func passGroup(
    from start: Int, to end: Int, sign: Double, within loosest: Double
  ) -> (end: Int, best: Int, pivot: Double, slope: Double) {
    var groupEnd = start
    var best = -1
    var largest = 0.0
    var slope = 0.0
    for entry in start..<end {
      let variable = Int(candidate[entry])
      let pivot = pivotRow.values[variable].magnitude
      let room = max(0, Double(move[variable]) * reducedCost[variable])
      guard room <= loosest * pivot else { continue }
      slope += pivot * (upper[variable] - lower[variable])
      if pivot > largest {
        largest = pivot
        best = variable
      }
      candidate[entry] = candidate[groupEnd]
      candidate[groupEnd] = Int32(truncatingIfNeeded: variable)
      groupEnd += 1
    }
    return (groupEnd, best, largest, slope)
  }
}
