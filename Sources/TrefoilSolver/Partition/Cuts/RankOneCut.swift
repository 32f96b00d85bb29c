/// A Chvátal-Gomory cut of rank one over the rows that put every item into one group.
///
/// The rows are weighted, added up and rounded down: groups that hold items of weights that reach
/// the divisor k times count k, and all groups together count at most the right-hand side. (Chvátal,
/// "Edmonds polytopes and a hierarchy of combinatorial problems", Discrete Mathematics 4 (1973),
/// doi:10.1016/0012-365X(73)90167-2; for set partitioning Jepsen and others, "Subset-row
/// inequalities applied to the vehicle-routing problem with time windows", Operations Research 56
/// (2008), doi:10.1287/opre.1070.0449.)
struct RankOneCut: Sendable, Hashable {
  /// Items with their weights, ascending.
  let items: [Int32]
  /// From 1 to one less than the divisor, by position in `items`.
  let weights: [Int32]
  let divisor: Int32

  init(_ chosen: [(item: Int32, weight: Int32)], divisor: Int32) {
    let sorted = chosen.sorted { $0.item < $1.item }
    items = sorted.map(\.item)
    weights = sorted.map(\.weight)
    self.divisor = divisor
  }

  /// At most this: the sum of the weights in whole divisors.
  var rightHandSide: Int { Int(weights.reduce(0, +) / divisor) }
}
