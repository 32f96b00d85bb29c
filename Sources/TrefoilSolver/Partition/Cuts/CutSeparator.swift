/// Looks for rank-one cuts that a fractional solution breaks.
///
/// Sets of equal weights are grown item by item, each time by the one that gains most; small sets of
/// unequal weights are filled the same way and then improved by exchanges. The weights that can
/// matter for up to five rows: Pecin, Pessoa, Poggi, Uchoa and Santos, "Limited memory rank-1 cuts
/// for vehicle routing problems", Operations Research Letters 45 (2017),
/// doi:10.1016/j.orl.2017.02.006. Larger sets at thirds are the blossoms of groups of three: at most
/// |C| / 3 of them, rounded down, are inside a set C.
struct CutSeparator {
  private struct Found {
    let cut: RankOneCut
    let violation: Double
  }

  private struct Template {
    let weights: [Int32]
    let divisor: Int32
  }

  private static let templates = [
    Template(weights: [1, 1, 1], divisor: 2),
    Template(weights: [1, 1, 1, 1, 1], divisor: 2),
    Template(weights: [1, 1, 1, 1, 1, 1, 1], divisor: 2),
    Template(weights: [1, 1, 1, 1, 1], divisor: 3),
    Template(weights: [2, 1, 1, 1], divisor: 3),
    Template(weights: [3, 1, 1, 1, 1], divisor: 4),
    Template(weights: [2, 2, 1, 1, 1], divisor: 4),
    Template(weights: [3, 2, 2, 1, 1], divisor: 5),
    Template(weights: [2, 2, 1, 1, 1], divisor: 5),
    Template(weights: [2, 2, 1, 1, 1], divisor: 3),
    Template(weights: [3, 3, 2, 2, 1], divisor: 4),
  ]

  /// Less than this is not worth a row.
  static let least = 0.02
  private static let mostInSet = 25
  private static let contractions = 40

  private let solution: FractionalGroups
  private var found: [Found] = []
  private var seen: Set<RankOneCut> = []
  private var tried: Set<RankOneCut> = []

  init(_ solution: FractionalGroups) {
    self.solution = solution
  }

  /// The cuts broken most, at most so many, none of them in `known`; each item in a few only.
  mutating func cuts(most: Int, known: CutSet) -> [RankOneCut] {
    growClusters()
    // Clusters first: they move the bound most, and what they leave is another matter.
    if found.contains(where: { $0.violation > 0.2 && !known.contains($0.cut) }) {
      return choose(most, known)
    }
    let items = solution.ofItem.indices.filter { solution.ofItem[$0].count > 1 }.map { Int32($0) }
    for item in items {
      grow(from: [item], divisor: 3, most: Self.mostInSet)
      for template in Self.templates { fill(template, from: [item]) }
    }
    for group in solution.groups where group.value < 1 - 1e-6 {
      grow(from: group.members, divisor: 3, most: Self.mostInSet)
      for one in group.members {
        for other in group.members where one < other {
          grow(from: [one, other], divisor: 2, most: 9)
          for template in Self.templates {
            fill(template, from: [one, other])
            if template.weights[0] != template.weights[1] { fill(template, from: [other, one]) }
          }
        }
      }
    }
    return choose(most, known)
  }

  /// Sets of any size at thirds: items are joined in the order of how much of a group they share,
  /// and every cluster on the way is tried, with items at its border let in and out.
  private mutating func growClusters() {
    var none: SeededGenerator?
    growClusters(Clusters(solution, random: &none))
    var random: SeededGenerator? = SeededGenerator(seed: 1, stream: UInt64(solution.groups.count))
    for _ in 0..<Self.contractions { growClusters(Clusters(solution, random: &random)) }
  }

  private mutating func growClusters(_ start: Clusters) {
    var clusters = start
    while let (cluster, value) = clusters.merge() {
      guard cluster.count > 3, cluster.count < solution.ofItem.count else { continue }
      if value - Double(cluster.count / 3) < -0.4 { continue }
      var trial = CutTrial(solution, divisor: 3)
      for item in cluster { trial.add(item, weight: 1) }
      guard tried.insert(trial.cut).inserted else { continue }
      trial.improveBorder()
      if trial.chosen.count % 3 != 0 { keep(trial) }
    }
  }

  private mutating func keep(_ trial: CutTrial) {
    if trial.violation > Self.least { keep(trial.cut, violation: trial.violation) }
  }

  private mutating func keep(_ cut: RankOneCut, violation: Double) {
    if seen.insert(cut).inserted { found.append(Found(cut: cut, violation: violation)) }
  }

  private func choose(_ most: Int, _ known: CutSet) -> [RankOneCut] {
    let sorted = found.enumerated().sorted {
      ($1.element.violation, $0.offset) < ($0.element.violation, $1.offset)
    }
    var times = Array(repeating: 0, count: solution.ofItem.count)
    var chosen: [RankOneCut] = []
    for (_, candidate) in sorted where !known.contains(candidate.cut) {
      let small = candidate.cut.items.count <= 7
      if small, candidate.cut.items.contains(where: { times[Int($0)] >= 12 }) { continue }
      for item in candidate.cut.items { times[Int(item)] += 1 }
      chosen.append(candidate.cut)
      if chosen.count == most { break }
    }
    return chosen
  }

  /// Grows a set of weights 1 and keeps its best stage among those that round down.
  private mutating func grow(from seed: [Int32], divisor: Int32, most: Int) {
    var trial = CutTrial(solution, divisor: divisor)
    for item in seed { trial.add(item, weight: 1) }
    var best = Self.least
    var length = 0
    while trial.chosen.count < most {
      guard let item = trial.best(weight: 1) else { break }
      trial.add(item, weight: 1)
      if trial.chosen.count % Int(divisor) != 0, trial.violation > best {
        best = trial.violation
        length = trial.chosen.count
      }
    }
    guard length > 0 else { return }
    keep(RankOneCut(Array(trial.chosen.prefix(length)), divisor: divisor), violation: best)
  }

  /// Fills the places of a template from its heaviest, then exchanges items while that helps.
  private mutating func fill(_ template: Template, from seed: [Int32]) {
    var trial = CutTrial(solution, divisor: template.divisor)
    for (item, weight) in zip(seed, template.weights) { trial.add(item, weight: weight) }
    for weight in template.weights.dropFirst(seed.count) {
      guard let item = trial.best(weight: weight) else { return }
      trial.add(item, weight: weight)
    }
    keep(trial)
    for _ in 0..<2 {
      let before = trial.violation
      for _ in template.weights.indices {
        // The first is taken out and what replaces it goes last: every place has its turn.
        let entry = trial.remove(at: 0)
        trial.add(trial.best(weight: entry.weight) ?? entry.item, weight: entry.weight)
      }
      if trial.violation <= before + 1e-9 { break }
    }
    keep(trial)
  }
}
