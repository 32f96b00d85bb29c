import TrefoilSolver

/// Rounds with absences and barred pairs, as many as are asked for.
public enum HardRounds {
  /// In each round two items are away, by turns, and a tenth of all pairs may not meet in any. Where
  /// those present do not divide by three there are groups of four.
  public static func make(items: Int, rounds: Int, seed: UInt64) -> RoundsProblem {
    var random = SeededGenerator(seed: seed)
    let present = items - 2
    let fours = present % 3
    var counts = [3: (present - 4 * fours) / 3]
    if fours > 0 { counts[4] = fours }
    var problem = RoundsProblem(itemCount: items, rounds: rounds, groupCounts: counts)
    let order = shuffled(Array(0..<items), &random)
    for round in 0..<rounds {
      for turn in 0..<2 {
        problem.rounds[round].isPresent[order[(2 * round + turn) % items]] = false
      }
    }
    let pairs = (0..<items).flatMap { one in ((one + 1)..<max(items, one + 1)).map { (one, $0) } }
    for (one, other) in shuffled(pairs, &random).prefix(pairs.count / 10) {
      problem.tables[0].pairCost[one * items + other] = RoundsProblem.forbidden
      problem.tables[0].pairCost[other * items + one] = RoundsProblem.forbidden
    }
    return problem
  }

  private static func shuffled<Element>(
    _ elements: [Element], _ random: inout SeededGenerator
  ) -> [Element] {
    var elements = elements
    for index in elements.indices.reversed() { elements.swapAt(index, random.below(index + 1)) }
    return elements
  }
}
