/// Cheaper schedules among those without conflicts.
///
/// A conflict has a price that grows against the temperature as this falls, so that a walk passes
/// through conflicts early and never late. Besides the sum, uneven costs of the rounds are charged a
/// little, so that of schedules about as cheap an even one is kept.
extension RoundsSearch {
  /// What the square of a round's distance from the mean counts, in parts of the mean.
  private static var evenness: Double { 0.25 }

  /// Walks while the temperature falls; keeps the cheapest schedule with the fewest conflicts.
  ///
  /// - Parameters:
  ///   - warm: the first temperature, in the unit of costs.
  ///   - penalty: what a conflict costs.
  ///   - keepsMeetings: only names change: then whoever meets again does so as many rounds later.
  mutating func cheapen(
    steps: Int, warm: Double, penalty: Double, keepsMeetings: Bool = false
  ) {
    if keepsMeetings && twins.isEmpty { return }
    // Walks for fewest conflicts do not keep the costs.
    count()
    let cold = max(0.02, warm / 200)
    // The temperature falls by the same factor at each of 64 stages.
    let factor = Self.root(cold / warm)
    var temperature = warm
    var least = value(of: best)
    let mean = max(1, Double(roundCost.reduce(0, +)) / Double(max(1, roundCount)))
    for step in 0..<steps {
      if step % max(1, steps / 64) == 0 && step > 0 { temperature *= factor }
      if step % 4096 == 0 {
        assert(isCounted(), "a change of a move is wrong")
        if stop.isSent { return }
      }
      let isTwin = keepsMeetings || !twins.isEmpty && random.below(16) == 0
      let isMade =
        isTwin
        ? exchangeNames(temperature: temperature, penalty: penalty, mean: mean)
        : exchange(temperature: temperature, penalty: penalty, mean: mean)
      guard isMade else { continue }
      let now = Value(conflicts: conflicts, cost: weighed(roundCost, mean: mean))
      if now < least {
        least = now
        best = solution
      }
    }
  }

  /// Whether what moves have added up to is what counting anew gives.
  private mutating func isCounted() -> Bool {
    let (kept, keptCosts) = (conflicts, roundCost)
    count()
    return conflicts == kept && roundCost == keptCosts
  }

  /// The 63rd root of a ratio below 1, by halving: exact enough for a temperature.
  private static func root(_ ratio: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var power = 1.0
      for _ in 0..<63 { power *= middle }
      if power < ratio { low = middle } else { high = middle }
    }
    return high
  }

  /// Fewer conflicts first, then less cost.
  private struct Value: Comparable {
    let conflicts: Int
    let cost: Double

    static func < (one: Value, other: Value) -> Bool {
      (one.conflicts, one.cost) < (other.conflicts, other.cost)
    }
  }

  private func value(of solution: RoundsSolution) -> Value {
    Value(conflicts: solution.faults, cost: .infinity)
  }

  private func weighed(_ costs: [Int], mean: Double) -> Double {
    var sum = 0.0
    for cost in costs { sum += Double(cost) + uneven(cost, mean) }
    return sum
  }

  private func uneven(_ cost: Int, _ mean: Double) -> Double {
    let off = Double(cost) - mean
    return Self.evenness * off * off / mean
  }

  private mutating func exchange(temperature: Double, penalty: Double, mean: Double) -> Bool {
    guard let move = randomMove() else { return false }
    let conflictChange = conflictChange(of: move)
    let costChange = costChange(of: move)
    let old = roundCost[move.round]
    let change =
      Double(conflictChange) * penalty + Double(costChange)
      + uneven(old + costChange, mean) - uneven(old, mean)
    guard change <= 0 || change <= temperature * exponential.draw(&random) else { return false }
    apply(move, conflictChange: conflictChange)
    roundCost[move.round] += costChange
    return true
  }

  // MARK: Names

  /// Lets two items change names in all rounds: nobody meets more often than before, but what
  /// meetings cost changes.
  private mutating func exchangeNames(temperature: Double, penalty: Double, mean: Double) -> Bool {
    let (one, other) = twins[random.below(twins.count)]
    var change = 0.0
    var conflictChange = 0
    var costs = roundCost
    for round in 0..<roundCount {
      let (conflict, cost) = nameChange(one, other, in: round)
      conflictChange += conflict
      if cost != 0 {
        change += Double(cost) + uneven(costs[round] + cost, mean) - uneven(costs[round], mean)
        costs[round] += cost
      }
    }
    change += Double(conflictChange) * penalty
    guard change <= 0 || change <= temperature * exponential.draw(&random) else { return false }
    for round in 0..<roundCount { exchangeNames(one, other, in: round) }
    for mate in 0..<width where mate != one && mate != other {
      let (left, right) = (met[one * width + mate], met[other * width + mate])
      (met[one * width + mate], met[other * width + mate]) = (right, left)
      (met[mate * width + one], met[mate * width + other]) = (right, left)
    }
    roundCost = costs
    conflicts += conflictChange
    return true
  }

  /// How forbidden meetings and costs of a round change when two items change names.
  private func nameChange(_ one: Int, _ other: Int, in round: Int) -> (conflict: Int, cost: Int) {
    let base = round * placeCount
    let (here, there) = (Int(placeOf[round * width + one]), Int(placeOf[round * width + other]))
    guard here >= 0, first[base + here] != first[base + there] else { return (0, 0) }
    let table = Int(tableOf[round]) * width * width
    var (conflict, cost) = (0, 0)
    for (place, leaving, coming) in [(here, one, other), (there, other, one)] {
      for next in Int(first[base + place])..<Int(last[base + place]) where next != place {
        let mate = Int(member[base + next])
        conflict += Int(
          barred[table + coming * width + mate] - barred[table + leaving * width + mate])
        cost += Int(price[table + coming * width + mate] - price[table + leaving * width + mate])
      }
    }
    return (conflict, cost)
  }

  private mutating func exchangeNames(_ one: Int, _ other: Int, in round: Int) {
    let base = round * placeCount
    let (here, there) = (placeOf[round * width + one], placeOf[round * width + other])
    guard here >= 0 else { return }
    member[base + Int(here)] = Int32(other)
    member[base + Int(there)] = Int32(one)
    placeOf[round * width + one] = there
    placeOf[round * width + other] = here
  }
}
