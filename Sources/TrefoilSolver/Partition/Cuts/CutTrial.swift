/// A cut in the making: items with weights, and how far a fractional solution exceeds it.
struct CutTrial: ~Copyable {
  private let solution: FractionalGroups
  private(set) var divisor: Int32
  /// The weights inside each group of the solution.
  private var sums = FlatArray<Int32>()
  private var weightOf = FlatArray<Int32>()
  /// Which items a question has met: those that hold the number of the question.
  private var seen = FlatArray<Int32>()
  private var question: Int32 = 0
  private(set) var chosen: [(item: Int32, weight: Int32)] = []
  private var count = 0.0
  private var weights: Int32 = 0
  /// By divisor, weight and the sum inside a group, what the group is worth more with the weight.
  private var rises = FlatArray<Double>()

  /// Sums inside a group are below, and so are divisors and weights below ``mostWeight``.
  private static let mostSum = 32
  private static let mostWeight = 6

  private static let allRises = (0..<mostWeight).flatMap { divisor in
    (0..<mostWeight).flatMap { weight in
      (0..<mostSum).map { sum in
        divisor == 0 ? 0 : worth(sum + weight, divisor) - worth(sum, divisor)
      }
    }
  }

  /// Whole groups, and a little for coming nearer to one.
  private static func worth(_ sum: Int, _ divisor: Int) -> Double {
    let rest = Double(sum % divisor) / Double(divisor)
    return Double(sum / divisor) + 0.3 * rest * rest
  }

  init(_ solution: FractionalGroups, divisor: Int32) {
    self.solution = solution
    self.divisor = divisor
    sums.resize(to: solution.count, filledWith: 0)
    weightOf.resize(to: solution.itemCount, filledWith: 0)
    seen.resize(to: solution.itemCount, filledWith: 0)
    rises.resize(to: Self.allRises.count, filledWith: 0)
    for (index, rise) in Self.allRises.enumerated() { rises[index] = rise }
  }

  /// Empties the trial for another cut. O(groups of the items chosen).
  mutating func clear(divisor: Int32) {
    for entry in chosen {
      weightOf[Int(entry.item)] = 0
      for place in solution.places(of: entry.item) { sums[Int(solution.groupsOfItems[place])] = 0 }
    }
    chosen.removeAll(keepingCapacity: true)
    count = 0
    weights = 0
    self.divisor = divisor
  }

  /// By how much the solution breaks the cut as it stands.
  var violation: Double { count - Double(weights / divisor) }

  var cut: RankOneCut { RankOneCut(chosen, divisor: divisor) }

  mutating func add(_ item: Int32, weight: Int32) {
    change(item, by: weight)
    weightOf[Int(item)] = weight
    chosen.append((item, weight))
  }

  /// Takes out the item chosen at a position and returns it.
  mutating func remove(at position: Int) -> (item: Int32, weight: Int32) {
    let entry = chosen.remove(at: position)
    change(entry.item, by: -entry.weight)
    weightOf[Int(entry.item)] = 0
    return entry
  }

  private mutating func change(_ item: Int32, by weight: Int32) {
    for place in solution.places(of: item) {
      let group = Int(solution.groupsOfItems[place])
      let old = sums[group]
      sums[group] = old + weight
      let step = (old + weight) / divisor - old / divisor
      if step != 0 { count += Double(step) * solution.values[group] }
    }
    weights += weight
  }

  /// Lets single items of a weight in or out while the violation rises.
  ///
  /// - Parameter isWhole: whether triads that lie inside but for one member are at the border at a
  ///   weight of 2 too.
  mutating func improveBorder(weight: Int32, isWhole: Bool) {
    for _ in 0..<20 {
      var best: (item: Int32, isInside: Bool)?
      var bestViolation = violation + 1e-6
      for item in border(full: isWhole ? weight : 1) {
        let isInside = weightOf[Int(item)] > 0
        change(item, by: isInside ? -weight : weight)
        if violation > bestViolation {
          bestViolation = violation
          best = (item, isInside)
        }
        change(item, by: isInside ? weight : -weight)
      }
      guard let best else { return }
      if best.isInside, let position = chosen.firstIndex(where: { $0.item == best.item }) {
        _ = remove(at: position)
      } else {
        add(best.item, weight: weight)
      }
    }
  }

  /// Items of groups whose sums are below so much for each member, in the order they are met.
  private mutating func border(full: Int32) -> [Int32] {
    question += 1
    var items: [Int32] = []
    for entry in chosen {
      for place in solution.places(of: entry.item) {
        let group = solution.groupsOfItems[place]
        let positions = solution.positions(of: group)
        guard sums[Int(group)] < Int(full) * positions.count else { continue }
        for position in positions where seen[Int(solution.members[position])] != question {
          seen[Int(solution.members[position])] = question
          items.append(solution.members[position])
        }
      }
    }
    return items
  }

  /// How much an item would add to the count, and a little for coming nearer to it.
  ///
  /// - Parameter row: where the rises of its weight begin.
  @inline(__always)
  private func gain(_ item: Int32, row: Int) -> Double {
    var gain = 0.0
    for place in solution.places(of: item) {
      let group = Int(solution.groupsOfItems[place])
      gain += rises[row + Int(sums[group])] * solution.values[group]
    }
    return gain
  }

  /// The item outside that gains most at a weight, among those that share a group with one inside;
  /// of equals the first.
  mutating func best(weight: Int32) -> Int32? {
    var best: Int32?
    var bestGain = 0.0
    question += 1
    let row = (Int(divisor) * Self.mostWeight + Int(weight)) * Self.mostSum
    for entry in chosen {
      for place in solution.near(entry.item) {
        let item = solution.nearItems[place]
        guard seen[Int(item)] != question, weightOf[Int(item)] == 0 else { continue }
        seen[Int(item)] = question
        let gain = gain(item, row: row)
        if gain > bestGain + 1e-9 || (gain > bestGain - 1e-9 && item < best ?? .max) {
          bestGain = max(gain, bestGain)
          best = item
        }
      }
    }
    return best
  }
}
