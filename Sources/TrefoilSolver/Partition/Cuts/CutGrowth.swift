/// Grows sets of items, from items, groups or clusters, into cuts that a fractional solution breaks.
///
/// Sets of equal weights are grown item by item, each time by the one that gains most; small sets of
/// unequal weights are filled the same way and then improved by exchanges. The weights that can
/// matter for up to five rows: Pecin, Pessoa, Poggi, Uchoa and Santos, "Limited memory rank-1 cuts
/// for vehicle routing problems", Operations Research Letters 45 (2017),
/// doi:10.1016/j.orl.2017.02.006. Larger sets at thirds are the blossoms of groups of three: at most
/// |C| / 3 of them, rounded down, are inside a set C.
struct CutGrowth: ~Copyable {
  struct Found: Sendable {
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

  private static let mostInSet = 25
  /// Clusters this far from breaking their cut are not tried at their border.
  private static let leastHopeful = -0.4

  private let solution: FractionalGroups
  private var trial: CutTrial
  /// Every cut found, in the order of finding.
  private(set) var found: [Found] = []
  private var seen: Set<RankOneCut> = []
  /// The keys of clusters that were tried.
  private var tried: Set<UInt64> = []

  init(_ solution: FractionalGroups) {
    self.solution = solution
    trial = CutTrial(solution, divisor: 3)
  }

  /// Sets of any size at thirds: items are joined in the order of how much of a group they share,
  /// and every cluster on the way is tried, with items at its border let in and out. Each stream
  /// but the first draws its own order.
  ///
  /// Where all groups are triads: of a set C whose size leaves a rest by three, with x1 groups that
  /// hold one of its items and x2 that hold two, weights of 1 say that x1 + 2 x2 is at least the
  /// rest; weights of 2 say it of 2 x1 + x2 and the rest of 2 |C|, as weights of 1 do for all items
  /// outside C.
  ///
  /// - Parameter isThorough: whether weights of 2 are judged by what they break themselves, with
  ///   their whole border, and not tried only where weights of 1 are near to breaking.
  mutating func growClusters(_ links: [Clusters.Link], stream: Int, isThorough: Bool) {
    let random =
      stream == 0 ? nil : SeededGenerator(seed: UInt64(stream), stream: UInt64(solution.count))
    var clusters = Clusters(solution, links: links, random: random)
    while let cluster = clusters.merge() {
      guard cluster.items.count > 3, cluster.items.count < solution.itemCount else { continue }
      let isNear = cluster.value - Double(cluster.items.count / 3) >= Self.leastHopeful
      guard isNear || isThorough, tried.insert(cluster.key).inserted else { continue }
      for weight: Int32 in [1, 2] {
        if weight == 1 && !isNear { continue }
        trial.clear(divisor: 3)
        for item in cluster.items { trial.add(item, weight: weight) }
        if isThorough && trial.violation < Self.leastHopeful { continue }
        trial.improveBorder(weight: weight, isWhole: isThorough)
        if trial.chosen.count % 3 != 0 { keepTrial() }
      }
    }
  }

  mutating func grow(from item: Int32) {
    grow(from: [item], divisor: 3, most: Self.mostInSet)
    for template in Self.templates { fill(template, from: [item]) }
  }

  /// From a group's members, all of them and two and two.
  mutating func grow(fromGroup group: Int) {
    let members = solution.members(of: group)
    grow(from: members, divisor: 3, most: Self.mostInSet)
    for one in members {
      for other in members where one < other {
        grow(from: [one, other], divisor: 2, most: 9)
        for template in Self.templates {
          fill(template, from: [one, other])
          if template.weights[0] != template.weights[1] { fill(template, from: [other, one]) }
        }
      }
    }
  }

  private mutating func keepTrial() {
    if trial.violation > CutSeparator.least { keep(trial.cut, violation: trial.violation) }
  }

  private mutating func keep(_ cut: RankOneCut, violation: Double) {
    if seen.insert(cut).inserted { found.append(Found(cut: cut, violation: violation)) }
  }

  /// Grows a set of weights 1 and keeps its best stage among those that round down.
  private mutating func grow(from seed: [Int32], divisor: Int32, most: Int) {
    trial.clear(divisor: divisor)
    for item in seed { trial.add(item, weight: 1) }
    var best = CutSeparator.least
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
    trial.clear(divisor: template.divisor)
    for (item, weight) in zip(seed, template.weights) { trial.add(item, weight: weight) }
    for weight in template.weights.dropFirst(seed.count) {
      guard let item = trial.best(weight: weight) else { return }
      trial.add(item, weight: weight)
    }
    keepTrial()
    for _ in 0..<2 {
      let before = trial.violation
      for _ in template.weights.indices {
        // The first is taken out and what replaces it goes last: every place has its turn.
        let entry = trial.remove(at: 0)
        trial.add(trial.best(weight: entry.weight) ?? entry.item, weight: entry.weight)
      }
      if trial.violation <= before + 1e-9 { break }
    }
    keepTrial()
  }
}
