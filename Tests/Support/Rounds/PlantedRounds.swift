import TrefoilSolver

/// Rounds that can be made, by construction: groups are drawn first, then what they need is allowed, and a
/// little more.
public enum PlantedRounds {
  /// Two or three rounds of 12 to 17 items, with groups of four, of two or with rests.
  public static func make(seed: UInt64) -> RoundsProblem {
    var random = SeededGenerator(seed: seed, stream: 0x71)
    let items = 12 + random.below(6)
    let left = items % 3
    let shapes: [(groups: [Int: Int], resting: Int)] = [
      ([3: (items - 4 * left) / 3, 4: left], 0), ([3: items / 3], left),
      ([3: items / 3 - (left == 0 ? 0 : 2 - left), 2: left == 0 ? 0 : 3 - left], 0),
    ]
    // Fours are what it is about.
    let shape = shapes[max(0, random.below(5) - 2)]
    while true {
      if let problem = draw(items, rounds: 2 + random.below(2), shape, &random) { return problem }
    }
  }

  private static func draw(
    _ items: Int, rounds: Int, _ shape: (groups: [Int: Int], resting: Int),
    _ random: inout SeededGenerator
  ) -> RoundsProblem? {
    let sizes = shape.groups.keys.sorted().flatMap { size in
      Array(repeating: size, count: shape.groups[size] ?? 0)
    }
    let none = Array(repeating: false, count: items * items)
    var ties = RoundsTies(mayMeet: none, mayCall: none)
    for _ in 0..<rounds {
      // Each group of those left that have not met, the first that fit; now and then none do.
      var left = shuffled(items, &random).dropFirst(shape.resting)
      for size in sizes {
        var group: [Int] = []
        for item in left where group.count < size {
          if group.allSatisfy({ !ties.mayMeet[$0 * items + item] }) { group.append(item) }
        }
        guard group.count == size else { return nil }
        left.removeAll { group.contains($0) }
        allow(group, items, &ties, isRound: random.below(2) == 0)
      }
    }
    let more = random.below(12)
    for cell in 0..<(items * items) where cell / items != cell % items {
      if random.below(100) < more { ties.mayCall[cell] = true }
      if random.below(100) < more / 2 {
        ties.mayMeet[cell] = true
        ties.mayMeet[cell % items * items + cell / items] = true
      }
    }
    var problem = RoundsProblem(
      itemCount: items, rounds: rounds, groupCounts: shape.groups.filter { $0.value > 0 },
      restCount: shape.resting)
    problem.tables[0].ties = ties
    return problem
  }

  /// In a larger group everybody calls on both neighbours, or on the next two.
  private static func allow(
    _ group: [Int], _ items: Int, _ ties: inout RoundsTies, isRound: Bool
  ) {
    let size = group.count
    for (place, one) in group.enumerated() {
      for other in group where other != one { ties.mayMeet[one * items + other] = true }
      for step in isRound ? [1, 2] : [1, size - 1] where step < size {
        ties.mayCall[one * items + group[(place + step) % size]] = true
      }
    }
  }

  private static func shuffled(_ count: Int, _ random: inout SeededGenerator) -> [Int] {
    var items = Array(0..<count)
    for index in items.indices.reversed() { items.swapAt(index, random.below(index + 1)) }
    return items
  }
}
