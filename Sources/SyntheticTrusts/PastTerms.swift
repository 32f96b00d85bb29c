import TrefoilModel

import struct TrefoilSolver.SeededGenerator

/// Groups of earlier terms: near schools, others each term.
enum PastTerms {
  /// How far along the list of neighbours a school may be moved before groups are cut from it.
  private static let reach = 9.0

  /// Three terms, the latest first. O(n log n).
  ///
  /// - Parameter neighbours: schools ordered so that near ones are near in the list.
  static func history(neighbours: [SchoolID], using random: inout SeededGenerator) -> History {
    let terms = AutumnTerm.earlier.enumerated().map { index, name in
      History.PastTerm(
        name: name, termsAgo: index + 1, groups: groups(of: neighbours, using: &random),
        rested: [])
    }
    return History(terms: terms)
  }

  private static func groups(
    of neighbours: [SchoolID], using random: inout SeededGenerator
  ) -> [[SchoolID]] {
    let keyed = neighbours.indices.map { (Double($0) + reach * random.unit(), $0) }
    let order = keyed.sorted { $0 < $1 }.map { neighbours[$0.1] }
    guard let shape = Remainder().shape(of: order.count) else { return [] }
    let sizes = shape.groups.keys.sorted().flatMap { size in
      Array(repeating: size, count: shape.groups[size] ?? 0)
    }
    var groups: [[SchoolID]] = []
    var next = 0
    for size in random.shuffled(sizes) {
      groups.append(order[next..<(next + size)].sorted())
      next += size
    }
    return groups
  }
}
