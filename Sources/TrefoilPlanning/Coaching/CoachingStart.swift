import TrefoilModel
import TrefoilSolver

/// Something to begin a search with.
extension CoachingCompiler {
  /// Pairs one after another, the cheapest first, as long as each costs no more than that its coachee
  /// goes without, and leaves every row kept. O(allowed x log allowed + entries).
  ///
  /// What blocks is not looked at: where stability is a must, this may be no plan.
  var cheapestFirst: [Int] {
    let price = uncoachedPrice
    var room = problem.rows.map(\.rightHandSide)
    var coached: Set<PersonID> = []
    var chosen: [Int] = []
    let order = matches.indices.filter { problem.costs[$0] <= price && problem.uppers[$0] > 0 }
      .sorted { (problem.costs[$0], $0) < (problem.costs[$1], $1) }
    for index in order where !coached.contains(matches[index].coachee.id) {
      let limits = problem.entries(of: index).filter { problem.rows[$0.row].sense == .atMost }
      guard limits.allSatisfy({ $0.coefficient <= room[$0.row] }) else { continue }
      for entry in limits { room[entry.row] -= entry.coefficient }
      coached.insert(matches[index].coachee.id)
      chosen.append(index)
    }
    return chosen.sorted()
  }
}
