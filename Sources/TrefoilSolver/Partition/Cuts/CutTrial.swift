/// A cut in the making: items with weights, and how far a fractional solution exceeds it.
struct CutTrial {
  private let solution: FractionalGroups
  private(set) var divisor: Int32
  /// The weights inside each group of the solution.
  private var sums: [Int32]
  private var weightOf: [Int32]
  /// Which items a question has met: those that hold the number of the question.
  private var seen: [Int32]
  private var question: Int32 = 0
  private(set) var chosen: [(item: Int32, weight: Int32)] = []
  private var count = 0.0
  private var weights: Int32 = 0

  init(_ solution: FractionalGroups, divisor: Int32) {
    self.solution = solution
    self.divisor = divisor
    sums = Array(repeating: 0, count: solution.count)
    weightOf = Array(repeating: 0, count: solution.itemCount)
    seen = weightOf
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
  mutating func improveBorder(weight: Int32) {
    for _ in 0..<20 {
      var best: (item: Int32, isInside: Bool)?
      var bestViolation = violation + 1e-6
      for item in border() {
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

  /// Items of groups that are partly inside, in the order they are met.
  private mutating func border() -> [Int32] {
    question += 1
    var items: [Int32] = []
    for entry in chosen {
      for place in solution.places(of: entry.item) {
        let group = solution.groupsOfItems[place]
        let positions = solution.positions(of: group)
        guard sums[Int(group)] < positions.count else { continue }
        for position in positions where seen[Int(solution.members[position])] != question {
          seen[Int(solution.members[position])] = question
          items.append(solution.members[position])
        }
      }
    }
    return items
  }

  /// How much an item of a weight would add to the count, and a little for coming nearer to it.
  private func gain(_ item: Int32, weight: Int32) -> Double {
    var gain = 0.0
    for place in solution.places(of: item) {
      let group = Int(solution.groupsOfItems[place])
      let old = sums[group]
      gain += (worth(old + weight) - worth(old)) * solution.values[group]
    }
    return gain
  }

  @inline(__always)
  private func worth(_ sum: Int32) -> Double {
    let rest = Double(sum % divisor) / Double(divisor)
    return Double(sum / divisor) + 0.3 * rest * rest
  }

  /// The item outside that gains most at a weight, among those that share a group with one inside;
  /// of equals the first.
  mutating func best(weight: Int32) -> Int32? {
    var best: Int32?
    var bestGain = 0.0
    question += 1
    for entry in chosen {
      for place in solution.places(of: entry.item) {
        for position in solution.positions(of: solution.groupsOfItems[place]) {
          let item = solution.members[position]
          guard seen[Int(item)] != question, weightOf[Int(item)] == 0 else { continue }
          seen[Int(item)] = question
          let gain = gain(item, weight: weight)
          if gain > bestGain + 1e-9 || (gain > bestGain - 1e-9 && item < best ?? .max) {
            bestGain = max(gain, bestGain)
            best = item
          }
        }
      }
    }
    return best
  }
}
