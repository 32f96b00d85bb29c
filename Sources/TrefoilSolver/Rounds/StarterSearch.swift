/// Full cycles of groups of three from a round or two that are turned around: starters.
///
/// The items are `classes` copies of the numbers modulo m, and some fixed points. One round, the
/// starter, is developed by adding 1, 2, ... m - 1 to all its numbers. Two items meet in the developed
/// rounds exactly once if the pairs of the starter lie in different orbits. With three copies there
/// are, besides, fixed rounds that are the orbit of a single group.
///
/// - Two copies and one fixed point, m odd: Kirkman triple systems of 15, 27, 39 ... items (Kirkman
///   1850; Ray-Chaudhuri and Wilson, "Solution of Kirkman's schoolgirl problem", Proc. Symp. Pure
///   Math. 19, 1971).
/// - Three copies, m odd: 9, 21, 33 ... items.
/// - Two copies and two fixed points: nearly Kirkman triple systems of 18, 24, 30 ... items, in which
///   each item misses one other (Kotzig and Rosa, "Nearly Kirkman systems", Proc. 5th SE Conf.
///   Combinatorics, 1974). For even m the pairs half the circle apart are those that miss. Of 18
///   items no single starter was found; four copies of the numbers modulo 4 have two.
///
/// Colbourn and Dinitz, "Handbook of Combinatorial Designs", 2nd edition 2007, chapters II.2.8 and
/// VI.50, survey them. No design is stored: the starter is found by local search over its groups, on
/// its few orbits, in milliseconds, and the order of that search is fixed.
struct StarterSearch {
  private let modulus: Int
  private let classes: Int
  private let itemCount: Int
  /// Rounds that are turned around.
  private let starters: Int
  /// Groups whose orbits are fixed rounds.
  private let shortCount: Int
  /// [one * itemCount + other]: the orbit of a pair; -1 for one that may not be in the starter.
  private var orbits: [Int] = []
  private var orbitCount = 0

  /// Items of the starters, three by three; then the groups of the fixed rounds.
  private var places: [Int] = []
  private var uses: [Int] = []
  private var excess = 0

  /// The cycle for a number of items; nil where no family gives one, or none was found within the
  /// steps. Fewer than nine items, and 12, have none. Steps are O(1).
  static func rounds(items: Int, steps: Int, stop: StopSignal) -> [[[Int]]]? {
    guard items >= 9, items % 3 == 0, items != 12 else { return nil }
    var search: StarterSearch
    if items == 18 {
      search = StarterSearch(modulus: 4, classes: 4, fixed: 2, starters: 2)
    } else if items % 12 == 3 {
      search = StarterSearch(modulus: (items - 1) / 2, classes: 2, fixed: 1)
    } else if items % 12 == 9 {
      search = StarterSearch(modulus: items / 3, classes: 3, fixed: 0)
    } else {
      search = StarterSearch(modulus: (items - 2) / 2, classes: 2, fixed: 2)
    }
    return search.isFound(steps: steps, stop: stop) ? search.developed : nil
  }

  private init(modulus: Int, classes: Int, fixed: Int, starters: Int = 1) {
    self.modulus = modulus
    self.starters = starters
    self.classes = classes
    itemCount = modulus * classes + fixed
    shortCount = classes == 3 ? (modulus - 1) / 2 : 0
    numberOrbits()
  }

  /// What two pairs have in common when one is the other turned around.
  private struct Orbit: Hashable {
    let first: Int
    let second: Int
    let turn: Int
  }

  private mutating func numberOrbits() {
    orbits = Array(repeating: -1, count: itemCount * itemCount)
    var numbers: [Orbit: Int] = [:]
    for one in 0..<itemCount {
      for other in (one + 1)..<max(itemCount, one + 1) {
        guard let orbit = orbit(one, other) else { continue }
        let number = numbers[orbit] ?? numbers.count
        numbers[orbit] = number
        orbits[one * itemCount + other] = number
        orbits[other * itemCount + one] = number
      }
    }
    orbitCount = numbers.count
  }

  /// The orbit of a pair, the smaller item first; nil for two fixed points and for two items half the
  /// circle apart, whose orbit closes too soon.
  private func orbit(_ one: Int, _ other: Int) -> Orbit? {
    let circle = modulus * classes
    if one >= circle { return nil }
    let (first, second) = (one / modulus, other / modulus)
    if other >= circle { return Orbit(first: first, second: classes + other - circle, turn: 0) }
    let turn = (other % modulus - one % modulus + modulus) % modulus
    if first != second { return Orbit(first: first, second: second, turn: turn) }
    return 2 * turn == modulus
      ? nil : Orbit(first: first, second: second, turn: min(turn, modulus - turn))
  }

  // MARK: Search

  /// Walks at a temperature at which one repeat more is accepted about once in a hundred times, and
  /// begins anew now and then.
  private mutating func isFound(steps: Int, stop: StopSignal) -> Bool {
    var random = SeededGenerator(seed: UInt64(itemCount))
    let exponential = ExponentialTable()
    let patience = 1_000 * itemCount
    for step in 0..<steps {
      if step % patience == 0 { scatter(&random) }
      if excess == 0 { return true }
      if step % 1024 == 0 && stop.isSent { return false }
      let before = excess
      let change = change(&random)
      let inverse = apply(change)
      let worse = excess - before
      if worse > 0 && Double(worse) > 0.2 * exponential.draw(&random) { _ = apply(inverse) }
    }
    return excess == 0
  }

  private mutating func scatter(_ random: inout SeededGenerator) {
    places = []
    for _ in 0..<starters {
      var starter = Array(0..<itemCount)
      for place in starter.indices.reversed() { starter.swapAt(place, random.below(place + 1)) }
      places += starter
    }
    for _ in 0..<shortCount {
      places += [0, modulus + random.below(modulus), 2 * modulus + random.below(modulus)]
    }
    uses = Array(repeating: 0, count: orbitCount)
    excess = 0
    for group in 0..<(places.count / 3) { count(group, sign: 1) }
  }

  /// Counts the three pairs of a group in or out.
  private mutating func count(_ group: Int, sign: Int) {
    let (a, b, c) = (places[3 * group], places[3 * group + 1], places[3 * group + 2])
    for pair in [a * itemCount + b, a * itemCount + c, b * itemCount + c] {
      let orbit = orbits[pair]
      if orbit < 0 {
        excess += sign
      } else if sign > 0 {
        if uses[orbit] > 0 { excess += 1 }
        uses[orbit] += 1
      } else {
        uses[orbit] -= 1
        if uses[orbit] > 0 { excess -= 1 }
      }
    }
  }

  private enum Change {
    /// Two items of the starter change places.
    case exchange(Int, Int)
    /// Another item at a place of a short group.
    case set(Int, to: Int)
  }

  private func change(_ random: inout SeededGenerator) -> Change {
    let place = random.below(places.count)
    if place < starters * itemCount {
      return .exchange(place, place / itemCount * itemCount + random.below(itemCount))
    }
    let copy = 1 + random.below(2)
    return .set(place / 3 * 3 + copy, to: copy * modulus + random.below(modulus))
  }

  /// Makes a change; the change that takes it back.
  private mutating func apply(_ change: Change) -> Change {
    switch change {
    case .exchange(let one, let other):
      if one / 3 == other / 3 { return change }
      for group in [one / 3, other / 3] { count(group, sign: -1) }
      places.swapAt(one, other)
      for group in [one / 3, other / 3] { count(group, sign: 1) }
      return change
    case .set(let index, to: let item):
      let old = places[index]
      count(index / 3, sign: -1)
      places[index] = item
      count(index / 3, sign: 1)
      return .set(index, to: old)
    }
  }

  // MARK: Development

  private var developed: [[[Int]]] {
    let long = (0..<(starters * modulus)).map { round in
      let first = round / modulus * itemCount
      return stride(from: first, to: first + itemCount, by: 3).map { start in
        (start..<(start + 3)).map { turned(places[$0], by: round % modulus) }.sorted()
      }
    }
    let short = (0..<shortCount).map { index in
      let start = starters * itemCount + 3 * index
      return (0..<modulus).map { turn in
        (start..<(start + 3)).map { turned(places[$0], by: turn) }.sorted()
      }
    }
    return (long + short).map { $0.sorted { $0[0] < $1[0] } }
  }

  private func turned(_ item: Int, by turn: Int) -> Int {
    item >= modulus * classes
      ? item : item / modulus * modulus + (item % modulus + turn) % modulus
  }
}
