/// A good choice of advocates, found round by round: what the search begins with, and what there is
/// where it is stopped before it found anything.
///
/// In each round every trustee who would take one more gets one school, the cheapest pair first. A
/// round in which somebody gets none is the last, so that nobody has two schools more than another.
struct AdvocateStart {
  /// What each trustee costs at each school, by school; nil where it may not be.
  let costs: [[Int?]]
  /// The most schools of each trustee.
  let mosts: [Int]
  /// What a school without an advocate costs; no dearer pair is made.
  let price: Int
  /// Whether trustees have to have about as many schools each.
  let isBalanced: Bool

  struct Choice {
    /// The trustee of each school; nil where there is none.
    var trustees: [Int?]
    /// In so many rounds everybody who would take one more got one.
    var level: Int
  }

  /// O(rounds x schools x trustees x log).
  func choice() -> Choice {
    var choice = Choice(trustees: costs.map { _ in nil }, level: 0)
    var counts = mosts.map { _ in 0 }
    while choice.trustees.contains(nil) {
      let eager = mosts.indices.filter { counts[$0] < mosts[$0] }
      let served = round(eager, &choice.trustees, &counts)
      if served == 0 { break }
      if isBalanced, served < eager.count { break }
      choice.level += 1
    }
    return choice
  }

  /// One school for each of these trustees, where there is one; how many got one.
  private func round(_ eager: [Int], _ trustees: inout [Int?], _ counts: inout [Int]) -> Int {
    var pairs: [(cost: Int, school: Int, trustee: Int)] = []
    for school in trustees.indices where trustees[school] == nil {
      for trustee in eager {
        guard let cost = costs[school][trustee], cost <= price else { continue }
        pairs.append((cost, school, trustee))
      }
    }
    var served: Set<Int> = []
    for pair in pairs.sorted(by: { $0 < $1 })
    where trustees[pair.school] == nil && served.insert(pair.trustee).inserted {
      trustees[pair.school] = pair.trustee
      counts[pair.trustee] += 1
    }
    return served.count
  }
}
