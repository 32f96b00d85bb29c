import TrefoilSolver

/// Tiny rounds of every kind, with some that may not meet and some that may not call.
public enum RandomRounds {
  /// Up to eight items, nine in threes alone, in two or three rounds, each of them by one of two tables.
  public static func make(seed: UInt64) -> RoundsProblem {
    var random = SeededGenerator(seed: seed, stream: 0x70)
    let items = 4 + random.below(5)
    // From nobody barred to most.
    let (meets, calls) = (random.below(4), random.below(5))
    var problem = RoundsProblem(itemCount: items, rounds: 0, groupCounts: [:])
    problem.tables = (0..<2).map { _ in table(items, meets, calls, &random) }
    let isOneTable = random.below(2) == 0
    for round in 0..<(2 + random.below(2)) {
      let away = random.below(3 * items)
      let present = (0..<items).map { $0 != away }
      let (counts, rest) = shape(of: present.count { $0 }, &random)
      problem.rounds.append(
        .init(
          isPresent: present, groupCounts: counts, restCount: rest,
          table: isOneTable ? 0 : round % 2))
    }
    return problem
  }

  private static func table(
    _ items: Int, _ meets: Int, _ calls: Int, _ random: inout SeededGenerator
  ) -> RoundsProblem.Table {
    var ties = RoundsTies(
      mayMeet: Array(repeating: false, count: items * items),
      mayCall: Array(repeating: false, count: items * items))
    var table = RoundsProblem.Table(
      pairCost: Array(repeating: 0, count: items * items),
      restCost: Array(repeating: 0, count: items))
    for one in 0..<items {
      for other in 0..<one {
        let (there, back) = (one * items + other, other * items + one)
        let mayMeet = random.below(12) >= meets
        (ties.mayMeet[there], ties.mayMeet[back]) = (mayMeet, mayMeet)
        (ties.mayCall[there], ties.mayCall[back]) = (
          random.below(12) >= calls, random.below(12) >= calls
        )
        let isFree = mayMeet && ties.mayCall[there] && ties.mayCall[back]
        let cost = isFree ? 0 : RoundsProblem.forbidden
        (table.pairCost[there], table.pairCost[back]) = (cost, cost)
      }
    }
    table.ties = ties
    return table
  }

  private static func shape(
    of count: Int, _ random: inout SeededGenerator
  ) -> (groups: [Int: Int], resting: Int) {
    let left = count % 3
    switch random.below(4) {
    case 0: return ([3: count / 3], left)
    case 1:
      let pairs = left == 0 ? 0 : 3 - left
      return ([3: (count - 2 * pairs) / 3, 2: pairs], 0)
    default:
      if count == 5 { return ([5: 1], 0) }
      return count == 8 || left < 2
        ? ([3: (count - 4 * left) / 3, 4: left], 0) : ([2: count / 2, 3: 0], count % 2)
    }
  }
}
