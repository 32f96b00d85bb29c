/// Which secondment of a plan covers which, where a plan names only the people who come.
///
/// A person with two openings at one school may cover two people there, each by one of the two. Every
/// pairing that the names allow is looked at, so that a plan is refused only where none will do.
package struct CoverPairing {
  /// The place of the covering move by that of the move which it covers.
  package private(set) var coverOf: [Int: Int] = [:]
  /// Moves that need cover and have none, in any pairing that covers as many as can be.
  package let uncovered: [Int]

  private let moves: [PlannedMove]
  private let setting: NeedsCover.Setting
  private let options: [Int: [Int]]

  /// Pairs each move that needs cover with one of the person whom it names.
  ///
  /// A matching of most covers; where it makes chains or cycles that are too long, the others are tried,
  /// for each set of moves that could hang together on its own. Few people serve one school at two
  /// openings, and so there are few others.
  package init(_ moves: [PlannedMove], setting: NeedsCover.Setting) {
    self.moves = moves
    self.setting = setting
    var options: [Int: [Int]] = [:]
    for (index, planned) in moves.enumerated() where planned.move.home.release.needsCover {
      options[index] = moves.indices.filter {
        moves[$0].move.person.id == planned.coveredBy && moves[$0].move.covers(planned.move)
      }
    }
    self.options = options
    let needing = options.keys.sorted()
    var taken: [Int: Int] = [:]
    uncovered = needing.filter { index in
      var seen: Set<Int> = []
      return !Self.augment(index, options, &taken, &seen)
    }
    for (cover, index) in taken { coverOf[index] = cover }
    for part in parts(of: needing) where !isWithinLimits(part, coverOf) {
      let open = part.filter { coverOf[$0] != nil }
      if open.count < part.count { continue }
      var trial = coverOf.filter { !part.contains($0.key) }
      var steps = 0
      if complete(open[...], of: part, &trial, &steps) { coverOf = trial }
    }
  }

  private static func augment(
    _ index: Int, _ options: [Int: [Int]], _ taken: inout [Int: Int], _ seen: inout Set<Int>
  ) -> Bool {
    for cover in options[index] ?? [] where seen.insert(cover).inserted {
      guard let other = taken[cover] else {
        taken[cover] = index
        return true
      }
      if augment(other, options, &taken, &seen) {
        taken[cover] = index
        return true
      }
    }
    return false
  }

  /// Moves that need cover, in sets of which none can hang together with another.
  private func parts(of needing: [Int]) -> [[Int]] {
    var root = Array(moves.indices)
    func find(_ index: Int) -> Int {
      var index = index
      while root[index] != index { index = root[index] }
      return index
    }
    for index in needing {
      for cover in options[index] ?? [] { root[find(index)] = find(cover) }
    }
    let parts = Dictionary(grouping: needing) { find($0) }
    return parts.keys.sorted().compactMap { parts[$0] }
  }

  /// Finds covers for all that are open, so that nothing becomes too long.
  private func complete(
    _ open: ArraySlice<Int>, of part: [Int], _ trial: inout [Int: Int], _ steps: inout Int
  ) -> Bool {
    guard let index = open.first else { return isWithinLimits(part, trial) }
    let used = Set(trial.values)
    for cover in options[index] ?? [] where !used.contains(cover) {
      steps += 1
      if steps > Self.mostSteps { return false }
      trial[index] = cover
      // What is too long while covers are still open only grows.
      if part.allSatisfy({ hangs($0, trial) <= longest }),
        complete(open.dropFirst(), of: part, &trial, &steps)
      {
        return true
      }
      trial[index] = nil
    }
    return false
  }

  /// Far beyond what a week of five days has room for; it ends the search in plans made to be hard.
  private static let mostSteps = 100_000

  private var longest: Int { max(setting.longestCycle, setting.longestChain) }

  private func hangs(_ index: Int, _ coverOf: [Int: Int]) -> Int {
    Self.length(from: index, coverOf).moves
  }

  private func isWithinLimits(_ part: [Int], _ coverOf: [Int: Int]) -> Bool {
    part.allSatisfy { index in
      let (length, isCycle) = Self.length(from: index, coverOf)
      return length <= (isCycle ? setting.longestCycle : setting.longestChain)
    }
  }

  /// How many moves a move hangs on, itself among them, and whether they are a cycle.
  package static func length(from index: Int, _ coverOf: [Int: Int]) -> (moves: Int, isCycle: Bool)
  {
    var length = 1
    var place = index
    while let cover = coverOf[place], cover != index {
      place = cover
      length += 1
    }
    return (length, coverOf[place] == index)
  }
}
