extension SimplexEngine {
  /// A nonbasic variable that blocks the dual step.
  struct Blocker: BitwiseCopyable {
    var variable: Int32
    /// The magnitude of its entry in the pivot row.
    var pivot: Double
    /// How far its reduced cost is from zero.
    var room: Double
  }

  /// What passing a group of blockers would mean.
  private struct Group {
    var end: Int
    var best = -1
    var pivot = 0.0
    var slope = 0.0
  }

  /// Chooses the variable to enter for the row in `pivotRow`; -1 proves the row infeasible.
  ///
  /// The breakpoints are passed in groups, each as wide as Harris' tolerance allows. A group all
  /// of whose variables can be flipped to their other bounds, without using up the infeasibility
  /// of the row, is passed; in the last group the largest pivot is chosen, or, if that is small, in
  /// the last group before it with a better one. The first `flipCount` entries of `blockers` are
  /// the variables passed. Bound flipping: Maros, "A generalized dual phase-2 simplex algorithm",
  /// European Journal of Operational Research 149 (2003), pages 1-16.
  mutating func dualRatioTest(infeasibility: Double) -> Int {
    flipCount = 0
    let count = gatherBlockers(sign: infeasibility > 0 ? 1 : -1)
    var groupStart = 0
    var slope = infeasibility.magnitude
    var chosen = -1
    var largestPivot = 0.0
    while groupStart < count {
      let group = passGroup(from: groupStart, to: count)
      slope -= group.slope
      if group.pivot >= min(0.1 * largestPivot, 1) {
        chosen = group.best
        largestPivot = max(group.pivot, largestPivot)
        flipCount = groupStart
      }
      if slope <= primalTolerance { return chosen }
      if group.end == groupStart { break }
      groupStart = group.end
    }
    // Even with every blocker at its other bound the row would be violated.
    flipCount = 0
    return -1
  }

  /// Lists the variables that block the dual step, and returns how many there are.
  private func gatherBlockers(sign: Double) -> Int {
    var largestMultiplier = 1.0
    for entry in 0..<rowMultipliers.count {
      let row = Int(rowMultipliers.indices[entry])
      largestMultiplier = max(largestMultiplier, rowMultipliers.values[row].magnitude)
    }
    let leastPivot = Self.dualPivotTolerance * largestMultiplier
    let values = pivotRow.values.base
    let indices = pivotRow.indices.base
    var count = 0
    for entry in 0..<pivotRow.count {
      let variable = Int(indices[entry])
      let direction = Double(move.base[variable])
      let slope = sign * direction * values[variable]
      guard slope > leastPivot else { continue }
      blockers.base[count] = Blocker(
        variable: indices[entry], pivot: slope,
        room: max(0, direction * reducedCost.base[variable]))
      count += 1
    }
    return count
  }

  /// Moves the blockers of the next group to the front of the list.
  ///
  /// The group is those that block within the longest step that leaves the reduced costs of all
  /// blockers listed within the tolerance.
  private func passGroup(from start: Int, to end: Int) -> Group {
    let list = blockers.base
    var loosest = Double.infinity
    for entry in start..<end {
      loosest = min(loosest, (list[entry].room + dualTolerance) / list[entry].pivot)
    }
    var group = Group(end: start)
    for entry in start..<end where list[entry].room <= loosest * list[entry].pivot {
      let blocker = list[entry]
      let variable = Int(blocker.variable)
      group.slope += blocker.pivot * (upper[variable] - lower[variable])
      if blocker.pivot > group.pivot {
        group.pivot = blocker.pivot
        group.best = variable
      }
      list[entry] = list[group.end]
      list[group.end] = blocker
      group.end += 1
    }
    return group
  }
}
