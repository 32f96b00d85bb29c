import TrefoilSolver

/// The search of a ``HittingSet``, in numbers: elements by their places.
struct HittingSearch {
  /// The narrowest set first, of each the lightest element first.
  private let sets: [[Int]]
  /// By set: whether it has an element.
  private let has: [[Bool]]
  private let lightest: [Int]
  private let weights: [Int]
  private let stop: StopSignal
  private var left: Int
  private var best: Int?
  /// The lightest choice that was found.
  private(set) var chosen: [Int] = []
  /// Whether a lighter one may have been missed.
  private(set) var isCutShort = false
  /// By element, the number of the last bound that it was seen in.
  private var seen: [Int]
  private var bounds = 0

  init(sets: [[Int]], weights: [Int], left: Int, stop: StopSignal) {
    func before(
      _ one: EnumeratedSequence<[Int]>.Element, _ other: EnumeratedSequence<[Int]>.Element
    ) -> Bool {
      (weights[one.element], one.offset) < (weights[other.element], other.offset)
    }
    self.sets = sets.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
      .map { $0.element.enumerated().sorted(by: before).map(\.element) }
    has = self.sets.map { set in
      var has = Array(repeating: false, count: weights.count)
      for element in set { has[element] = true }
      return has
    }
    lightest = self.sets.map { $0.first.map { weights[$0] } ?? 0 }
    seen = Array(repeating: 0, count: weights.count)
    self.weights = weights
    self.left = left
    self.stop = stop
  }

  mutating func run() { extend(Array(sets.indices), [], 0) }

  private mutating func extend(_ open: [Int], _ taken: [Int], _ total: Int) {
    guard let narrowest = open.first else {
      (best, chosen) = (total, taken)
      return
    }
    if let best, total + floor(of: open) >= best { return }
    for element in sets[narrowest] {
      let more = total + weights[element]
      if let best {
        if more >= best { continue }
        // The first choice is gone down to its end, so that there always is one.
        if isOver {
          isCutShort = true
          return
        }
      }
      left -= 1
      extend(open.filter { !has[$0][element] }, taken + [element], more)
    }
  }

  private var isOver: Bool { left <= 0 || stop.isSent }

  private mutating func floor(of open: [Int]) -> Int {
    bounds += 1
    var total = 0
    for set in open where sets[set].allSatisfy({ seen[$0] != bounds }) {
      for element in sets[set] { seen[element] = bounds }
      total += lightest[set]
    }
    return total
  }
}
